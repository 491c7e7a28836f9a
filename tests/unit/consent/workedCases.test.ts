// Worked cases: what the two documents and the laws say about a request of that day. `lines` are those of the checklist
// (docs/checklist.md). The dates were worked out apart from this project's code, with a third implementation of the
// calendar. `law` deadlines are read as [stage, last day], `policy` ones the same.
import { describe, expect, it } from "vitest";
import { dayFromIso, isoOf } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { policyProfiles } from "../../../src/consent/data/policies.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import type { Deadline } from "../../../src/consent/law/deadline.ts";
import type { Asker, RequestKind } from "../../../src/consent/law/requestKind.ts";
import type { RuleSet } from "../../../src/consent/law/ruleSet.ts";
import type { RequestEvent } from "../../../src/consent/request/event.ts";
import { situationOf } from "../../../src/consent/request/situation.ts";
import { happened, hastyPolicy, requestOf } from "./build.ts";

interface Case {
  readonly lines: readonly number[];
  readonly says: string;
  readonly kind?: RequestKind;
  readonly asker?: Asker;
  /** The organisation has the second document's policy, or this one. */
  readonly policy?: boolean | RuleSet;
  readonly received: string;
  readonly sent?: string;
  readonly next?: readonly RequestEvent[];
  readonly today?: string;
  readonly law?: readonly (readonly [string, string])[];
  readonly policyDays?: readonly (readonly [string, string])[];
  readonly raw?: readonly string[];
  readonly remind?: string | null;
  readonly complain?: string | null;
  readonly overdue?: boolean;
  readonly late?: boolean;
  readonly problems?: readonly string[];
  readonly missing?: readonly string[];
  readonly alsoMissing?: readonly string[];
  readonly fee?: boolean;
  /** The first step offered. */
  readonly first?: string;
  readonly offers?: readonly string[];
  readonly unverified?: boolean;
}

const june = "2026-06-01";
const deferral = (on: string, more: object = {}): RequestEvent => happened("deferred", on, { notice: { official: "ბ. ნ.", sentOn: on, reason: "არქივი", until: null, inWriting: true, explainsAppeal: true, ...more } });
const refusal = (on: string, more: object = {}): RequestEvent => happened("refused", on, { notice: { official: "ბ. ნ.", sentOn: on, reason: "საიდუმლო", legalGround: "21", inWriting: true, explainsAppeal: true, ...more } });

