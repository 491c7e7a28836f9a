// The deadline engine against a second one that shares no code with it (independentDeadlines.ts): every kind of request by everybody
// who may ask, with the answers, deferrals and refusals that came, under every law since 1990 and under policies of all shapes.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, dayFromIso, dayOf, isoOf } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { policyProfiles } from "../../../src/consent/data/policies.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import type { Deadline } from "../../../src/consent/law/deadline.ts";
import { type Asker, askers, askersFor, type RequestKind, requestKinds } from "../../../src/consent/law/requestKind.ts";
import type { RequestEvent } from "../../../src/consent/request/event.ts";
import { situationOf } from "../../../src/consent/request/situation.ts";
import { happened, policyOf, requestOf } from "./build.ts";
import { monthsOn, policyRule, reckon, secondDocument } from "./independentDeadlines.ts";

const calendar = workCalendar();
const runs = process.env["SLOW"] ? 40_000 : 4_000;
const first = dayOf(1990, 1, 1);
const end = dayOf(2099, 6, 30);

/** Whoever may ask for that; and everybody, so that it is also seen that the laws give others nothing. */
const asking: readonly (readonly [RequestKind, Asker])[] = requestKinds.flatMap((kind) => askers.map((asker) => [kind, asker] as const));

/** Half of the days lie around a change of law or a feast that moves a limit. */
const days = fc.oneof(
  fc.integer({ min: first, max: end }),
  fc.tuple(fc.constantFrom("2012-05-01", "2024-03-01", "2024-05-05", "2026-04-12", "2027-01-01", "2028-02-29", "2034-04-09", "2040-05-06", "2099-05-26"), fc.integer({ min: -60, max: 60 })).map(([iso, by]) => Math.min((dayFromIso(iso) ?? 0) + by, end)),
);

interface Came {
  readonly type: "promised" | "deferred" | "partly" | "refused" | "feeAsked" | "askedMore" | "reminded" | "silent";
  readonly after: number;
  readonly until: number | null;
  readonly sentBefore: number | null;
}
const came: fc.Arbitrary<Came> = fc.record({
  // A deferral is what most hangs on.
  type: fc.constantFrom("deferred", "deferred", "promised", "partly", "refused", "feeAsked", "askedMore", "reminded", "silent"),
  after: fc.nat({ max: 40 }),
  until: fc.option(fc.nat({ max: 120 }), { freq: 4 }),
  sentBefore: fc.option(fc.nat({ max: 5 })),
});

const term = fc.tuple(fc.constantFrom("firstAnswer", "fulfilment", "extended"), fc.integer({ min: 1, max: 60 }), fc.constantFrom("workingDays", "days"));

function eventsOf(filed: number, delivery: number, list: readonly Came[]): readonly RequestEvent[] {
  const received = filed + delivery;
  let on = received;
  const rest = list.map(({ type, after, until, sentBefore }, i) => {
    on += after;
    const notice = type === "deferred" ? { notice: { official: "ბ. ნ.", sentOn: sentBefore === null ? null : isoOf(on - sentBefore), reason: "არქივი", until: until === null ? null : isoOf(received + until), inWriting: true, explainsAppeal: true } } : {};
    return happened(type, isoOf(on), { id: `${type}-${i}`, ...notice });
  });
  return [happened("sent", isoOf(filed)), happened("received", isoOf(received)), ...rest];
}

const unit = { workingDays: "wd", days: "d", months: "m" } as const;
const shown = ({ ruleSetId, stage, count, unit: by, raw, day, holds, problem }: Deadline) => ({ what: `${ruleSetId} ${stage} ${count}${unit[by]}`, raw: isoOf(raw), day: isoOf(day), holds, problem });
const byName = <T extends { readonly what: string; readonly day: string }>(list: readonly T[]): readonly T[] => list.toSorted((a, b) => (`${a.what}${a.day}` < `${b.what}${b.day}` ? -1 : 1));
const iso = (day: number | null): string | null => (day === null ? null : isoOf(day));

