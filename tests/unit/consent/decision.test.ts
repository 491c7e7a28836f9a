// What an authority owes who has the complaint, and what is open to whoever is not even told that the letter has arrived.
import { describe, expect, it } from "vitest";
import { dayFromIso, isoOf } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import { isUnmoved } from "../../../src/consent/law/deadline.ts";
import { type Asker, askersFor, type RequestKind, requestKinds } from "../../../src/consent/law/requestKind.ts";
import { compose } from "../../../src/consent/letters/compose.ts";
import { letterText } from "../../../src/consent/letters/letter.ts";
import { importRecords, exportRecords } from "../../../src/consent/record/exportFile.ts";
import type { RequestEvent } from "../../../src/consent/request/event.ts";
import { passedTo } from "../../../src/consent/request/decision.ts";
import { phaseOf } from "../../../src/consent/request/phase.ts";
import { type Situation, situationOf } from "../../../src/consent/request/situation.ts";
import { calendarEntries } from "../../../src/consent/view/calendarEntries.ts";
import { ledgerOf } from "../../../src/consent/view/ledger.ts";
import { trackRequests } from "../../../src/consent/view/overview.ts";
import { dueDays, owedDay } from "../../../src/consent/view/reminders.ts";
import { dueOf } from "../../../src/personal/due.ts";
import { complaintTarget } from "../../../src/consent/letters/complaintTarget.ts";
import { eventsOf, noFields } from "../../../src/home/data/eventFields.ts";
import { happened, hastyPolicy, organisationOf, requestOf } from "./build.ts";

const calendar = workCalendar();
const day = (iso: string): number => dayFromIso(iso) ?? Number.NaN;
const at = (on: string, events: readonly RequestEvent[], kind: RequestKind = "access", asker: Asker = "self"): Situation => situationOf(requestOf(kind, asker, events), { statutes, policies: [], calendar }, day(on));
const came = [happened("sent", "2026-06-01"), happened("received", "2026-06-01"), happened("refused", "2026-06-10")];
const names = { request: () => "", keeping: () => "", receipt: () => "", look: () => "", filing: () => "", decision: () => "გადაწყვეტილება", unverified: "გადაუმოწმებელი" };

