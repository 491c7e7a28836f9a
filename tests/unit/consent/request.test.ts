// The state machine of a request: every phase and every event between them. Requests of all kinds with all that is done to them are
// requestModel.test.ts, the days against a second engine deadlineEngine.test.ts.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, isoOf } from "../../../src/consent/calendar/day.ts";
import { addWorkingDays, workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { policyProfiles } from "../../../src/consent/data/policies.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import { applicableRules, complaintDay, deadlines, isMereClaim, reminderDay } from "../../../src/consent/law/deadline.ts";
import { askers, requestKinds } from "../../../src/consent/law/requestKind.ts";
import { answerTypes, eventTypes, type RequestEvent } from "../../../src/consent/request/event.ts";
import { after, append, type Phase, phaseOf, phases, possible } from "../../../src/consent/request/phase.ts";
import { newReference } from "../../../src/consent/request/request.ts";
import { situationOf } from "../../../src/consent/request/situation.ts";
import { happened, policyOf, requestOf } from "./build.ts";

const calendar = workCalendar();
const law = { statutes, policies: policyProfiles, calendar };
const start = dayOf(2026, 6, 1);

/** A shortest list of events that leads to each phase. */
const roads = new Map<Phase, readonly RequestEvent[]>([["draft", []]]);
for (const [, events] of roads) {
  for (const type of possible(phaseOf(events))) {
    const road = [...events, happened(type, isoOf(start + events.length))];
    if (!roads.has(phaseOf(road))) roads.set(phaseOf(road), road);
  }
}

describe("the phases", () => {
  it("can all be reached", () => {
    expect([...roads.keys()].toSorted()).toEqual([...phases].toSorted());
  });

  it.each([...roads])("%s: has a next step today and in a year, and each step can be taken", (phase, events) => {
    for (const kind of requestKinds) {
      for (const asker of askers) {
        for (const today of [start, start + 10, start + 400]) {
          const { steps } = situationOf(requestOf(kind, asker, events), law, today);
          expect(steps.length).toBeGreaterThan(0);
          for (const step of steps) if (step.event) expect(after(phase, step.event), `${phase}: ${step.kind}`).not.toBeNull();
          // Nobody is left with nothing but waiting.
          expect(steps.some((step) => step.kind !== "wait")).toBe(true);
        }
      }
    }
  });

  it("what was answered proves that the letter had come: its day is day zero until the person enters an earlier one, and nobody complains at once", () => {
    for (const type of ["promised", "askedMore", "deferred"] as const) {
      const events = [happened("sent", "2026-06-01"), happened(type, "2026-06-05")];
      const on = (today: number, all: readonly RequestEvent[] = events) => situationOf(requestOf("access", "self", all), { ...law, policies: [] }, today);
      const soon = on(dayOf(2026, 6, 8));
      expect([soon.receivedOn, soon.receiptKnown, soon.overdue], type).toEqual([dayOf(2026, 6, 5), false, false]);
      expect(soon.steps.find(({ kind }) => kind === "enterReceipt")?.event).toBe("received");
      expect(soon.remindOn).not.toBeNull();
      for (const one of soon.steps) if (one.about === "silence") expect(one.from).toBe(soon.complainFrom);
      const entered = on(dayOf(2026, 6, 8), [...events, happened("received", "2026-06-02")]);
      expect([entered.receivedOn, entered.receiptKnown]).toEqual([dayOf(2026, 6, 2), true]);
      expect(entered.steps.map(({ kind }) => kind)).not.toContain("enterReceipt");
      expect(entered.complainFrom ?? 0).toBeLessThan(soon.complainFrom ?? 0);
      expect(on(dayOf(2026, 9, 1)).overdue).toBe(true);
    }
    // All is there, or the letter never came: nothing is counted.
    for (const more of [[happened("satisfied", "2026-06-05")], [happened("returned", "2026-06-05")], [happened("returned", "2026-06-05"), happened("sent", "2026-06-08")]]) {
      expect(situationOf(requestOf("access", "self", [happened("sent", "2026-06-01"), ...more]), law, start + 30).receivedOn).toBeNull();
    }
  });

  it("after a complaint, a claim is about what the organisation did last, never about a refusal that there was not", () => {
    const before = [happened("sent", "2026-06-01"), happened("received", "2026-06-01")];
    for (const [what, about] of [["silent", "silence"], ["refused", "refusal"], ["deferred", "deferral"], ["partly", "incomplete"]] as const) {
      for (const then of [[], [happened("decided", "2026-08-01")], [happened("sued", "2026-08-01"), happened("judged", "2026-09-01")]]) {
        const { steps } = situationOf(requestOf("access", "self", [...before, happened(what, "2026-06-10"), happened("complained", "2026-06-12"), ...then]), law, start + 100);
        expect(steps.find(({ kind }) => kind === "sue")?.about, what).toBe(about);
      }
    }
  });

  it("an answer of the organisation is never turned away once the request is on its way", () => {
    for (const phase of phases) {
      if (["draft", "signed", "returned", "closed"].includes(phase)) continue;
      for (const type of ["promised", "askedMore", "deferred", "partly", "satisfied", "refused", "feeAsked"] as const) expect(after(phase, type), `${phase} ${type}`).not.toBeNull();
    }
  });

  it("what can't happen is refused with its reason and leaves the list as it was", () => {
    for (const [phase, events] of roads) {
      for (const type of eventTypes) {
        const added = append(events, happened(type, "2026-12-31"));
        if (after(phase, type) === null) expect(added).toEqual({ refused: "notHere" });
        // Nobody answers what has not come.
        else if (type === "received" && events.some((one) => answerTypes.includes(one.type))) expect(added).toEqual({ refused: "afterTheAnswer" });
        else expect("events" in added && added.events).toEqual([...events, happened(type, "2026-12-31")]);
      }
    }
    const sent = [happened("sent", "2026-06-10")];
    expect(append(sent, happened("received", "2026-06-09"))).toEqual({ refused: "beforeTheLast" });
    expect(() => phaseOf([happened("judged", "2026-06-09")])).toThrow("can't happen");
  });

  it("a closed request is opened again where it stood", () => {
    const events = [happened("sent", "2026-06-01"), happened("received", "2026-06-02"), happened("partly", "2026-06-05"), happened("closed", "2026-06-06"), happened("reopened", "2026-06-07")];
    expect(phaseOf(events)).toBe("partial");
  });
});

describe("deadlines", () => {
  const receipts = fc.integer({ min: dayOf(2024, 3, 1), max: dayOf(2099, 6, 1) });
  it("the reminder is never later than a complaint is offered, and a deferral never brings one nearer", () => {
    fc.assert(
      fc.property(receipts, fc.constantFrom(...requestKinds), fc.constantFrom(...askers), fc.nat({ max: 80 }), fc.option(fc.nat({ max: 120 })), (receivedOn, kind, asker, sentAfter, promise) => {
        const rules = applicableRules(receivedOn, statutes, policyProfiles);
        const clock = { kind, asker, filedOn: receivedOn, receivedOn, answeredOn: null, refusedOn: null, deferrals: [] };
        const plain = deadlines(clock, rules, calendar);
        const deferred = deadlines({ ...clock, deferrals: [{ sentOn: receivedOn + sentAfter, until: promise === null ? null : receivedOn + promise }] }, rules, calendar);
        for (const all of [plain, deferred]) {
          const [remind, complain] = [reminderDay(all), complaintDay(all)];
          if (complain !== null) expect(remind ?? Infinity).toBeLessThan(complain);
        }
        expect(plain.every((one) => one.stage !== "extended")).toBe(true);
        // A mere claim is marked and never moves the day of the complaint.
        for (const one of deferred.filter((each) => isMereClaim(each, asker))) expect(one.holds).toBe(false);
        const extended = deferred.find((one) => one.stage === "extended" && one.holds);
        if (!extended) expect(complaintDay(deferred)).toBe(complaintDay(plain));
        expect(complaintDay(deferred) ?? 0).toBeGreaterThanOrEqual(complaintDay(plain) ?? 0);
      }),
      { numRuns: 2000 },
    );
  });

  it("whatever a policy promises, the earliest day that is still awaited reminds, and no complaint moves where a statute sets its day", () => {
    const term = fc.tuple(fc.constantFrom("firstAnswer", "fulfilment"), fc.integer({ min: 1, max: 60 }), fc.constantFrom("workingDays", "days")).map((one) => one.join(":"));
    let nearer = 0;
    fc.assert(
      fc.property(receipts, fc.constantFrom(...requestKinds), fc.constantFrom(...askers), fc.array(term, { minLength: 1, maxLength: 3 }), fc.option(fc.nat({ max: 40 })), (receivedOn, kind, asker, terms, days) => {
        const answeredOn = days === null ? null : receivedOn + days;
        const clock = { kind, asker, filedOn: receivedOn, receivedOn, answeredOn, refusedOn: null, deferrals: [] };
        const lawful = deadlines(clock, applicableRules(receivedOn, statutes, []), calendar);
        const all = deadlines(clock, applicableRules(receivedOn, statutes, [policyOf(...terms)]), calendar);
        const awaited = all.filter(({ stage }) => answeredOn === null || stage !== "firstAnswer").map(({ day }) => day);
        expect(reminderDay(all)).toBe(awaited.length === 0 ? null : Math.min(...awaited));
        expect(reminderDay(all) ?? -Infinity).toBeLessThan(complaintDay(all) ?? Infinity);
        if (complaintDay(lawful) !== null) expect(complaintDay(all)).toBe(complaintDay(lawful));
        if ((reminderDay(all) ?? Infinity) < (reminderDay(lawful) ?? -Infinity)) nearer += 1;
      }),
      { numRuns: 1000 },
    );
    expect(nearer).toBeGreaterThan(50);
  });

  it("a day of the government's moves a deadline, and only later", () => {
    fc.assert(
      fc.property(receipts, fc.array(fc.nat({ max: 30 }), { maxLength: 4 }), (receivedOn, off) => {
        const changed = workCalendar({ daysOff: off.map((one) => isoOf(receivedOn + one)), worked: [] });
        expect(addWorkingDays(receivedOn, 10, changed)).toBeGreaterThanOrEqual(addWorkingDays(receivedOn, 10, calendar));
      }),
    );
  });
});

describe("references", () => {
  it("can be read aloud, and need their randomness", () => {
    expect(newReference(2026, Uint8Array.of(0, 31, 32, 255, 10, 20, 30))).toBe("2026-0Z0ZAMY");
    expect(() => newReference(2026, new Uint8Array(3))).toThrow(RangeError);
  });
});
