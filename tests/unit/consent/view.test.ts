import { describe, expect, it } from "vitest";
import catalogue from "../../../public/_locales/ka/messages.json" with { type: "json" };
import { dayOf, isoOf } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { askersFor, isOwn, requestKinds } from "../../../src/consent/law/requestKind.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import type { Consent, Holding, Organisation } from "../../../src/consent/record/record.ts";
import { flowsOf } from "../../../src/consent/view/flows.ts";
import { historyOf } from "../../../src/consent/view/history.ts";
import { kindWord } from "../../../src/consent/view/kindWord.ts";
import { ledgerOf } from "../../../src/consent/view/ledger.ts";
import { categoryCounts, findOrganisations, organisationsOf } from "../../../src/consent/view/organisations.ts";
import { openRequests, overviewOf, trackRequests } from "../../../src/consent/view/overview.ts";
import { dueDays, lastDay, listed } from "../../../src/consent/view/reminders.ts";
import { withdrawalOf } from "../../../src/consent/view/withdrawal.ts";
import { everything, readyForSearch, rowsOf, selectRows } from "../../../src/consent/view/rows.ts";
import { trailOf } from "../../../src/home/data/portalTrail.ts";
import { categories } from "../../../src/codec/categories.ts";
import { consentOf, happened, holdingOf, organisationOf, requestOf } from "./build.ts";

const today = dayOf(2026, 11, 25);
const law = { statutes, calendar: workCalendar() };

const bank: Organisation = organisationOf({ id: "bank", name: "ბანკი", category: "business" });
const clinic: Organisation = organisationOf({ id: "clinic", name: "კლინიკა", category: "health", registryCode: "400111222" });
const account: Holding = holdingOf({ id: "account", organisationId: "bank", database: { name: "კლიენტები", location: null }, purposes: ["ანგარიშის წარმოება"], retention: { until: "2032-01-01", duration: null, text: null }, recipients: [{ name: "აუდიტორი", organisationId: null, role: "thirdParty", purpose: "აუდიტი" }, { name: "საკურიერო", organisationId: null, role: "contractor", purpose: null }] });
const offers: Holding = holdingOf({ id: "offers", organisationId: "bank", basis: "consent", purposes: ["სიახლეები"], recipients: [{ name: "აუდიტორი", organisationId: null, role: "manager", purpose: null }], updatedAt: "2026-11-01T00:00:00Z" });
const chart: Holding = holdingOf({ id: "chart", organisationId: "clinic", data: [{ name: "დიაგნოზი", special: "health" }], retention: { until: "2026-12-10", duration: null, text: null }, since: "2021-12-10" });
const agreed: Consent = consentOf({ id: "agreed", organisationId: "bank", holdingId: "offers", validUntil: "2026-11-20", purpose: "სიახლეები" });
const late = { ...requestOf("access", "self", [happened("sent", "2026-11-02"), happened("received", "2026-11-02")]), id: "late", organisationId: "bank" };
const early = { ...requestOf("erase", "self", [happened("sent", "2026-11-20"), happened("received", "2026-11-20")]), id: "early", organisationId: "clinic" };
const over = { ...requestOf("access", "self", [happened("sent", "2026-01-02"), happened("closed", "2026-02-02")]), id: "over", organisationId: "clinic" };
const ledger = ledgerOf([early, bank, account, offers, over, clinic, chart, agreed, late]);
const rows = rowsOf(ledger, today);

it("a search finds the same whether its words were made ready or not, and whatever the case", () => {
  const english = ledgerOf([organisationOf({ id: "llc", name: "შპს ტესტი", nameEn: "Testi LLC" }), holdingOf({ id: "one", organisationId: "llc", purposes: ["Billing"] })]);
  const [fresh, ready] = [rowsOf(english, today), rowsOf(english, today)];
  expect(readyForSearch(ready, 0, 50)).toBe(50);
  for (const text of ["testi llc", "BILLING ტესტი", "ტესტი billing"]) for (const all of [fresh, ready]) expect(selectRows(all, { ...everything, text }).map(({ id }) => id), text).toEqual(["one"]);
  expect(selectRows(fresh, { ...everything, text: "ბანკი" })).toEqual([]);
  // By the name that it had before somebody mended it, as in the list of organisations.
  const renamed = rowsOf(ledgerOf([organisationOf({ id: "llc", name: "შპს ახალი", otherNames: ["ძველი სახელი"] }), holdingOf({ id: "one", organisationId: "llc" })]), today);
  expect(selectRows(renamed, { ...everything, text: "ძველი" })).toHaveLength(1);
});