const cases: readonly Case[] = [
  // The law's ten working days, in an ordinary month and around every feast.
  { lines: [106, 126, 135], says: "an ordinary June", received: june, law: [["fulfilment", "2026-06-15"]], remind: "2026-06-15", complain: "2026-06-16", overdue: false, first: "wait" },
  { lines: [126], says: "day zero may be a Saturday", received: "2026-07-04", law: [["fulfilment", "2026-07-17"]] },
  { lines: [126], says: "1 and 2, 7 January; none is moved from a weekend", received: "2026-12-24", law: [["fulfilment", "2027-01-11"]] },
  { lines: [126], says: "with the government's 5 and 6 January", received: "2025-12-30", law: [["fulfilment", "2026-01-21"]] },
  { lines: [126], says: "received on a holiday", received: "2026-01-02", law: [["fulfilment", "2026-01-22"]] },
  { lines: [126], says: "3 March; 8 March is a Sunday", received: "2026-02-20", law: [["fulfilment", "2026-03-09"]] },
  { lines: [126], says: "9 April and Easter in one week", received: "2026-03-30", law: [["fulfilment", "2026-04-16"]] },
  { lines: [126], says: "received on Good Friday", received: "2026-04-10", law: [["fulfilment", "2026-04-27"]] },
  { lines: [126], says: "9, 12, 17 and 26 May", received: "2026-05-01", law: [["fulfilment", "2026-05-18"]] },
  { lines: [126], says: "Easter, three days off of the government, 9 and 17 May 2024", received: "2024-04-25", law: [["fulfilment", "2024-05-20"]] },
  { lines: [126], says: "Easter on 2 May 2027", received: "2027-04-26", law: [["fulfilment", "2027-05-13"]] },
  { lines: [126], says: "Easter Sunday on 9 April 2034", received: "2034-04-01", law: [["fulfilment", "2034-04-18"]] },
  { lines: [126], says: "Good Friday 4 May to 9 May 2040", received: "2040-04-27", law: [["fulfilment", "2040-05-16"]] },
  { lines: [126], says: "28 August", received: "2026-08-20", law: [["fulfilment", "2026-09-04"]] },
  { lines: [126], says: "14 October", received: "2026-10-10", law: [["fulfilment", "2026-10-26"]] },
  { lines: [126], says: "23 November is behind", received: "2026-11-23", law: [["fulfilment", "2026-12-07"]] },
  { lines: [126], says: "over the turn of the year", received: "2027-12-20", law: [["fulfilment", "2028-01-03"]] },
  { lines: [126], says: "29 February", received: "2028-02-18", law: [["fulfilment", "2028-03-06"]] },
  // Each kind of request.
  { lines: [123], says: "where and who", kind: "whereWho", received: june, law: [["fulfilment", "2026-06-15"]] },
  { lines: [123], says: "through a representative", kind: "whereWho", asker: "representative", received: june, law: [["fulfilment", "2026-06-15"]] },
  { lines: [124], says: "recipients", kind: "recipients", received: june, law: [["fulfilment", "2026-06-15"]] },
  { lines: [126], says: "existence and content", kind: "existence", received: june, law: [["fulfilment", "2026-06-15"]] },
  { lines: [127], says: "objection", kind: "objection", received: june, law: [["fulfilment", "2026-06-15"]] },
  { lines: [128], says: "change", kind: "rectify", received: june, law: [["fulfilment", "2026-06-15"]] },
  { lines: [128], says: "destroy", kind: "erase", received: june, law: [["fulfilment", "2026-06-15"]] },
  { lines: [102, 122], says: "consent taken back", kind: "withdraw", received: june, law: [["fulfilment", "2026-06-15"]] },
  { lines: [129], says: "stop", kind: "stop", received: june, law: [["fulfilment", "2026-06-15"]] },
  { lines: [129], says: "direct marketing: seven working days", kind: "stopMarketing", received: june, law: [["fulfilment", "2026-06-10"]] },
  { lines: [129], says: "block: the decision in three working days is shown as unverified", kind: "block", received: june, law: [["firstAnswer", "2026-06-04"], ["fulfilment", "2026-06-15"]], unverified: true },
  { lines: [125], says: "portability", kind: "portability", received: june, law: [["fulfilment", "2026-06-15"]] },
  { lines: [62, 129], says: "demand for protection", kind: "protect", received: june, law: [["fulfilment", "2026-06-15"]] },
  { lines: [130], says: "complaint: two months, unverified", kind: "complaint", received: june, law: [["fulfilment", "2026-08-03"]], raw: ["2026-08-01"], unverified: true },
  { lines: [131], says: "a claim has no limit that the engine could know", kind: "claim", received: june, law: [], remind: null, complain: null },
  // Public information.
  { lines: [45, 47], says: "ten days, read both ways; the later one before any complaint", kind: "publicInformation", received: june, law: [["fulfilment", "2026-06-11"], ["fulfilment", "2026-06-15"]], remind: "2026-06-11", complain: "2026-06-16", unverified: true },
  { lines: [45, 47], says: "a limit in days that ends on a Sunday moves to Monday; both are shown", kind: "publicInformation", received: "2026-08-20", law: [["fulfilment", "2026-08-31"], ["fulfilment", "2026-09-04"]], raw: ["2026-08-30", "2026-09-04"] },
  { lines: [45, 60], says: "a legal person may ask for it too", kind: "publicInformation", asker: "legalPerson", received: june, law: [["fulfilment", "2026-06-11"], ["fulfilment", "2026-06-15"]] },
  { lines: [45, 47], says: "after a refusal three days for the explanation", kind: "publicInformation", received: june, next: [refusal("2026-06-05")], law: [["explanation", "2026-06-08"], ["fulfilment", "2026-06-11"], ["fulfilment", "2026-06-15"]], first: "complain" },
  // The controller's own promise beside the law.
  { lines: [135, 137], says: "one's own request: ten working days, thirty days", policy: true, received: june, policyDays: [["firstAnswer", "2026-06-15"], ["fulfilment", "2026-07-01"]], remind: "2026-06-15", complain: "2026-06-16" },
  { lines: [126, 137], says: "thirty days that end on a Sunday", policy: true, received: "2026-05-01", policyDays: [["firstAnswer", "2026-05-18"], ["fulfilment", "2026-06-01"]], raw: ["2026-05-18", "2026-05-18", "2026-05-31"] },
  { lines: [138], says: "no 45 days for one's own request", policy: true, received: june, problems: [] },
  { lines: [138], says: "a deferral of one's own request under the policy is a mere claim; the law's extension holds", policy: true, received: june, next: [deferral("2026-06-12")], policyDays: [["firstAnswer", "2026-06-15"], ["fulfilment", "2026-07-01"], ["extended", "2026-07-16"]], problems: ["notForThisAsker"], complain: "2026-06-30", first: "wait" },
  { lines: [106, 108], says: "a third party: ten working days, thirty days, no statute", asker: "thirdParty", policy: true, received: june, law: [], policyDays: [["firstAnswer", "2026-06-15"], ["fulfilment", "2026-07-01"]], remind: "2026-06-15", complain: "2026-07-02" },
  { lines: [105, 108], says: "a legal person likewise", asker: "legalPerson", policy: true, received: june, law: [], policyDays: [["firstAnswer", "2026-06-15"], ["fulfilment", "2026-07-01"]] },
  { lines: [110, 111], says: "a third party deferred: 45 days in all", asker: "thirdParty", policy: true, received: june, next: [deferral("2026-06-25")], policyDays: [["firstAnswer", "2026-06-15"], ["fulfilment", "2026-07-01"], ["extended", "2026-07-16"]], problems: [], complain: "2026-07-17" },
  { lines: [111], says: "45 days that end on a Sunday move", asker: "thirdParty", policy: true, received: "2026-08-20", next: [deferral("2026-09-10")], policyDays: [["firstAnswer", "2026-09-04"], ["fulfilment", "2026-09-21"], ["extended", "2026-10-05"]] },
  { lines: [110, 113], says: "a third party deferred to a day of its own, earlier than 45", asker: "thirdParty", policy: true, received: june, next: [deferral("2026-06-25", { until: "2026-07-10" })], policyDays: [["firstAnswer", "2026-06-15"], ["fulfilment", "2026-07-01"], ["extended", "2026-07-10"]], complain: "2026-07-11" },
  { lines: [111], says: "beyond 45 days the deferral holds to the 45th only", asker: "thirdParty", policy: true, received: june, next: [deferral("2026-06-25", { until: "2026-08-30" })], policyDays: [["firstAnswer", "2026-06-15"], ["fulfilment", "2026-07-01"], ["extended", "2026-07-16"]], problems: ["beyondLimit"], first: "complain" },
  { lines: [110], says: "a deferral announced after the thirtieth day moves nothing", asker: "thirdParty", policy: true, received: june, next: [deferral("2026-07-03")], today: "2026-07-03", problems: ["noticeLate"], complain: "2026-07-02", overdue: true, first: "complain" },
  { lines: [110], says: "a second deferral moves nothing, and takes nothing from the first", asker: "thirdParty", policy: true, received: june, next: [deferral("2026-06-20", { until: "2026-07-10" }), deferral("2026-06-28", { until: "2026-07-16" })], today: "2026-07-02", problems: ["onceOnly"], complain: "2026-07-11", overdue: false, first: "complain" },
  // The law's extension.
  { lines: [47, 112], says: "extended in time: twenty working days", received: june, next: [deferral("2026-06-12", { until: "2026-06-29" })], law: [["fulfilment", "2026-06-15"], ["extended", "2026-06-29"]], remind: "2026-06-29", complain: "2026-06-30", problems: [], first: "wait" },
  { lines: [47, 112], says: "extended too late", received: june, next: [deferral("2026-06-16")], today: "2026-06-16", problems: ["noticeLate"], complain: "2026-06-16", overdue: true, first: "complain" },
  { lines: [47, 113], says: "extended to a nearer day", received: june, next: [deferral("2026-06-12", { until: "2026-06-19" })], law: [["fulfilment", "2026-06-15"], ["extended", "2026-06-19"]], complain: "2026-06-20" },
  { lines: [47], says: "extended twice: the first extension's day stays, and the second can be complained of at once", received: june, next: [deferral("2026-06-10"), deferral("2026-06-15")], today: "2026-06-16", problems: ["onceOnly"], complain: "2026-06-30", overdue: false, first: "complain" },
  { lines: [47], says: "extended too late, and once more", received: june, next: [deferral("2026-06-16"), deferral("2026-06-18")], today: "2026-06-18", problems: ["noticeLate"], complain: "2026-06-16", overdue: true, first: "complain" },
  // What a notice must contain.
  { lines: [113], says: "all four items", received: june, next: [deferral("2026-06-12", { until: "2026-06-20" })], missing: [], alsoMissing: [] },
  { lines: [113], says: "no official: of one's own request the law wants the reason, and the extension holds", received: june, next: [deferral("2026-06-12", { official: null, until: "2026-06-20" })], missing: ["official"], first: "wait", offers: ["complain"] },
  { lines: [113], says: "no official in a notice to a third party", asker: "thirdParty", policy: true, received: june, next: [deferral("2026-06-12", { official: null, until: "2026-06-20" })], missing: ["official"], first: "complain" },
  { lines: [113], says: "no date, no reason", received: june, next: [deferral("2026-06-12", { sentOn: null, reason: " ", until: "2026-06-20" })], missing: ["sentOn", "reason"], first: "complain" },
  { lines: [113], says: "no period", received: june, next: [deferral("2026-06-12")], missing: ["until"] },
  { lines: [112], says: "to a third party: not in writing, no word on how to appeal", asker: "legalPerson", policy: true, received: june, next: [deferral("2026-06-12", { until: "2026-06-20", inWriting: false, explainsAppeal: false })], missing: [], alsoMissing: ["inWriting", "explainsAppeal"], first: "complain" },
  { lines: [115], says: "a refusal with all three items", received: june, next: [refusal("2026-06-10")], missing: [], alsoMissing: [], first: "complain", offers: ["sue", "contest"] },
  { lines: [115], says: "nobody signed the refusal", received: june, next: [refusal("2026-06-10", { official: "" })], missing: ["official"] },
  { lines: [115], says: "undated, without reason", received: june, next: [refusal("2026-06-10", { sentOn: null, reason: null })], missing: ["sentOn", "reason"] },
  { lines: [107, 114, 136], says: "a refusal that names no law", received: june, next: [refusal("2026-06-10", { legalGround: null })], missing: [], alsoMissing: ["legalGround"] },
  { lines: [112, 116], says: "a refusal that does not say how to appeal", received: june, next: [refusal("2026-06-10", { explainsAppeal: false })], alsoMissing: ["explainsAppeal"] },
  // Silence, part of an answer, promises, fees.
  { lines: [47, 116], says: "silence on the last day is no silence yet", received: june, today: "2026-06-15", overdue: false, late: false, first: "wait" },
  { lines: [47, 116], says: "silence the day after", received: june, today: "2026-06-16", overdue: true, first: "complain", offers: ["remind", "sue"] },
  { lines: [45, 47], says: "the code's nearer reading has passed: a polite letter, no complaint yet", kind: "publicInformation", received: june, today: "2026-06-12", late: true, overdue: false, first: "remind" },
  // A policy whose days come before the law's: three working days to answer, five to satisfy.
  { lines: [107, 136], says: "the policy's first answer is missing: a polite letter, no complaint yet", policy: hastyPolicy, received: june, today: "2026-06-05", law: [["fulfilment", "2026-06-15"]], policyDays: [["firstAnswer", "2026-06-04"], ["fulfilment", "2026-06-08"]], remind: "2026-06-04", complain: "2026-06-16", late: true, overdue: false, first: "remind" },
  { lines: [107, 136], says: "promised in time: the policy's day of satisfying reminds", policy: hastyPolicy, received: june, next: [happened("promised", "2026-06-03")], today: "2026-06-05", remind: "2026-06-08", complain: "2026-06-16", late: false, overdue: false, first: "wait" },
  { lines: [107, 137], says: "promised and not given by the policy's day: a polite letter, the complaint from the law's", policy: hastyPolicy, received: june, next: [happened("promised", "2026-06-03")], today: "2026-06-09", remind: "2026-06-08", complain: "2026-06-16", late: true, overdue: false, first: "remind" },
  { lines: [137], says: "the policy's days are over, then the law's", policy: hastyPolicy, received: june, today: "2026-06-16", remind: "2026-06-04", overdue: true, first: "complain" },
  { lines: [107, 108], says: "a third party: no first answer in ten working days", asker: "thirdParty", policy: true, received: june, today: "2026-06-20", remind: "2026-06-15", late: true, overdue: false, first: "remind" },
  { lines: [107, 108], says: "a third party: promised in time, the thirtieth day counts", asker: "thirdParty", policy: true, received: june, next: [happened("promised", "2026-06-08")], today: "2026-06-20", remind: "2026-07-01", complain: "2026-07-02", late: false, overdue: false, first: "wait" },
  { lines: [107, 108], says: "a third party: promised late, and nobody waits for a first answer any more", asker: "thirdParty", policy: true, received: june, next: [happened("promised", "2026-06-17")], today: "2026-06-20", remind: "2026-07-01", late: false, first: "wait" },
  { lines: [107, 108], says: "a third party: promised in time, not given by the thirtieth day", asker: "thirdParty", policy: true, received: june, next: [happened("promised", "2026-06-08")], today: "2026-07-02", overdue: true, first: "complain" },
  { lines: [107], says: "a question is no first answer", asker: "thirdParty", policy: true, received: june, next: [happened("askedMore", "2026-06-08"), happened("gaveMore", "2026-06-09")], today: "2026-06-20", remind: "2026-06-15", late: true, first: "remind" },
  { lines: [107, 110], says: "a deferral in time is one", asker: "thirdParty", policy: true, received: june, next: [deferral("2026-06-10", { until: "2026-07-10" })], today: "2026-06-20", remind: "2026-07-10", late: false, first: "wait" },
  { lines: [129], says: "block: no decision in three working days", kind: "block", received: june, today: "2026-06-05", remind: "2026-06-04", late: true, first: "remind" },
  { lines: [129], says: "block: promised in time, the tenth working day counts", kind: "block", received: june, next: [happened("promised", "2026-06-03")], today: "2026-06-05", remind: "2026-06-15", late: false, first: "wait" },
  { lines: [107], says: "promised in time, not given", received: june, next: [happened("promised", "2026-06-08")], today: "2026-06-16", overdue: true, first: "complain" },
  { lines: [126], says: "part of it came in time: the rest has the same day", received: june, next: [happened("partly", "2026-06-10")], today: "2026-06-11", remind: "2026-06-15", complain: "2026-06-16", overdue: false, first: "wait", offers: ["contest", "complain", "enterAnswer"] },
  { lines: [126], says: "part of it came, and the rest did not", received: june, next: [happened("partly", "2026-06-10")], today: "2026-06-16", overdue: true, first: "contest", offers: ["complain", "sue", "enterAnswer"] },
  { lines: [126], says: "part of it came, and the organisation says that it is all", received: june, next: [happened("partly", "2026-06-10", { isAll: true })], today: "2026-06-11", overdue: false, first: "contest", offers: ["complain", "sue", "enterAnswer"] },
  { lines: [68], says: "satisfied: check whether it is complete and correct", received: june, next: [happened("satisfied", "2026-06-10")], first: "checkAnswer", overdue: false },
  { lines: [133], says: "a fee for one's own data", received: june, next: [happened("feeAsked", "2026-06-05")], fee: true, offers: ["objectToFee"] },
  { lines: [133, 45], says: "copies of public information may cost something", kind: "publicInformation", received: june, next: [happened("feeAsked", "2026-06-05")], fee: false },
  { lines: [116, 131], says: "after the authority's decision the court is open", received: june, next: [happened("silent", "2026-06-16"), happened("complained", "2026-06-17"), happened("decided", "2026-08-10", { outcome: "rejected" })], offers: ["sue"] },
  // Which statute.
  { lines: [77], says: "filed on the old law's last day: ten days", kind: "access", received: "2024-02-29", law: [["fulfilment", "2024-03-11"]], raw: ["2024-03-10"] },
  { lines: [77], says: "filed on the new law's first day: ten working days", kind: "access", received: "2024-03-01", law: [["fulfilment", "2024-03-18"]] },
  { lines: [77], says: "filed under the old law, received under the new", kind: "access", sent: "2024-02-28", received: "2024-03-01", law: [["fulfilment", "2024-03-11"]] },
  { lines: [77, 128], says: "fifteen days to correct under the old law", kind: "rectify", received: "2023-04-10", law: [["fulfilment", "2023-04-25"]] },
  { lines: [77], says: "the old law knew no extension: the claim moves nothing", kind: "access", received: "2023-04-10", next: [deferral("2023-04-14")], law: [["fulfilment", "2023-04-20"]], complain: "2023-04-21" },
];

