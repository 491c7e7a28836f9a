// Whatever happened to a request, in whatever order it was entered, taken back or put back: what its letters claim did happen, its clock
// runs, and it leads nobody to complain too early.
import fc from "fast-check";
import { expect, it } from "vitest";
import { dayFromIso, isoOf } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { policyProfiles } from "../../../src/consent/data/policies.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import { type Asker, askersFor, type RequestKind, requestKinds } from "../../../src/consent/law/requestKind.ts";
import { compose } from "../../../src/consent/letters/compose.ts";
import { letterText } from "../../../src/consent/letters/letter.ts";
import { putBack, takenBack } from "../../../src/consent/letters/takeBack.ts";
import { enter } from "../../../src/consent/request/enter.ts";
import { type EventType, eventTypes } from "../../../src/consent/request/event.ts";
import { after, canHaveHappened, phaseOf } from "../../../src/consent/request/phase.ts";
import type { DataRequest } from "../../../src/consent/request/request.ts";
import { type Situation, situationOf } from "../../../src/consent/request/situation.ts";
import { happened, organisationOf, policyOf, requestOf } from "./build.ts";

const asking: readonly (readonly [RequestKind, Asker])[] = requestKinds.flatMap((kind) => askersFor(kind).map((asker) => [kind, asker] as const));
const policies = [null, policyProfiles[0] ?? null, policyOf("firstAnswer:3:workingDays"), policyOf("extended:45:days"), policyOf("firstAnswer:1:days", "fulfilment:999:days")];
const answers: readonly EventType[] = ["promised", "askedMore", "deferred", "partly", "satisfied", "refused", "feeAsked"];
const languages = ["ka", "en"] as const;

/** A moment: so many days later something happens that was dated so many days before, or the last is taken back. */
const moments = fc.array(fc.record({ later: fc.constantFrom(0, 0, 1, 5, 15, 40), before: fc.constantFrom(0, 0, 0, 2, 8), which: fc.nat({ max: 999 }), undo: fc.integer({ min: 0, max: 9 }), notice: fc.nat({ max: 7 }) }), { minLength: 3, maxLength: 14 });

const deferral = (on: number, which: number): object => ({
  notice: { official: which & 1 ? "ბ. ნ." : null, sentOn: which === 7 ? isoOf(on + 300) : isoOf(on), reason: which & 2 ? "არქივი" : null, until: which & 4 ? isoOf(on + 9) : null, inWriting: null, explainsAppeal: null },
});

function claims(request: DataRequest, situation: Situation, policy: (typeof policies)[number], calendar: ReturnType<typeof workCalendar>, today: number): void {
  const { events } = request;
  const since = events.slice(events.findLastIndex(({ type }) => type === "sent"));
  const has = (...types: readonly EventType[]): boolean => since.some(({ type }) => types.includes(type));
  const isOver = situation.complainFrom !== null && today >= situation.complainFrom;
  for (const step of situation.steps) {
    // Before its day a letter can't be sent.
    if (step.letter === null || (step.from !== null && step.from > today)) continue;
    for (const language of languages) {
      const followUp = { kind: step.letter, about: step.about, overdue: situation.overdue };
      const text = letterText(compose({ language, request, organisation: organisationOf({ policy, sector: "public" }), followUp, complainTo: null, court: null, given: null, follows: null }, calendar, today));
      expect(text).not.toMatch(/[{}]|undefined|null|\.\.|;\.|\n{3}| {2}/);
      const says = (words: RegExp, only: boolean): void => (only ? undefined : expect(text, `${step.letter} ${situation.phase} ${events.map(({ type, on }) => `${type} ${on}`).join(", ")}`).not.toMatch(words));
      says(/პასუხი დღემდე არ მიმიღია|no answer to this day/, !has(...answers));
      says(/(?<!ერთ-ერთი )ვადა (?:უკვე გავიდა|ამოიწურა)|The time (?:set |)[^.]*has (?:already )?passed/, isOver);
      says(/მეთქვა უარი|was refused/, events.some(({ type }) => type === "refused"));
      says(/გადაიდო|was deferred/, events.some(({ type }) => type === "deferred"));
      says(/მიღების თარიღი: \d|მიღების დამადასტურებელ|Received on: \d|sending and receipt/, events.some(({ type }) => type === "received"));
    }
  }
}

