// What somebody enters late, in part, or after what came later: the clock, the steps and what a court is told go by the days on which
// things came, and not by the order in which papers were found.
import { describe, expect, it } from "vitest";
import { dayFromIso, isoOf } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import type { Asker, RequestKind } from "../../../src/consent/law/requestKind.ts";
import { enter } from "../../../src/consent/request/enter.ts";
import type { EventType, RequestEvent } from "../../../src/consent/request/event.ts";
import { lateAnswerOn } from "../../../src/consent/request/grievance.ts";
import { place } from "../../../src/consent/request/phase.ts";
import { type Situation, situationOf, timeline } from "../../../src/consent/request/situation.ts";
import { calendarEntries } from "../../../src/consent/view/calendarEntries.ts";
import { dueDays, lastDay, owedDay } from "../../../src/consent/view/reminders.ts";
import { standingOf } from "../../../src/consent/view/standing.ts";
import { dueOf } from "../../../src/personal/due.ts";
import { goodDeferral, happened, hastyPolicy, requestOf } from "./build.ts";
import { reckon } from "./independentDeadlines.ts";

const law = { statutes, policies: [], calendar: workCalendar() };
const day = (iso: string): number => dayFromIso(iso) ?? Number.NaN;
const iso = (on: number | null): string | null => (on === null ? null : isoOf(on));
const came = [happened("sent", "2026-06-01"), happened("received", "2026-06-01")];

type Of = readonly [RequestKind, Asker];
const own: Of = ["access", "self"];
const at = (on: string, more: readonly RequestEvent[], [kind, asker]: Of = own, policies: readonly (typeof hastyPolicy)[] = []): Situation => situationOf(requestOf(kind, asker, [...came, ...more]), { ...law, policies }, day(on));
const stepsOf = ({ steps }: Situation): readonly string[] => steps.map(({ kind, from }) => (from === null ? kind : `${kind} ${isoOf(from)}`));

/** Entered on those days, as the page enters it. */
function entered(...all: readonly (readonly [today: string, event: RequestEvent])[]): readonly RequestEvent[] {
  let events: readonly RequestEvent[] = came;
  for (const [today, event] of all) {
    const added = enter(events, event, situationOf(requestOf("access", "self", events), law, day(today)));
    if ("refused" in added) throw new Error(`${event.type} is refused`);
    ({ events } = added);
  }
  return events;
}
const claimed = (events: readonly RequestEvent[], on: string) => situationOf(requestOf("access", "self", events), law, day(on)).steps.find(({ kind }) => kind === "sue");
const typesOf = (events: readonly RequestEvent[]): readonly EventType[] => events.slice(came.length).map(({ type }) => type);

describe("a refusal that was taken back", () => {
  const information: Of = ["publicInformation", "self"];
  const refused = happened("refused", "2026-06-03");

  it("owes no explanation: the day for the information reminds again, by both clocks", () => {
    expect(iso(at("2026-06-04", [refused], information).remindOn)).toBe("2026-06-08");
    for (const type of ["promised", "askedMore", "partly", "deferred", "satisfied"] as const) {
      const then = [refused, happened(type, "2026-06-04")];
      const now = at("2026-06-05", then, information);
      expect([iso(now.remindOn), now.deadlines.some(({ stage }) => stage === "explanation")], type).toEqual(["2026-06-11", false]);
      expect(reckon({ kind: "publicInformation", asker: "self", events: [...came, ...then] }, []).remind, type).toBe("2026-06-11");
    }
  });

  it("stands again once it is refused again, and a fee leaves it as it is", () => {
    for (const then of [[refused, happened("feeAsked", "2026-06-04")], [happened("refused", "2026-06-01"), happened("promised", "2026-06-02"), refused]]) expect(iso(owedDay(at("2026-06-04", then, information), day("2026-06-04")))).toBe("2026-06-08");
  });
});