const day = (iso: string): number => dayFromIso(iso) ?? Number.NaN;
const listed = (all: readonly Deadline[], basis: string): readonly (readonly [string, string])[] => all.filter((one) => one.basis === basis).map((one) => [one.stage, isoOf(one.day)] as const);
const sorted = (days: readonly (readonly [string, string])[]): readonly string[] => days.map((one) => one.join(" ")).toSorted();

describe("worked cases", () => {
  it("are many, and every line about requests and deadlines has one", () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
    const lines = new Set(cases.flatMap((one) => one.lines));
    for (const line of [45, 47, 62, 105, 106, 107, 108, 110, 111, 112, 113, 114, 115, 116, 123, 124, 125, 126, 127, 128, 129, 130, 131, 133, 135, 136, 137, 138]) expect([...lines], String(line)).toContain(line);
  });

  it.each(cases.map((one) => [`${one.lines.join(", ")}: ${one.says} (${one.kind ?? "access"}, ${one.asker ?? "self"}, ${one.received})`, one] as const))("%s", (_, one) => {
    const events = [happened("sent", one.sent ?? one.received), happened("received", one.received), ...(one.next ?? [])];
    const request = requestOf(one.kind, one.asker, events);
    const law = { statutes, policies: one.policy === true ? policyProfiles : one.policy ? [one.policy] : [], calendar: workCalendar() };
    const found = situationOf(request, law, day(one.today ?? one.next?.at(-1)?.on ?? one.received));
    if (one.law) expect(sorted(listed(found.deadlines, "statute"))).toEqual(sorted(one.law));
    if (one.policyDays) expect(sorted(listed(found.deadlines, "policy"))).toEqual(sorted(one.policyDays));
    if (one.raw) expect(found.deadlines.map((deadline) => isoOf(deadline.raw))).toEqual(one.raw);
    if (one.remind !== undefined) expect(found.remindOn === null ? null : isoOf(found.remindOn)).toBe(one.remind);
    if (one.complain !== undefined) expect(found.complainFrom === null ? null : isoOf(found.complainFrom)).toBe(one.complain);
    if (one.overdue !== undefined) expect(found.overdue).toBe(one.overdue);
    if (one.late !== undefined) expect(found.late).toBe(one.late);
    if (one.problems) expect(found.deadlines.flatMap(({ problem }) => problem ?? [])).toEqual(one.problems);
    const check = found.refusalCheck ?? found.deferralCheck;
    if (one.missing) expect(check?.missing).toEqual(one.missing);
    if (one.alsoMissing) expect(check?.alsoMissing).toEqual(one.alsoMissing);
    if (one.fee !== undefined) expect(found.feeProblem).toBe(one.fee);
    if (one.first) expect(found.steps[0]?.kind).toBe(one.first);
    if (one.offers) expect(found.steps.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...one.offers]));
    if (one.unverified) expect(found.deadlines.some(({ source }) => source.verifiedOn === null)).toBe(true);
  });
});