it("a walk through a request never ends in an untrue letter, a clock that stands still or a complaint too early", () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(fc.constantFrom(...asking), fc.constantFrom(...policies), fc.constantFrom("2026-06-01", "2026-12-20", "2027-04-24", "2024-02-20", "2026-02-20"), fc.option(fc.nat({ max: 30 })), moments, ([kind, asker], policy, start, off, list) => {
      let today = dayFromIso(start) ?? 0;
      let request = requestOf(kind, asker, [happened("sent", start)]);
      for (const [i, { later, before, which, undo, notice }] of list.entries()) {
        today += later;
        // Half way through, a day off is entered: perhaps one that is behind.
        const calendar = workCalendar({ daysOff: off !== null && i > list.length / 2 ? [isoOf((dayFromIso(start) ?? 0) + off)] : [], worked: [] });
        const law = { statutes, policies: policy ? [policy] : [], calendar };
        const last = request.events.at(-1);
        if (undo === 0 && last) {
          const undone = takenBack(request, last);
          if (!undone) throw new Error("the last can be taken back");
          expect(putBack(undone, last, null)).toMatchObject({ events: request.events });
          request = undone;
        } else {
          const fitting = eventTypes.filter((type) => after(phaseOf(request.events), type) !== null && type !== "silent");
          const type = fitting[which % fitting.length] ?? "sent";
          const on = today - before;
          const added = enter(request.events, happened(type, isoOf(on), { id: `e${i}`, ...(type === "deferred" ? deferral(on, notice) : {}) }), situationOf(request, law, today));
          if ("events" in added) {
            expect(canHaveHappened(added.events)).toBe(true);
            expect(added.events.filter((one) => one.type !== "silent")).toHaveLength(request.events.filter((one) => one.type !== "silent").length + 1);
            request = { ...request, events: added.events };
            met.add(type);
          }
        }
        const situation = situationOf(request, law, today);
        const { events } = request;
        const since = events.slice(events.findLastIndex((one) => one.type === "sent"));
        if (["underway", "promised", "waitingForMe", "deferred"].includes(situation.phase)) expect(situation.receivedOn).not.toBeNull();
        if (situation.complainFrom !== null && today < situation.complainFrom) expect(situation.overdue).toBe(false);
        for (const step of situation.steps) {
          if (step.kind !== "complain" || step.about !== "silence" || (step.from !== null && step.from > today)) continue;
          // What came late was late by the clock, or was said to be before it came.
          if (situation.phase === "satisfied") expect(events.some(({ type, on }) => answers.includes(type) && (situation.complainFrom === null ? events.some((one) => one.type === "silent" && one.on <= on) : on >= isoOf(situation.complainFrom)))).toBe(true);
          else expect(situation.overdue || since.some((one) => one.type === "reminded")).toBe(true);
        }
        // What is offered can be recorded on some day: today, or one before it.
        for (const { event } of situation.steps) {
          if (event === null) continue;
          const days = Array.from({ length: today - (dayFromIso(start) ?? 0) + 1 }, (_, ago) => isoOf(today - ago));
          expect(days.some((on) => "events" in enter(events, happened(event, on, { id: "tried" }), situation)), `${situation.phase} ${event}: ${events.map((one) => `${one.type} ${one.on}`).join(", ")}`).toBe(true);
        }
        claims(request, situation, policy, calendar, today);
      }
    }),
    { numRuns: process.env["SLOW"] ? 3_000 : 120 },
  );
  expect(met.size).toBeGreaterThan(15);
});