describe("a part that came while time is left", () => {
  const part = happened("partly", "2026-06-03");

  it("leaves the rest owed by the same day: it reminds, it is in the calendar, and the complaint waits for the law's day", () => {
    const now = at("2026-06-04", [part]);
    expect([now.phase, now.restOwed, now.overdue, iso(lastDay(now)), iso(owedDay(now, day("2026-06-04")))]).toEqual(["partial", true, false, "2026-06-15", "2026-06-15"]);
    expect(stepsOf(now)).toEqual(["wait", "enterAnswer", "contest", "complain 2026-06-16", "close"]);
    expect(standingOf(requestOf("access", "self", [...came, part]), now)?.phase).toBe("restOwed");
    const names = { request: () => "", keeping: () => "", receipt: () => "", look: () => "", filing: () => "", decision: () => "", unverified: "" };
    expect(calendarEntries([{ request: requestOf("access", "self", [...came, part]), situation: now }], [], "ka", names).map((one) => [isoOf(one.day), one.cancelled])).toEqual([["2026-06-15", false]]);
    // It was asked for at once, politely: its time is the same.
    expect(stepsOf(at("2026-06-04", [part, happened("contested", "2026-06-04")]))).toContain("complain 2026-06-16");
  });

  it("is complained of as incomplete once that day is over, and nothing calls it silence", () => {
    const now = at("2026-06-16", [part]);
    expect([now.overdue, standingOf(requestOf("access", "self", [...came, part]), now)?.phase]).toEqual([true, "partial"]);
    expect(stepsOf(now)).toEqual(["contest", "enterAnswer", "complain", "sue", "close"]);
    expect(timeline(requestOf("access", "self", [...came, part]), now).map(({ type }) => type)).toEqual(["sent", "received", "partly"]);
    const events = entered(["2026-06-03", part], ["2026-06-20", happened("complained", "2026-06-20", { about: "incomplete" })]);
    expect(typesOf(events)).toEqual(["partly", "complained"]);
    expect(claimed(events, "2026-06-21")?.about).toBe("incomplete");
  });

  it("is complained of at once where the organisation says that it is all, or thinks so", () => {
    for (const then of [[happened("partly", "2026-06-03", { isAll: true })], [happened("satisfied", "2026-06-03"), happened("contested", "2026-06-04")]]) {
      const now = at("2026-06-04", then);
      expect([now.restOwed, lastDay(now), owedDay(now, day("2026-06-04")), now.steps.find(({ kind }) => kind === "complain")?.from]).toEqual([false, null, null, null]);
      expect(at("2026-06-20", then).overdue).toBe(false);
    }
    // What it says later counts.
    expect(at("2026-06-06", [happened("partly", "2026-06-03", { isAll: true }), happened("partly", "2026-06-05", { isAll: false })]).restOwed).toBe(true);
  });

  it("of public information reminds once more before the month for a complaint is over", () => {
    const request = requestOf("publicInformation", "self", [...came, part]);
    const due = (today: string) => dueDays([{ request, situation: situationOf(request, law, day(today)) }], [], day(today)).map((one) => isoOf(one.day));
    expect([due("2026-06-04"), due("2026-06-20"), due("2026-06-26"), due("2026-07-04")]).toEqual([["2026-06-11"], ["2026-06-16"], ["2026-06-26"], ["2026-06-16"]]);
  });

  it("an authority that upholds a complaint in part has decided", () => {
    expect(stepsOf(at("2026-06-04", [part], ["complaint", "self"]))).toEqual(["contest", "enterAnswer", "sue", "close"]);
  });

  it("its own day, where it comes first, brings no complaint forward", () => {
    const now = at("2026-06-09", [part], own, [hastyPolicy]);
    expect([iso(now.remindOn), now.late, now.overdue]).toEqual(["2026-06-08", true, false]);
    expect(stepsOf(now)).toEqual(["contest", "enterAnswer", "complain 2026-06-16", "close"]);
  });

  it("where nobody knows a time, the rest is asked for before anybody complains", () => {
    const other: Of = ["access", "thirdParty"];
    expect(stepsOf(at("2026-06-04", [part], other))).toEqual(["wait", "enterAnswer", "contest", "close"]);
    expect(stepsOf(at("2026-06-20", [part, happened("contested", "2026-06-10")], other))).toEqual(["wait", "enterAnswer", "contest", "complain", "close"]);
  });
});