it("organisations stand by the name that is read, whatever their legal form and quotation marks", () => {
  const named = (id: string, name: string, nameEn: string | null = null) => [organisationOf({ id, name, nameEn }), holdingOf({ id: `of ${id}`, organisationId: id })];
  const mixed = ledgerOf([...named("z", "სსიპ ზოოპარკი", "Aviary"), ...named("f", "სს „ფარი“", "Zest JSC"), ...named("a", "შპს „აფთიაქი“"), ...named("10", "№10 სკოლა"), ...named("2", "№2 სკოლა")]);
  const order = (language: "ka" | "en") => {
    const all = rowsOf(mixed, today, language);
    return [selectRows(all, everything).map(({ organisation }) => organisation.id), organisationsOf(mixed, all, [], language).map(({ id }) => id)];
  };
  expect(order("ka")).toEqual([["a", "z", "f", "2", "10"], ["a", "z", "f", "2", "10"]]);
  // Those without an English name are read by their Georgian one.
  expect(order("en")).toEqual([["a", "z", "2", "10", "f"], ["a", "z", "2", "10", "f"]]);
});

describe("by organisation and by category", () => {
  const all = organisationsOf(ledger, rows, trackRequests(ledger, law, today));

  it("those with which something has to be done come first, each with its counts", () => {
    expect(all.map((one) => [one.id, one.holdings, one.special, one.ending, one.over, one.openRequests, one.overdue])).toEqual([
      ["bank", 2, [], 1, 1, 1, 1],
      ["clinic", 1, ["health"], 1, 0, 1, 0],
    ]);
    // What is over stands before what runs out.
    const kept = (id: string, name: string, until: string) => [organisationOf({ id, name }), holdingOf({ id: `of ${id}`, organisationId: id, retention: { until, duration: null, text: null } })];
    const both = ledgerOf([...kept("soon", "ა", "2026-12-01"), ...kept("over", "ჰ", "2026-11-01")]);
    expect(organisationsOf(both, rowsOf(both, today), []).map(({ id }) => id)).toEqual(["over", "soon"]);
    expect(findOrganisations(all, "400111").map(({ id }) => id)).toEqual(["clinic"]);
    expect(findOrganisations(all, "ბანკი კლინიკა")).toEqual([]);
  });

  it("each organisation is in one category's count, with records or without; a category without organisations is left out", () => {
    const asked = organisationsOf({ ...ledger, organisations: new Map([...ledger.organisations, ["asked", organisationOf({ id: "asked", name: "ბანკი ზარი" })]]) }, rows, []);
    expect(categoryCounts(asked, categories)).toEqual([["health", 1], ["business", 1], [null, 1]]);
  });
});

describe("a withdrawal on its way", () => {
  const letter = (id: string, consent: string | null, ...on: readonly string[]) => {
    const request = requestOf("withdraw", "self", on.map((day) => happened("sent", day)));
    return { ...request, id, organisationId: "bank", holdingId: "offers", asked: { ...request.asked, consent } };
  };
  const given = { ...agreed, events: [{ state: "given" as const, at: "2026-11-10T08:00:00.000Z", note: null, enteredAt: null }] };
  const found = (...requests: readonly ReturnType<typeof letter>[]) => withdrawalOf(given, trackRequests(ledgerOf([bank, offers, given, ...requests]), law, today), today);

  it("is the one sent, before one that is only begun; another consent's is none", () => {
    expect(found(letter("begun", "სიახლეები"), letter("sent", " სიახლეები", "2026-11-20"))).toEqual({ requestId: "sent", sentOn: "2026-11-20" });
    expect(found(letter("begun", null))).toEqual({ requestId: "begun", sentOn: null });
    expect(found(letter("other", "რეკლამა", "2026-11-20"))).toBeNull();
  });
  it("is over once it is closed, or the consent was given anew since", () => {
    const sent = letter("sent", null, "2026-11-20");
    expect(found({ ...sent, events: [...sent.events, happened("closed", "2026-11-21")] })).toBeNull();
    expect(found(letter("early", null, "2026-11-09"))).toBeNull();
    // Being asked anew is not giving it anew.
    const askedAnew = { ...given, events: [...given.events, { state: "requested" as const, at: "2026-11-22T08:00:00.000Z", note: null, enteredAt: null }] };
    expect(withdrawalOf(askedAnew, trackRequests(ledgerOf([bank, offers, askedAnew, sent]), law, today), today)).toMatchObject({ requestId: "sent" });
  });
});

