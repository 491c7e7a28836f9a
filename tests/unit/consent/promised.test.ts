// Lines 107, 136: the first answer came. Nobody is reminded of it any more, and no letter says that nothing came.
import { describe, expect, it } from "vitest";
import { dayFromIso, isoOf } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { vitaguru } from "../../../src/consent/data/policies.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import { isUnverified } from "../../../src/consent/law/deadline.ts";
import type { RuleSet } from "../../../src/consent/law/ruleSet.ts";
import { compose } from "../../../src/consent/letters/compose.ts";
import { letterText } from "../../../src/consent/letters/letter.ts";
import type { FollowUp } from "../../../src/consent/request/followUp.ts";
import type { DataRequest } from "../../../src/consent/request/request.ts";
import { situationOf } from "../../../src/consent/request/situation.ts";
import { calendarEntries } from "../../../src/consent/view/calendarEntries.ts";
import { dueDays, lastDay } from "../../../src/consent/view/reminders.ts";
import { happened, hastyPolicy, organisationOf, policyOf, requestOf } from "./build.ts";

const calendar = workCalendar();
const came = [happened("sent", "2026-06-01"), happened("received", "2026-06-01")];
const promised = happened("promised", "2026-06-03");
const own = (...more: DataRequest["events"]): DataRequest => requestOf("access", "self", [...came, ...more]);
const third = (...more: DataRequest["events"]): DataRequest => requestOf("access", "thirdParty", [...came, ...more]);
const day = (iso: string): number => dayFromIso(iso) ?? Number.NaN;

function on(iso: string, request: DataRequest, policy: RuleSet) {
  const tracked = { request, situation: situationOf(request, { statutes, policies: [policy], calendar }, day(iso)) };
  const names = { request: () => "პასუხის ვადა", keeping: () => "", receipt: () => "", look: () => "", filing: () => "", decision: () => "", unverified: "" };
  const entries = calendarEntries([tracked], [], "ka", names);
  const last = lastDay(tracked.situation);
  return {
    ...tracked.situation,
    last: last === null ? null : isoOf(last),
    due: dueDays([tracked], [], day(iso)).map((one) => isoOf(one.day)),
    kept: entries.filter(({ cancelled }) => !cancelled).map((one) => isoOf(one.day)),
    takenOut: entries.filter(({ cancelled }) => cancelled).map((one) => isoOf(one.day)),
  };
}

/** The letter that the step of that day offers, as the pages write it. */
function written(iso: string, request: DataRequest, policy: RuleSet | null, kind: FollowUp, language: "ka" | "en" = "ka"): string {
  const organisation = organisationOf({ policy });
  const { overdue, steps } = situationOf(request, { statutes, policies: policy ? [policy] : [], calendar }, day(iso));
  const about = steps.find(({ letter }) => letter === kind)?.about ?? null;
  return letterText(compose({ language, request, organisation, followUp: { kind, about, overdue }, complainTo: null, court: null, given: null, follows: null }, calendar, day(iso)));
}
const nothingCame = /პასუხი დღემდე არ მიმიღია|no answer to this day/;

describe("the first answer came", () => {
  it("a third party: the list, the reminder and the calendar go over to the thirtieth day", () => {
    const before = on("2026-06-10", third(), vitaguru);
    expect([before.last, before.due, before.kept, before.takenOut]).toEqual(["2026-06-15", ["2026-06-15"], ["2026-06-15", "2026-07-01"], []]);
    const then = on("2026-06-10", third(promised), vitaguru);
    expect([then.last, then.due, then.kept, then.takenOut]).toEqual(["2026-07-01", ["2026-07-01"], ["2026-07-01"], ["2026-06-15"]]);
  });

  it("one's own request under a policy that answers before the law's day", () => {
    const policy = policyOf("firstAnswer:3:workingDays");
    expect(on("2026-06-03", own(), policy).last).toBe("2026-06-04");
    const then = on("2026-06-05", own(promised), policy);
    expect([then.late, then.last, then.due, then.kept, then.takenOut]).toEqual([false, "2026-06-15", ["2026-06-15"], ["2026-06-15"], ["2026-06-04"]]);
  });

  it("block: the three days that nobody could verify are over with it, and the day that counts is a verified one", () => {
    const block = (...more: DataRequest["events"]): DataRequest => requestOf("block", "self", [...came, ...more]);
    const [before, then] = [on("2026-06-05", block(), vitaguru), on("2026-06-05", block(promised), vitaguru)];
    expect([before.late, before.last, isUnverified(before.deadlines, day("2026-06-04"))]).toEqual([true, "2026-06-04", true]);
    expect([then.late, then.last, isUnverified(then.deadlines, day("2026-06-15"))]).toEqual([false, "2026-06-15", false]);
    expect(then.takenOut).toContain("2026-06-04");
  });

  it("taken back, it is awaited again", () => {
    const request = third(promised);
    expect(on("2026-06-20", { ...request, events: request.events.slice(0, -1) }, vitaguru)).toMatchObject({ late: true, last: "2026-06-15" });
  });
});