describe("a request of which nobody knows by when it is answered", () => {
  const other: Of = ["access", "thirdParty"];
  const look = (today: string, ...more: readonly RequestEvent[]) => {
    const now = at(today, more, other);
    expect([now.remindOn, now.complainFrom, now.overdue]).toEqual([null, null, false]);
    expect(owedDay(now, day(today))).toBe(now.askAnswerOn);
    return iso(now.askAnswerOn);
  };

  it("reminds all the same: ten working days after the last word of either side, and again after each", () => {
    expect(look("2026-06-02")).toBe("2026-06-15");
    expect(look("2026-06-20", happened("reminded", "2026-06-16"))).toBe("2026-06-30");
    expect(look("2026-06-04", happened("askedMore", "2026-06-03"), happened("gaveMore", "2026-06-04"))).toBe("2026-06-18");
    // A day that the organisation chose is waited for; once it was reminded of it, no longer.
    const until = (on: string | null) => happened("deferred", "2026-06-05", { notice: { ...goodDeferral, until: on } });
    expect([look("2026-06-08", until("2026-07-20")), look("2026-06-08", until(null))]).toEqual(["2026-07-21", "2026-06-19"]);
    expect(look("2026-07-22", until("2026-07-20"), happened("reminded", "2026-07-21"))).toBe("2026-08-04");
  });

  it("is no limit: it is in the calendar by its own name, in the list of what waits once the day has come, and no answer is late", () => {
    const names = { request: () => "last day", keeping: () => "", receipt: () => "", look: () => "look", filing: () => "", decision: () => "", unverified: "" };
    const request = requestOf("access", "thirdParty", came);
    const due = (today: string) => {
      const tracked = [{ request, situation: situationOf(request, law, day(today)) }];
      expect(calendarEntries(tracked, [], "ka", names).map((one) => [one.summary, isoOf(one.day)])).toEqual([["look", "2026-06-15"]]);
      expect(lastDay(tracked[0]!.situation)).toBeNull();
      return dueOf({ tracked, rows: [], organisations: new Map(), notices: [], answers: [], drafts: [], forms: [], cardEnds: null, today: day(today), language: "ka" }).map(({ kind }) => kind);
    };
    expect([due("2026-06-14"), due("2026-06-15")]).toEqual([[], ["look"]]);
  });

  it("is not asked for where an answer came, a day is known, or a court decides", () => {
    expect(at("2026-06-20", [], ["claim", "self"]).askAnswerOn).toBeNull();
    for (const type of ["satisfied", "refused", "complained", "closed"] as const) expect(at("2026-06-10", [happened(type, "2026-06-08")], other).askAnswerOn, type).toBeNull();
    expect([at("2026-06-10", []).askAnswerOn, at("2026-06-10", [], other, [hastyPolicy]).askAnswerOn]).toEqual([null, null]);
  });
});

describe("in whichever order papers are found", () => {
  const dates = ["2026-06-08", "2026-06-20", "2026-07-05"] as const;
  const words = ["promised", "askedMore", "deferred", "partly", "refused", "feeAsked"] as const;
  const said = (facts: readonly RequestEvent[], today: (fact: RequestEvent) => string): string => {
    const request = requestOf("access", "self", entered(...facts.map((one) => [today(one), one] as const)));
    const { phase, overdue, remindOn, complainFrom, restOwed, steps } = situationOf(request, law, day("2026-07-10"));
    return JSON.stringify([phase, overdue, remindOn, complainFrom, restOwed, steps]);
  };

  it("a request stands where it would stand if each had been entered on its day", () => {
    let orders = 0;
    for (const first of words) for (const second of words) for (const third of [...words, "satisfied"] as const) {
      const facts = [first, second, third].map((type, i) => happened(type, dates[i] ?? "", type === "deferred" ? { notice: { ...goodDeferral, until: "2026-06-29" } } : {}));
      const live = said(facts, ({ on }) => on);
      for (const order of [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]) {
        expect(said(order.map((i) => facts[i]!), () => "2026-07-10"), order.map((i) => facts[i]!.type).join()).toBe(live);
        orders += 1;
      }
    }
    expect(orders).toBe(6 * 6 * 7 * 5);
  });

  it("silence is entered right before what came late, once, and never behind a last word", () => {
    const [fee, no] = [happened("feeAsked", "2026-07-05"), happened("refused", "2026-06-20")];
    expect(typesOf(entered(["2026-07-10", fee], ["2026-07-10", no]))).toEqual(["silent", "refused", "feeAsked"]);
    expect(typesOf(entered(["2026-06-20", happened("promised", "2026-06-20")], ["2026-07-05", happened("refused", "2026-07-05")]))).toEqual(["silent", "promised", "refused"]);
  });

  it("late is what came late, also where the receipt was entered after it", () => {
    const events = [happened("sent", "2026-06-01"), happened("satisfied", "2026-06-20"), happened("contested", "2026-06-21"), happened("received", "2026-06-02")];
    expect(lateAnswerOn(events, situationOf(requestOf("access", "self", events), law, day("2026-06-22")).complainFrom)).toBe("2026-06-20");
  });

  it("what the person wrote stands before the answers that came after it", () => {
    const asked = [happened("askedMore", "2026-06-03"), happened("askedMore", "2026-06-10", { id: "again" })];
    const now = (all: readonly RequestEvent[]) => situationOf(requestOf("access", "self", all), law, day("2026-06-12")).phase;
    const gave = (on: string) => entered(...asked.map((one) => [one.on, one] as const), ["2026-06-12", happened("gaveMore", on)]);
    expect([now(gave("2026-06-05")), now(gave("2026-06-11"))]).toEqual(["waitingForMe", "underway"]);
    // The question that was answered is found again: nobody is asked twice.
    expect(now(entered(["2026-06-03", asked[0]!], ["2026-06-11", happened("gaveMore", "2026-06-11")], ["2026-06-12", asked[1]!]))).toBe("underway");
    expect(now(entered(["2026-06-03", happened("satisfied", "2026-06-03")], ["2026-06-11", happened("satisfied", "2026-06-11", { id: "rest" })], ["2026-06-12", happened("contested", "2026-06-05")]))).toBe("satisfied");
  });
});