describe("what the portal knows of a request", () => {
  const letter = { documentId: "d1", name: "x.pdf", sha256: "ab".repeat(32) };
  const request = { reference: "2026-4K7Q2M9", events: [happened("signed", "2026-11-20", { letter })] };
  const draft = (sha256: string, reason = "") => ({ id: "a1", version: "1", value: { type: "application", state: "sending", identity: { formKey: "f", url: "https://my.gov.ge/f", title: "განაცხადი" }, fields: [{ key: "reason", nth: 0, kind: "text", label: "", values: [reason] }], attachments: [{ key: "papers", name: "x.pdf", size: 1, attachmentId: "t", sha256, signed: false }], createdAt: 1, changedAt: 1, sha256: null, from: null } });
  const receipt = { id: "receipt-a1", version: "1", value: { type: "receipt", applicationId: "a1", number: "2026-100001", at: Date.UTC(2026, 10, 20, 21), url: "https://my.gov.ge/s", title: "x" } };
  const answer = { id: "n1", version: "1", value: { type: "answer", url: "https://my.gov.ge/a", number: "2026-100001", title: "პასუხი", text: "დიახ", sha256: "x", savedAt: 5, files: [], missing: [], marks: {} } };

  it("an application that carried the signed letter, or names the reference, is its sending; the day is Tbilisi's", () => {
    const found = { sent: { number: "2026-100001", day: dayOf(2026, 11, 21) } };
    expect(trailOf(request, [draft(letter.sha256), receipt], [answer])).toMatchObject({ ...found, answers: [{ answer: { text: "დიახ" } }] });
    expect(trailOf(request, [draft("00".repeat(32), "№ 2026-4K7Q2M9"), receipt], [])).toMatchObject(found);
  });

  it("nothing is taken for it that only looks alike, or that the portal has not confirmed", () => {
    expect(trailOf(request, [draft("00".repeat(32)), receipt], [answer])).toMatchObject({ sent: null, answers: [] });
    expect(trailOf(request, [draft(letter.sha256)], [answer])).toMatchObject({ sent: null, answers: [] });
    // A complaint's file is found where the portal has confirmed it, and only there.
    const carried = (...drafts: Parameters<typeof trailOf>[1][number][]) => trailOf({ reference: "x", events: [] }, drafts, []).carried("cd".repeat(32));
    expect(carried(draft("cd".repeat(32)), receipt)).toEqual({ number: "2026-100001", day: dayOf(2026, 11, 21) });
    expect([carried(draft("cd".repeat(32))), carried(draft("00".repeat(32)), receipt)]).toEqual([null, null]);
    expect(trailOf({ reference: "x", events: [happened("sent", "2026-11-20", { channel: "portal", number: "2026-100001" })] }, [], [answer]).answers).toHaveLength(1);
  });

  it("an answer that names no number comes where the person has put it", () => {
    const of = (applicationId: string, number: string | null) => trailOf(request, [draft(letter.sha256), receipt], [{ ...answer, value: { ...answer.value, number, applicationId } }]).answers;
    expect(of(receipt.value.applicationId, null)).toHaveLength(1);
    expect(of("another", null)).toEqual([]);
    // Its number says this application, and the person another one: the person knows.
    expect(of("another", answer.value.number)).toEqual([]);
  });

  it("the word of whom the complaint went to comes under the complaint's number, and is told from the organisation's", () => {
    const complained = (sha256: string) => happened("complained", "2026-11-22", { addressee: "x", about: null, copy: { language: "ka", title: "x", text: "x", file: { documentId: "d", name: "c.pdf", sha256 } } });
    const of = (sha256: string) => trailOf({ reference: "x", events: [happened("sent", "2026-11-01", { channel: "post" }), complained(sha256)] }, [draft("cd".repeat(32)), receipt], [answer]).answers;
    expect(of("cd".repeat(32))).toMatchObject([{ answer: { text: "დიახ" }, toComplaint: true }]);
    expect(of("00".repeat(32))).toEqual([]);
    // The complaint's form names the request: it is no sending of it all the same.
    const sentUnder = (number: string) => trailOf({ reference: "2026-4K7Q2M9", events: [happened("sent", "2026-11-01", { number }), complained("cd".repeat(32))] }, [draft("cd".repeat(32), "№ 2026-4K7Q2M9"), receipt], [answer]);
    expect(sentUnder("2026-000001")).toMatchObject({ sent: null, answers: [{ toComplaint: true }] });
  });
});