describe("a complaint that followed a request", () => {
  /** `day raw law count unit verified` */
  const due = ({ decideBy }: Situation): string | null => decideBy && [isoOf(decideBy.day), isoOf(decideBy.raw), decideBy.source.article, decideBy.count, decideBy.unit, decideBy.source.verifiedOn !== null].join(" ");
  const to = (kind: string | null, more: object = {}): RequestEvent => happened("complained", "2026-06-12", { to: kind, ...more });

  it("has the time of whoever decides it: a month by the code for the body above, the law's two months, which nobody has confirmed, for the supervisor, and of another body none is known", () => {
    for (const kind of ["access", "publicInformation"] as const) {
      // 12 July is a Sunday.
      expect(due(at("2026-06-20", [...came, to("higherBody", { addressee: "სამინისტრო" })], kind))).toBe("2026-07-13 2026-07-12 183 1 months true");
      expect(due(at("2026-06-20", [...came, to("otherBody", { addressee: "სახალხო დამცველი" })], kind))).toBeNull();
    }
    expect(due(at("2026-06-20", [...came, to("supervisor")]))).toBe("2026-08-12 2026-08-12 22 2 months false");
    // Of others' complaints the law on personal data says nothing, of the code's it is everybody's.
    expect(due(at("2026-06-20", [...came, to("supervisor")], "access", "thirdParty"))).toBeNull();
    expect(due(at("2026-06-20", [...came, to("higherBody")], "access", "thirdParty"))).toContain("183");
    // Of before the law that sets it.
    expect(due(at("2024-02-20", [happened("sent", "2024-01-10"), happened("refused", "2024-01-20"), happened("complained", "2024-02-10", { to: "supervisor" })]))).toBeNull();
  });

  it("in a record of before is told by its addressee, where that is on the list", () => {
    expect(due(at("2026-06-20", [...came, to(null, { addressee: "higher-body" })]))).toContain("183");
    expect(due(at("2026-06-20", [...came, to(null, { addressee: "pdps" })]))).toContain("22");
    for (const addressee of ["other-body", "სამინისტრო", "court"]) expect(due(at("2026-06-20", [...came, to(null, { addressee })]))).toBeNull();
  });

  it("keeps whom it goes to with its event, on disk and in a file", () => {
    const organisation = organisationOf({ sector: "public" });
    const complainTo = complaintTarget({ request: requestOf(), organisation, follows: null, complainTo: { kind: "higherBody", name: "სამინისტრო" } });
    const step = at("2026-06-12", came).steps.find(({ kind }) => kind === "complain");
    if (!step) throw new Error("a refusal can be complained of");
    const events = eventsOf(noFields(day("2026-06-12"), "mail"), { step, type: "complained", day: day("2026-06-12"), copy: null, complainTo, court: "", papers: [] });
    expect(events).toMatchObject([{ type: "complained", addressee: "სამინისტრო", to: "higherBody" }]);
    const request = { ...requestOf("access", "self", [...came, ...events]), organisationId: organisation.id };
    expect(importRecords(JSON.parse(exportRecords([organisation, request], Date.UTC(2026, 5, 13))))?.[1]).toEqual(request);
  });

  it("reminds on that day, waits among what is due, stands in the calendar as what it is, and goes with the decision", () => {
    const organisation = organisationOf();
    const tracked = (on: string, more: readonly RequestEvent[] = []) => trackRequests(ledgerOf([organisation, requestOf("access", "self", [...came, to("higherBody"), ...more])]), { statutes, calendar }, day(on));
    const dueLines = (on: string, more: readonly RequestEvent[] = []) => dueOf({ tracked: tracked(on, more), rows: [], organisations: new Map([[organisation.id, organisation]]), notices: [], answers: [], drafts: [], forms: [], cardEnds: null, today: day(on), language: "ka" });
    const reminded = (on: string, more: readonly RequestEvent[] = []) => dueDays(tracked(on, more), [], day(on)).map((one) => isoOf(one.day));
    expect([reminded("2026-06-13"), reminded("2026-09-01")]).toEqual([["2026-07-13"], ["2026-07-13"]]);
    expect(dueLines("2026-06-13")).toMatchObject([{ kind: "decision", over: false, day: day("2026-07-13") }]);
    expect(dueLines("2026-07-14")).toMatchObject([{ kind: "decision", over: true }]);
    const entries = (on: string, more: readonly RequestEvent[] = []) => calendarEntries(tracked(on, more), [], "ka", names).filter(({ uid }) => uid.endsWith("-decision"));
    expect(entries("2026-06-13")).toMatchObject([{ uid: `${requestOf().id}-decision`, day: day("2026-07-13"), summary: "გადაწყვეტილება", cancelled: false }]);
    expect(entries("2026-06-13")[0]?.description).toContain("1 თვე\nსაქართველოს ზოგადი ადმინისტრაციული კოდექსი, მუხლი 183");
    const decided = [happened("decided", "2026-07-01")];
    expect([reminded("2026-07-02", decided), dueLines("2026-07-02", decided), entries("2026-07-02", decided)]).toEqual([[], [], []]);
    // A second complaint, about the decision, has a time of its own.
    expect(reminded("2026-07-06", [...decided, happened("complained", "2026-07-06", { to: "higherBody" })])).toEqual(["2026-08-06"]);
  });
});

describe("a letter of which nobody says whether it has arrived", () => {
  const asked = [happened("sent", "2026-06-01"), happened("reminded", "2026-06-08")];
  const complain = (now: Situation) => now.steps.find(({ kind }) => kind === "complain");

  it("can be complained of once the law's time has passed since the first reminder, and not at all before one", () => {
    expect(complain(at("2027-01-10", [happened("sent", "2026-06-01")]))).toBeUndefined();
    const now = at("2026-06-09", asked);
    expect([now.phase, now.overdue, now.askReceiptOn !== null]).toEqual(["sent", false, true]);
    expect(complain(now)).toMatchObject({ about: "silence", from: day("2026-06-23") });
    // Asked twice, and by a policy that is nearer, it is the same day; it came back and was sent again, it begins anew.
    expect(complain(at("2026-06-16", [...asked, happened("reminded", "2026-06-15")]))?.from).toBe(day("2026-06-23"));
    expect(situationOf(requestOf("access", "self", asked), { statutes, policies: [hastyPolicy], calendar }, day("2026-06-09")).unprovedFrom).toBe(day("2026-06-23"));
    expect(complain(at("2026-06-20", [...asked, happened("returned", "2026-06-18"), happened("sent", "2026-06-19")]))).toBeUndefined();
    // What it needs first is still to hear of it.
    expect(now.steps[0]?.kind).toBe("enterReceipt");
    expect(owedDay(now, day("2026-06-09"))).toBe(now.askReceiptOn);
  });

  it("by every kind and asker: a complaint's silence is the court's, a claim's nobody's, and where no time is known it is ten working days", () => {
    for (const kind of requestKinds) {
      for (const asker of askersFor(kind)) {
        const { steps, unprovedFrom } = at("2026-06-09", asked, kind, asker);
        const found = steps.filter((one) => one.kind === "complain" || one.kind === "sue").map((one) => `${one.kind} ${one.about} ${one.from === unprovedFrom}`);
        expect(found, `${kind} ${asker}`).toEqual(kind === "claim" ? [] : [`${kind === "complaint" ? "sue" : "complain"} silence true`]);
        expect(unprovedFrom ?? 0, `${kind} ${asker}`).toBeGreaterThan(day("2026-06-16"));
      }
    }
    expect(at("2026-06-09", asked, "access", "thirdParty").unprovedFrom).toBe(day("2026-06-22"));
  });

  it("its complaint says when it was sent and asked after, claims no receipt and no time that has passed", () => {
    const request = requestOf("access", "self", asked);
    const write = (language: "ka" | "en") => letterText(compose({ language, request, organisation: organisationOf(), followUp: { kind: "complaint", about: "silence", overdue: false }, complainTo: null, court: null, given: null, follows: null }, calendar, day("2026-06-23")));
    expect(write("en")).toContain("I have no confirmation that the request was received, either, although I asked for one (08.06.2026).");
    expect(write("en")).not.toMatch(/time set by law|Received on|proof of its sending and receipt/);
    expect(write("ka")).toContain("თუმცა ამის დადასტურება ვითხოვე (08.06.2026)");
    // With a receipt, or after a word, it is not said.
    for (const more of [[happened("received", "2026-06-02")], [happened("promised", "2026-06-10")]]) {
      const told = { ...request, events: [...asked, ...more] };
      expect(letterText(compose({ language: "en", request: told, organisation: organisationOf(), followUp: { kind: "complaint", about: "silence", overdue: true }, complainTo: null, court: null, given: null, follows: null }, calendar, day("2026-07-23")))).not.toContain("no confirmation");
    }
  });
});