describe("the deadline engine and a second one agree", () => {
  it("on every line, the reminder and the day of the complaint: every kind and asker, with what came, 1990 to 2099", () => {
    const met = new Map<string, number>();
    fc.assert(
      fc.property(fc.constantFrom(...asking), days, fc.nat({ max: 9 }), fc.array(came, { maxLength: 4 }), fc.constantFrom("none", "second", "read"), fc.array(term, { minLength: 1, maxLength: 3 }), ([kind, asker], filed, delivery, list, whose, terms) => {
        const events = eventsOf(filed, delivery, list);
        // A policy names each stage once: which of two is meant, its reader asks the person.
        const named = terms.filter(([stage], i) => terms.findIndex(([other]) => other === stage) === i);
        const read = policyOf(...named.map((one) => one.join(":")));
        const policies = { none: [], second: policyProfiles, read: [read] }[whose];
        const rules = { none: [], second: [secondDocument], read: [policyRule(read.id, named.map(([stage, count, by]) => `${stage}=${count}${unit[by]}`).join(" "))] }[whose];
        const situation = situationOf(requestOf(kind, asker, events), { statutes, policies, calendar }, filed);
        const expected = reckon({ kind, asker, events }, rules);
        expect(byName(situation.deadlines.map(shown))).toEqual(byName(expected.lines));
        expect(iso(situation.remindOn)).toBe(expected.remind);
        expect(iso(situation.complainFrom)).toBe(expected.complain);
        expect(iso(situation.askAnswerOn)).toBe(expected.look);
        if (expected.look !== null) met.set("look", (met.get("look") ?? 0) + 1);
        for (const { what, problem } of expected.lines) {
          const name = `${what.replace(/ \d.*/, "")}${problem ? `: ${problem}` : ""}`;
          met.set(name, (met.get(name) ?? 0) + 1);
        }
      }),
      { numRuns: runs },
    );
    // Each rule, stage and thing that can be wrong with a deferral was really met.
    const wanted = [
      ...["firstAnswer", "fulfilment", "extended", "extended: onceOnly", "extended: noticeLate", "extended: beyondLimit"].map((one) => `law-3144 ${one}`),
      "look", "law-5669 fulfilment", "public-information fulfilment", "public-information explanation",
      ...["firstAnswer", "fulfilment", "extended", "extended: notForThisAsker", "extended: onceOnly", "extended: noticeLate", "extended: beyondLimit"].map((one) => `policy-vitaguru ${one}`),
    ];
    expect(wanted.filter((one) => (met.get(one) ?? 0) < 3)).toEqual([]);
  });

  it("on every kind by everybody who may ask, deferred and not, on each day of the years in which the laws change and months are short", () => {
    for (const [from, to] of [[dayOf(2012, 4, 10), dayOf(2012, 5, 20)], [dayOf(2024, 2, 1), dayOf(2024, 5, 31)], [dayOf(2027, 11, 20), dayOf(2028, 3, 10)]] as const) {
      for (let filed = from; filed <= to; filed += 1) {
        for (const kind of requestKinds) {
          for (const asker of askersFor(kind)) {
            for (const list of [[], [{ type: "deferred", after: 4, until: 45, sentBefore: null }]] as readonly (readonly Came[])[]) {
              const events = eventsOf(filed, 0, list);
              const { deadlines, remindOn, complainFrom, askAnswerOn } = situationOf(requestOf(kind, asker, events), { statutes, policies: policyProfiles, calendar }, filed);
              const expected = reckon({ kind, asker, events }, [secondDocument]);
              const ours = { lines: byName(deadlines.map(shown)), remind: iso(remindOn), complain: iso(complainFrom), look: iso(askAnswerOn) };
              const theirs = { ...expected, lines: byName(expected.lines) };
              // Asked ten thousand times: the test runner's own comparison is for what differs.
              if (JSON.stringify(ours) !== JSON.stringify(theirs)) expect(ours, `${kind} ${asker} ${isoOf(filed)}`).toEqual(theirs);
            }
          }
        }
      }
    }
  });

  it("on the 45 days: a third party's deferral is held to them, whatever it promises, and one's own is a mere claim that moves nothing", () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...askers), fc.nat({ max: 20 }), fc.nat({ max: 200 }), (received, asker, after, until) => {
        const events = eventsOf(received, 0, [{ type: "deferred", after, until, sentBefore: null }]);
        const { deadlines } = situationOf(requestOf("existence", asker, events), { statutes, policies: policyProfiles, calendar }, received);
        const deferred = deadlines.find(({ ruleSetId, stage }) => ruleSetId === "policy-vitaguru" && stage === "extended");
        expect(deferred && isoOf(deferred.raw)).toBe(reckon({ kind: "existence", asker, events }, [secondDocument]).lines.find(({ what }) => what.endsWith("extended 45d"))?.raw);
        expect(deferred?.raw).toBe(received + Math.min(until, 45));
        expect(deferred?.holds).toBe(asker === "thirdParty" || asker === "legalPerson");
      }),
      { numRuns: 500 },
    );
  });

  it("on a complaint that goes to another body: nobody's time is known", () => {
    const events = eventsOf(dayOf(2026, 6, 1), 0, []);
    const request = { ...requestOf("complaint", "self", events), complainTo: { kind: "otherBody", name: "სამინისტრო" } as const };
    expect(situationOf(request, { statutes, policies: [], calendar }, dayOf(2026, 6, 1)).deadlines.map(shown)).toEqual(reckon({ kind: "complaint", asker: "self", events, elsewhere: true }, []).lines);
  });

  it("on a complaint to the body that decided, or to the one above it: a month, by the code", () => {
    const events = eventsOf(dayOf(2026, 6, 1), 0, []);
    const request = { ...requestOf("complaint", "self", events), complainTo: { kind: "higherBody", name: "" } as const };
    expect(situationOf(request, { statutes, policies: [], calendar }, dayOf(2026, 6, 1)).deadlines).toMatchObject([{ ruleSetId: "administrative-complaint", count: 1, unit: "months", raw: dayOf(2026, 7, 1), source: { article: "183" } }]);
  });

  it("on months, from every day of 1990 to 2099", () => {
    for (let at = first; at <= dayOf(2099, 12, 31); at += 1) for (const count of [1, 2, 3]) if (isoOf(addMonths(at, count)) !== monthsOn(isoOf(at), count)) throw new Error(`${isoOf(at)} and ${count} months`);
  });
});