describe("the dashboard's numbers", () => {
  it("answer in five seconds: how many, special, running out, overdue", () => {
    const tracked = trackRequests(ledger, law, today);
    expect(tracked.map(({ request }) => request.id)).toEqual(["late", "early", "over"]);
    expect(overviewOf(ledger, rows, tracked, today)).toEqual({ organisations: 2, special: 1, ending: 2, overdue: 1, unconfirmed: 0 });
  });
  it("who has been asked and has not answered yet is not asked as if for the first time", () => {
    expect([...openRequests(trackRequests(ledger, law, today))]).toEqual([["bank", 1], ["clinic", 1]]);
  });
  it("a controller's own policy counts in its requests only", () => {
    expect(trackRequests(ledger, law, today).flatMap(({ situation }) => situation.deadlines).every(({ basis }) => basis === "statute")).toBe(true);
  });
});

describe("rows", () => {
  it("say until when, and what is over", () => {
    expect(rows.map(({ id, ends, until }) => [id, ends, until === null ? null : isoOf(until)])).toEqual([["account", "later", "2032-01-01"], ["offers", "over", "2026-11-20"], ["chart", "soon", "2026-12-10"]]);
    expect(rows[1]?.alert).toMatchObject({ reason: "consentEnded", since: dayOf(2026, 11, 21) });
  });
  it("a consent that goes on ends the keeping on its own day, and one without end on none", () => {
    const going = ledgerOf([bank, offers, { ...agreed, validUntil: "2027-01-31" }]);
    expect(rowsOf(going, today)[0]).toMatchObject({ ends: "later", until: dayOf(2027, 1, 31) });
    expect(rowsOf(ledgerOf([bank, offers, { ...agreed, validUntil: "2027-01-31" }, { ...agreed, id: "b", validUntil: null }]), today)[0]).toMatchObject({ ends: "unstated", until: null });
  });
  it("what is over has the day on which it should have ended, and not the later one that was stated", () => {
    const of = (holding: Partial<Holding>, ...consents: readonly Partial<Consent>[]) => rowsOf(ledgerOf([bank, { ...offers, ...holding }, ...consents.map((one, i) => ({ ...agreed, id: `c${i}`, ...one }))]), today)[0];
    const stated = { until: "2035-01-01", duration: null, text: null };
    const withdrawn = [...agreed.events, { state: "withdrawn" as const, at: "2026-11-10T08:00:00Z", note: null, enteredAt: null }];
    expect(of({ retention: stated }, { validUntil: null, events: withdrawn })).toMatchObject({ ends: "over", until: dayOf(2026, 11, 9) });
    expect(of({ retention: { ...stated, until: "2026-06-30" } }, { validUntil: null, events: withdrawn })).toMatchObject({ ends: "over", until: dayOf(2026, 6, 30), alert: { reason: "consentEnded" } });
    expect(of({ basis: "contract", retention: stated, purposeEndedOn: "2026-03-01" })).toMatchObject({ ends: "over", until: dayOf(2026, 2, 28) });
  });
  it("a purpose that ends on a day to come ends the keeping with the day before, and that is reminded of", () => {
    const of = (holding: Partial<Holding>) => rowsOf(ledgerOf([bank, { ...offers, basis: "contract", retention: { until: "2035-01-01", duration: null, text: null }, ...holding }]), today);
    const coming = of({ purposeEndedOn: "2026-12-05" });
    expect(coming[0]).toMatchObject({ ends: "soon", until: dayOf(2026, 12, 4), alert: null });
    expect(dueDays([], coming, today)).toEqual([{ reminderId: "offers", day: dayOf(2026, 12, 5) }]);
    expect(of({ purposeEndedOn: "2036-12-05" })[0]).toMatchObject({ ends: "later", until: dayOf(2035, 1, 1) });
  });
  it("the last day of a consent is the keeping's where no other ground is known", () => {
    const [row] = rowsOf(ledgerOf([bank, { ...offers, basis: "unknown" }, { ...agreed, validUntil: "2026-12-10" }]), today);
    expect(row).toMatchObject({ ends: "soon", until: dayOf(2026, 12, 10) });
  });
  it("a term in words, or a length whose beginning nobody knows, is stated all the same", () => {
    const of = (retention: Holding["retention"]) => rowsOf(ledgerOf([bank, { ...offers, basis: "law", retention }]), today)[0];
    for (const retention of [{ until: null, duration: null, text: "ხელშეკრულების დასრულებიდან ხუთი წელი" }, { until: null, duration: "P6M", text: null }]) {
      expect(of(retention)).toMatchObject({ until: null, ends: "later", alert: null });
    }
    expect(of({ until: null, duration: null, text: null })).toMatchObject({ until: null, ends: "unstated", alert: { reason: "noTermStated" } });
  });
  it("are found by any word, narrowed and put in order", () => {
    const ids = (filter: Partial<typeof everything>): readonly string[] => selectRows(rows, { ...everything, ...filter }).map(({ id }) => id);
    expect(ids({})).toEqual(["account", "offers", "chart"]);
    expect(ids({ text: "  დიაგნოზი კლინ" })).toEqual(["chart"]);
    expect(ids({ text: "400111222" })).toEqual(["chart"]);
    expect(ids({ text: "აუდიტ" })).toEqual(["account", "offers"]);
    expect(ids({ text: "არაფერი" })).toEqual([]);
    // In Latin letters as they sound, in whatever case of the word; a single one only where a word begins.
    for (const text of ["klinika", "Klinikis", "diagnozi klin"]) expect(ids({ text }), text).toEqual(["chart"]);
    expect([ids({ text: "z" }), ids({ text: "banki diagnozi" })]).toEqual([[], []]);
    expect(ids({ category: "health" })).toEqual(["chart"]);
    expect(ids({ only: "special" })).toEqual(["chart"]);
    expect(ids({ only: "ending" })).toEqual(["offers", "chart"]);
    expect(ids({ only: "unstated" })).toEqual([]);
    // What is over already comes first: it is that which the person looks for.
    expect(ids({ sort: "until" })).toEqual(["offers", "chart", "account"]);
    expect(ids({ sort: "changed" })).toEqual(["offers", "account", "chart"]);
  });
});