describe("a deferral where no extension is known", () => {
  const deferred = happened("deferred", "2026-06-04");
  const received = [happened("sent", "2026-06-01"), happened("received", "2026-06-01")];
  it("leaves the day where it is, which is said of just those days", () => {
    const unmoved = (kind: RequestKind, policies: readonly (typeof hastyPolicy)[] = []) => {
      const { deadlines } = situationOf(requestOf(kind, "self", [...received, deferred]), { statutes, policies, calendar }, day("2026-06-05"));
      return deadlines.filter((one) => isUnmoved(one, deadlines)).map(({ ruleSetId, stage, count }) => `${ruleSetId} ${stage} ${count}`);
    };
    expect(unmoved("access")).toEqual([]);
    expect(unmoved("stopMarketing")).toEqual(["law-3144 fulfilment 7"]);
    expect(unmoved("publicInformation")).toEqual(["public-information fulfilment 10", "public-information fulfilment 10"]);
    expect(unmoved("access", [hastyPolicy]).map((one) => one.split(" ").slice(1).join(" "))).toEqual(["fulfilment 5"]);
  });
});

describe("a complaint with a supervisor whose office is gone", () => {
  const now = (kind: RequestKind, events: readonly RequestEvent[], on: string, complainTo: ReturnType<typeof requestOf>["complainTo"] = null): string | undefined => passedTo({ ...requestOf(kind, "self", events), complainTo }, phaseOf(events), day(on))?.id;
  const refused = [happened("sent", "2026-01-10"), happened("refused", "2026-01-20")];
  const complained = (on: string, more: object = {}) => happened("complained", on, { addressee: "pdps", to: "supervisor", ...more });
  it("says who has it now, as long as it is open", () => {
    expect(now("access", [...refused, complained("2026-02-10")], "2026-03-01")).toBeUndefined();
    expect(now("access", [...refused, complained("2026-02-10")], "2026-03-02")).toBe("state-audit-office");
    expect(now("access", [...refused, complained("2026-02-10", { to: null })], "2026-03-02")).toBe("state-audit-office");
    expect(now("access", [...refused, complained("2026-03-05")], "2026-04-02")).toBeUndefined();
    expect(now("access", [...refused, complained("2026-02-10", { addressee: "სამინისტრო", to: "higherBody" })], "2026-03-02")).toBeUndefined();
    expect(now("access", [...refused, complained("2026-02-10"), happened("decided", "2026-02-20")], "2026-03-02")).toBeUndefined();
    // And of a complaint that is a request by itself.
    expect(now("complaint", [happened("sent", "2026-02-10"), happened("received", "2026-02-11")], "2026-03-02")).toBe("state-audit-office");
    expect(now("complaint", [happened("sent", "2026-02-10"), happened("refused", "2026-02-20")], "2026-03-02")).toBeUndefined();
    expect(now("complaint", [happened("sent", "2026-02-10")], "2026-03-02", { kind: "higherBody", name: "" })).toBeUndefined();
    expect(now("access", refused, "2026-03-02")).toBeUndefined();
  });
});