describe("an answer from before a complaint, entered after it", () => {
  it("is none since: a claim is about what the complaint was about", () => {
    const events = entered(["2026-06-10", happened("refused", "2026-06-10")], ["2026-06-12", happened("complained", "2026-06-12", { about: "refusal" })], ["2026-06-20", happened("partly", "2026-06-11")]);
    expect(claimed(events, "2026-06-20")?.about).toBe("refusal");
    // Since the complaint, it is what there is.
    const since = entered(["2026-06-10", happened("refused", "2026-06-10")], ["2026-06-12", happened("complained", "2026-06-12", { about: "refusal" })], ["2026-06-20", happened("partly", "2026-06-12")]);
    expect(claimed(since, "2026-06-20")?.about).toBe("incomplete");
  });

  it("that none had come, or only a deferral, nobody says any more: the claim is about that answer", () => {
    for (const began of ["silence", "deferral"] as const) {
      const events = entered(["2026-06-20", happened("complained", "2026-06-20", { about: began })], ["2026-06-22", happened("refused", "2026-06-10")]);
      expect(claimed(events, "2026-06-22")?.about, began).toBe("refusal");
    }
  });
});

describe("a deferral that came in time, entered after what came later", () => {
  const until = { notice: { ...goodDeferral, sentOn: "2026-06-10", until: "2026-06-29" } };
  const deferred = happened("deferred", "2026-06-10", until);

  it("silence and a refusal are on record: the refusal is the last word, it was not late, and both clocks count the deferral", () => {
    const events = entered(["2026-06-20", happened("refused", "2026-06-20")], ["2026-06-22", deferred]);
    expect(typesOf(events)).toEqual(["silent", "deferred", "refused"]);
    const now = situationOf(requestOf("access", "self", events), law, day("2026-06-22"));
    expect([now.phase, now.overdue, iso(now.complainFrom), now.steps[0]?.about, lateAnswerOn(events, now.complainFrom)]).toEqual(["refused", false, "2026-06-30", "refusal", null]);
    expect(reckon({ kind: "access", asker: "self", events }, [])).toMatchObject({ remind: "2026-06-29", complain: "2026-06-30" });
    // After a promise instead, the day of the deferral is the one that is waited for.
    const promised = entered(["2026-06-20", happened("promised", "2026-06-20")], ["2026-06-22", deferred]);
    expect(stepsOf(situationOf(requestOf("access", "self", promised), law, day("2026-06-22")))).toContain("complain 2026-06-30");
  });

  it("silence was complained of: no claim about it before the day to which it was deferred", () => {
    const events = entered(["2026-06-20", happened("complained", "2026-06-20", { about: "silence" })], ["2026-06-22", deferred]);
    expect(claimed(events, "2026-06-22")).toMatchObject({ about: "silence", from: day("2026-06-30") });
  });

  it("stands before what can't have followed on it otherwise, and undoes no last word", () => {
    const events = [...came, happened("satisfied", "2026-06-08"), happened("refused", "2026-06-20")];
    const placed = place(events, deferred);
    expect("events" in placed && typesOf(placed.events)).toEqual(["satisfied", "deferred", "refused"]);
  });
});