describe("a letter after the first answer", () => {
  it("a reminder says what came and what did not, before the law's day and after it", () => {
    const early = written("2026-06-09", own(promised), hastyPolicy, "reminder");
    expect(early).toContain("თქვენგან შეტყობინება მივიღე (03.06.2026), თუმცა მოთხოვნა დღემდე არ დაკმაყოფილებულა, ერთ-ერთი ვადა კი უკვე გავიდა: 08.06.2026");
    const late = written("2026-06-20", own(promised), hastyPolicy, "reminder", "en");
    expect(late).toContain("The time has passed. I received a notice from you (03.06.2026), yet the request has not been satisfied to this day.");
    for (const text of [early, late]) expect(text).not.toMatch(nothingCame);
    // The day that was kept is not held against anybody.
    expect(written("2026-06-20", third(happened("promised", "2026-06-08")), vitaguru, "reminder")).not.toMatch(/15\.06\.2026|უკვე გავიდა|პასუხი დღემდე/);
  });

  it("no follow-up says that nothing came, whatever the organisation wrote", () => {
    for (const type of ["promised", "deferred", "askedMore", "feeAsked"] as const) {
      for (const language of ["ka", "en"] as const) {
        for (const kind of ["reminder", "complaint", "claim"] as const) {
          for (const iso of ["2026-06-09", "2026-08-20"]) {
            for (const request of [own(happened(type, "2026-06-03")), third(happened(type, "2026-06-03"))]) expect(written(iso, request, hastyPolicy, kind, language), `${type} ${kind} ${iso}`).not.toMatch(nothingCame);
          }
        }
      }
    }
    for (const language of ["ka", "en"] as const) expect(written("2026-06-20", own(), hastyPolicy, "reminder", language)).toMatch(nothingCame);
  });

  it("a complaint, and a claim after a late answer", () => {
    expect(written("2026-06-20", own(promised), null, "complaint")).toContain("მოპასუხისგან შეტყობინება მივიღე (03.06.2026), თუმცა კანონით დადგენილი ვადა ამოიწურა და მოთხოვნა დღემდე არ დაკმაყოფილებულა.");
    const after = own(promised, happened("silent", "2026-06-16"), happened("complained", "2026-06-17", { about: "silence" }), happened("satisfied", "2026-06-20"), happened("decided", "2026-08-10"));
    expect(written("2026-08-11", after, null, "claim", "en")).toContain("I received a notice from the respondent (03.06.2026), yet no final answer within the time set by law. One came only after it had passed: 20.06.2026.");
  });
});

describe("a policy whose day comes before the law's", () => {
  it("the first letter holds the organisation to it, beside the law", () => {
    for (const [language, words] of [["ka", "ვალდებულება, მოთხოვნა შემდეგ ვადაში დააკმაყოფილოთ: 5 სამუშაო დღე"], ["en", "Your own privacy policy, besides, undertakes the following time: 5 working days"]] as const) {
      const text = letterText(compose({ language, request: requestOf(), organisation: organisationOf({ policy: hastyPolicy }), followUp: null, complainTo: null, court: null, given: null, follows: null }, calendar, day("2026-06-01")));
      expect(text).toContain(words);
      expect(text).toContain(language === "ka" ? "10 სამუშაო დღე" : "10 working days");
      expect(text).not.toMatch(/ვადას ვერ შეცვლის|cannot replace/);
    }
  });

  it("reminds on its day, and a polite letter names it and no authority; the law's day comes next", () => {
    const policy = policyOf("fulfilment:5:workingDays");
    const on9 = on("2026-06-09", own(), policy);
    expect([on9.late, on9.overdue, on9.last, on9.steps[0]?.kind]).toEqual([true, false, "2026-06-08", "remind"]);
    expect([on("2026-06-05", own(), policy).due, on9.due]).toEqual([["2026-06-08"], ["2026-06-16"]]);
    expect(on9.kept).toEqual(["2026-06-08", "2026-06-15"]);
    const text = written("2026-06-09", own(), policy, "reminder");
    expect(text).toMatch(/ბოლო დღე: 15\.06\.2026[^]*პასუხი დღემდე არ მიმიღია, თუმცა ერთ-ერთი ვადა უკვე გავიდა: 08\.06\.2026 \(ორგანიზაციის საკუთარი პოლიტიკა: კონტრაგენტი \(01\.05\.2026‑ის ტექსტი\), პუნქტი 1\.1\)/);
    expect(text).not.toMatch(/უფლებამოსილ ორგანოს|სასამართლო/);
  });
});

describe("line 127: an objection says no more of the organisation than is known", () => {
  const objection = (sector: "public" | "private" | "unknown", language: "ka" | "en"): string =>
    letterText(compose({ language, request: requestOf("objection"), organisation: organisationOf({ sector }), followUp: null, complainTo: null, court: null, given: null, follows: null }, calendar, day("2026-06-01")));
  const powers = /კანონით მინიჭებული უფლებამოსილების|powers given to you by law/;
  const interest = /ლეგიტიმურ ინტერესს[^]*პირდაპირი მარკეტინგის[^]*მე-12 მუხლის|legitimate interest[^]*direct marketing[^]*Article 12/;

  it.each(["ka", "en"] as const)("%s: powers of a public body alone; a private one is asked for its interest, and to stop marketing", (language) => {
    expect(objection("public", language)).toMatch(powers);
    expect(objection("public", language)).not.toMatch(interest);
    for (const sector of ["private", "unknown"] as const) {
      expect(objection(sector, language)).not.toMatch(powers);
      expect(objection(sector, language)).toMatch(interest);
      expect(objection(sector, language)).toMatch(/მე-16 მუხლის|Article 16/);
    }
  });
});
