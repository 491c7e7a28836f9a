import { describe, expect, it } from "vitest";
import { dayOf, isoOf, startInTbilisi } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import type { DataRecord } from "../../../src/consent/record/record.ts";
import { ledgerOf } from "../../../src/consent/view/ledger.ts";
import { trackRequests } from "../../../src/consent/view/overview.ts";
import { rowsOf } from "../../../src/consent/view/rows.ts";
import type { Answer } from "../../../src/forms/answer.ts";
import type { Draft } from "../../../src/forms/applications.ts";
import type { NoticeRecord, TermsVersion } from "../../../src/notices/terms.ts";
import type { CardEnds } from "../../../src/personal/cardEnds.ts";
import { dueOf, keyed, type Sources } from "../../../src/personal/due.ts";
import { happened, holdingOf, organisationOf, requestOf } from "../consent/build.ts";

const today = dayOf(2026, 11, 25);
const at = (day: number): number => startInTbilisi(day) + 3_600_000;
const bank = organisationOf({ id: "bank", name: "ბანკი", category: "business" });

function sources(records: readonly DataRecord[], more: Partial<Sources> = {}): Sources {
  const ledger = ledgerOf(records);
  return { tracked: trackRequests(ledger, { statutes, calendar: workCalendar() }, today), rows: rowsOf(ledger, today), organisations: ledger.organisations, notices: [], answers: [], drafts: [], forms: [], cardEnds: null, today, language: "ka", ...more };
}
const endsOn = (...days: readonly [login: number, signing: number | null, card: number | null]): CardEnds => {
  const [login, signing, card] = days.map((day) => (day === null ? null : { notAfter: at(day), reminderId: "a".repeat(32) }));
  return { login: login ?? { notAfter: 0, reminderId: "" }, signing: signing ?? null, card: card ?? null };
};
const version = (sha256: string, day: number): TermsVersion => ({ type: "terms", what: "portal", pageKey: "p", url: "https://www.my.gov.ge/terms", title: "პირობები", stated: null, paragraphs: ["ა"], sha256, firstSeen: at(day) });
const answer = (marks: Answer["marks"]): Answer => ({ type: "answer", url: "https://www.my.gov.ge/answers/1", number: "1", title: "პასუხი", text: "ა", sha256: "", savedAt: at(today - 2), files: [], missing: [], marks });
const draft: Draft = { draftId: "d", version: "v", application: { type: "application", state: "draft", identity: { formKey: "f", url: "https://www.my.gov.ge/services/address/apply", title: "მისამართის ცნობა" }, fields: [], attachments: [], createdAt: 0, changedAt: at(today - 1), sha256: null, from: null } };