describe("flows and history", () => {
  it("one flow for each pair, with every role and purpose", () => {
    expect(flowsOf(ledger)).toEqual([
      { organisationId: "bank", from: "ბანკი", toId: null, to: "აუდიტორი", roles: ["thirdParty", "manager"], purposes: ["აუდიტი"], special: false, over: false },
      { organisationId: "bank", from: "ბანკი", toId: null, to: "საკურიერო", roles: ["contractor"], purposes: [], special: false, over: false },
    ]);
  });
  it("newest first, all of it or one organisation's", () => {
    const all = historyOf(ledger);
    expect(all.map(({ day }) => day)).toEqual(all.map(({ day }) => day).toSorted((a, b) => b - a));
    expect(all).toHaveLength(8);
    expect(historyOf(ledger, "clinic").map((one) => one.kind)).toEqual(["request", "request", "request", "request", "holding"]);
  });
  it("a consent for a day to come that was taken back before is not given on it", () => {
    const at = (state: "given" | "withdrawn", day: string) => ({ state, at: `${day}T08:00:00Z`, note: null, enteredAt: null });
    const days = (...events: readonly ReturnType<typeof at>[]) => historyOf(ledgerOf([consentOf({ events })])).map((one) => one.kind === "consent" && one.state);
    expect(days(at("given", "2027-01-10"), at("withdrawn", "2026-11-25"))).toEqual(["withdrawn"]);
    expect(days(at("given", "2026-01-10"), at("withdrawn", "2026-11-25"))).toEqual(["withdrawn", "given"]);
  });
  it("what came on paper stands with the event that it proves", () => {
    const paper = { kind: "document", id: "d", name: "უარი.pdf", sha256: "ab" } as const;
    const request = requestOf("access", "self", [happened("sent", "2026-10-27"), happened("refused", "2026-10-29", { papers: [paper] })]);
    expect(historyOf(ledgerOf([request]))).toMatchObject([{ event: "refused", papers: [paper] }, { event: "sent", papers: [] }]);
  });
  it("of one day, what happened later stands above", () => {
    const request = requestOf("access", "self", [happened("sent", "2026-10-27"), happened("received", "2026-10-27"), happened("refused", "2026-10-27")]);
    const events = historyOf(ledgerOf([request])).map((one) => (one.kind === "request" ? one.event : one.kind));
    expect(events).toEqual(["refused", "received", "sent"]);
  });
});