describe("what is due", () => {
  it("names organisations in the reader's language, and those that have no other name by that", () => {
    const english = organisationOf({ id: "bank", name: "ბანკი", nameEn: "The Bank" });
    const all = [english, requestOf("access", "self", [])].map((one) => ("organisationId" in one ? { ...one, organisationId: "bank" } : one));
    const kept = holdingOf({ id: "kept", organisationId: "bank", retention: { until: isoOf(today + 3), duration: null, text: null } });
    const names = (records: readonly DataRecord[], language: "ka" | "en") => dueOf(sources(records, { language, forms: [{ place: "data/add/bank", kind: "add", at: at(today) }] })).map((one) => ("name" in one ? one.name : ""));
    expect(names([...all, kept], "en")).toEqual(["The Bank", "The Bank", "The Bank"]);
    expect(names([bank, kept], "en")).toEqual(["ბანკი", "ბანკი"]);
  });
  it("nothing, where nothing is", () => expect(dueOf(sources([bank]))).toEqual([]));

  it("an answer that an organisation owes, overdue ones first; none where it owes none any more", () => {
    const ask = (id: string, day: string, ...more: readonly [string, string][]): DataRecord => ({ ...requestOf("access", "self", [happened("sent", day), happened("received", day), ...more.map(([type, on]) => happened(type as "closed", on))]), id, organisationId: "bank" });
    const due = dueOf(sources([bank, ask("fresh", "2026-11-24"), ask("late", "2026-11-02"), ask("done", "2026-11-02", ["satisfied", "2026-11-10"])]));
    expect(due.map((one) => (one.kind === "request" ? [one.requestId, one.over, one.name, isoOf(one.day) <= isoOf(today)] : one))).toEqual([["late", true, "ბანკი", true], ["fresh", false, "ბანკი", false]]);
  });

  it("a letter of which nobody knows whether it has arrived, once it is time to ask", () => {
    const sent = (id: string, on: string, ...more: readonly string[]): DataRecord => ({ ...requestOf("access", "self", [happened("sent", on), ...more.map((type) => happened(type as "received", on))]), id, organisationId: "bank" });
    const kinds = (...all: readonly DataRecord[]): readonly string[] => dueOf(sources([bank, ...all])).map((one) => `${one.kind} ${isoOf(one.day)}`);
    // Three working days, the 23rd being a holiday.
    expect(kinds(sent("a", "2026-11-19"))).toEqual(["receipt 2026-11-25"]);
    expect(kinds(sent("b", "2026-11-20"))).toEqual([]);
    expect(kinds(sent("c", "2026-11-19", "received"))).toEqual(["request 2026-12-04"]);
    expect(kinds(sent("d", "2026-11-19", "returned"))).toEqual([]);
  });

  it("data whose time to be kept ends soon, or is over", () => {
    const soon = holdingOf({ id: "soon", organisationId: "bank", retention: { until: "2026-12-10", duration: null, text: null } });
    const over = holdingOf({ id: "over", organisationId: "bank", retention: { until: "2026-11-01", duration: null, text: null } });
    const later = holdingOf({ id: "later", organisationId: "bank", retention: { until: "2030-01-01", duration: null, text: null } });
    expect(dueOf(sources([bank, soon, over, later])).map((one) => [one.kind, isoOf(one.day), "over" in one && one.over])).toEqual([["retention", "2026-11-01", true], ["retention", "2026-12-10", false]]);
  });

  it.each([
    ["none of them soon", dayOf(2027, 6, 1), dayOf(2027, 6, 1), []],
    ["both on one day", dayOf(2027, 1, 10), dayOf(2027, 1, 10), ["certificate 2027-01-10"]],
    ["both, one after the other", dayOf(2027, 1, 10), dayOf(2027, 1, 12), ["loginCertificate 2027-01-10", "signingCertificate 2027-01-12"]],
    ["only the one for signing", dayOf(2027, 6, 1), dayOf(2026, 12, 1), ["signingCertificate 2026-12-01"]],
    ["one of which nobody knows the other", dayOf(2026, 12, 1), null, ["loginCertificate 2026-12-01"]],
    ["the card before its certificates", dayOf(2027, 6, 1), dayOf(2027, 6, 1), ["card 2026-12-24"], dayOf(2026, 12, 24)],
    ["over", dayOf(2026, 11, 20), dayOf(2026, 11, 20), ["certificate 2026-11-20 over"]],
  ])("a card's certificates that end: %s", (_, login, signing, wanted, card: number | null = null) => {
    const due = dueOf(sources([], { cardEnds: endsOn(login, signing, card) }));
    expect(due.map((one) => `${one.kind} ${isoOf(one.day)}${"over" in one && one.over ? " over" : ""}`)).toEqual(wanted);
  });

  it("terms that changed, until the person has decided; the first version is no change", () => {
    const decided = (decision: "agree" | "later"): NoticeRecord => ({ type: "decision", pageKey: "p", sha256: "new", decision, at: at(today) });
    const both = [version("old", today - 30), version("new", today - 3)];
    const kinds = (notices: readonly NoticeRecord[]): readonly string[] => dueOf(sources([], { notices })).map(({ kind }) => kind);
    expect(kinds([version("old", today - 30)])).toEqual([]);
    expect(kinds(both)).toEqual(["terms"]);
    expect(kinds([...both, decided("later")])).toEqual(["terms"]);
    expect(kinds([...both, decided("agree")])).toEqual([]);
  });

  it("answers not judged, and drafts, after what has a last day", () => {
    const due = dueOf(sources([], { answers: [answer({}), answer({ complete: true })], drafts: [draft], cardEnds: endsOn(today + 5, today + 5, null), notices: [version("old", today - 30), version("new", today - 3)] }));
    expect(due.map(({ kind }) => kind)).toEqual(["certificate", "terms", "answer", "draft"]);
  });

  it("a form of ours that was begun comes last, with the organisation that its address names", () => {
    const due = dueOf(sources([bank], { forms: [{ place: "data/add/bank", kind: "add", at: at(today) }, { place: "data/read", kind: "read", at: at(today - 1) }], drafts: [draft] }));
    expect(due.map(({ kind }) => kind)).toEqual(["draft", "form", "form"]);
    expect(due.slice(1)).toEqual([{ kind: "form", day: today, place: "data/add/bank", name: "ბანკი" }, { kind: "form", day: today - 1, place: "data/read" }]);
    // What is typed into a step of a request is about whom that is to.
    const asked = { ...requestOf("access", "self", []), id: "asked", organisationId: bank.id };
    expect(dueOf(sources([bank, asked], { forms: [{ place: "data/request/asked", kind: "request", at: at(today) }] })).find(({ kind }) => kind === "form")).toMatchObject({ place: "data/request/asked", name: "ბანკი" });
  });

  it("no two lines have one key: drafts of one form on one day, two terms of one organisation, two letters to it", () => {
    const ends = (id: string): DataRecord => holdingOf({ id, organisationId: "bank", retention: { until: "2026-12-10", duration: null, text: null } });
    const written = (id: string): DataRecord => ({ ...requestOf("access", "self", []), id, organisationId: "bank", updatedAt: "2026-11-20T10:00:00Z" });
    const due = dueOf(sources([bank, ends("h1"), ends("h2"), written("r1"), written("r2")], { drafts: [draft, { ...draft, draftId: "d2" }], answers: [answer({}), answer({})] }));
    expect(due).toHaveLength(8);
    expect(new Set(keyed(due).map(([key]) => key)).size).toBe(8);
    expect(keyed(due).map(([, one]) => one)).toEqual(due);
  });

  it("a letter that was written and not sent, with its request", () => {
    const written = { ...requestOf("access", "self", []), id: "written", organisationId: "bank", updatedAt: "2026-11-20T10:00:00Z" };
    expect(dueOf(sources([bank, written], { drafts: [draft] })).map((one) => [one.kind, isoOf(one.day), "requestId" in one ? one.requestId : null])).toEqual([["letter", "2026-11-20", "written"], ["draft", "2026-11-24", null]]);
  });
});