describe("reminders", () => {
  it("a list names the last day of an answer that is owed, and none once it came or somebody else decides", () => {
    const sent = [happened("sent", "2026-10-27"), happened("received", "2026-10-27")];
    const day = (...more: readonly Parameters<typeof happened>[]) => {
      const [tracked] = trackRequests(ledgerOf([clinic, { ...early, events: [...sent, ...more.map((one) => happened(...one))] }]), law, dayOf(2026, 10, 29));
      return tracked ? lastDay(tracked.situation) : undefined;
    };
    expect(day()).toBe(dayOf(2026, 11, 10));
    expect(day(["deferred", "2026-10-29"])).toBe(dayOf(2026, 11, 25));
    // A part is not all: its rest has the same day.
    expect(day(["partly", "2026-10-29"])).toBe(dayOf(2026, 11, 10));
    for (const type of ["satisfied", "refused", "closed"] as const) expect(day([type, "2026-10-29"])).toBeNull();
  });
  const named = (id: string): string => id.replaceAll("-", "");
  const uuid = "0b8f0f1e-6a51-4c39-9f6e-0c4d5a3e7d10";
  const asked = { ...early, id: uuid };
  const days = (at: number): readonly string[] => {
    const one = ledgerOf([clinic, chart, asked, over]);
    return dueDays(trackRequests(one, law, at), rowsOf(one, at), at).map(({ reminderId, day }) => `${reminderId} ${isoOf(day)}`);
  };
  it("the answer's last day, then the day from which a complaint is lawful; a term's end; nothing for what is over", () => {
    expect(days(today)).toEqual([`${named(uuid)} 2026-12-07`, "chart 2026-12-11"]);
    expect(days(dayOf(2026, 12, 7))).toContain(`${named(uuid)} 2026-12-07`);
    expect(days(dayOf(2026, 12, 8))).toContain(`${named(uuid)} 2026-12-08`);
    // It stays due until the person acts.
    expect(days(dayOf(2027, 3, 1))).toContain(`${named(uuid)} 2026-12-08`);
    // A complaint has the authority's own time; one to another body has no day that is known.
    const complained = (more: object) => ledgerOf([clinic, { ...asked, events: [...asked.events, happened("silent", "2026-12-08"), happened("complained", "2026-12-09", { ...more })] }]);
    expect(dueDays(trackRequests(complained({}), law, today), [], today)).toEqual([{ reminderId: named(uuid), day: dayOf(2027, 2, 9) }]);
    expect(dueDays(trackRequests(complained({ addressee: "სახალხო დამცველი", to: "otherBody" }), law, today), [], today)).toEqual([]);
    expect(named(uuid)).toMatch(/^[0-9a-f]{32}$/);
  });
  it("equal lists are told to be equal, whatever their order", () => {
    const [a, b] = [{ reminderId: "a", day: 1 }, { reminderId: "b", day: 2 }];
    expect(listed([a, b])).toBe(listed([b, a]));
    expect(listed([a])).not.toBe(listed([b]));
  });
});

describe("what a request is called", () => {
  it("nothing that others ask for is said to be the person's own", () => {
    for (const kind of requestKinds) {
      for (const asker of askersFor(kind)) {
        const said = catalogue[`data_kind_${kindWord({ kind, asker })}`].message;
        if (!isOwn(asker)) expect(said, `${kind} ${asker}`).not.toMatch(/ჩემ/);
      }
    }
    expect(catalogue[`data_kind_${kindWord(requestOf("access", "self"))}`].message).toContain("ჩემი");
  });
});
