import { describe, expect, it } from "vitest";
import { dayOf } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { institutions } from "../../../src/consent/data/institutions.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import { templates } from "../../../src/consent/letters/templates.ts";
import { askers, requestKinds } from "../../../src/consent/law/requestKind.ts";
import { specialCategoryOf } from "../../../src/consent/record/specialWords.ts";
import { fieldsFor, meansAll, missingItems } from "../../../src/consent/request/needs.ts";
import { calendarEntries } from "../../../src/consent/view/calendarEntries.ts";
import { ledgerOf } from "../../../src/consent/view/ledger.ts";
import { trackRequests } from "../../../src/consent/view/overview.ts";
import { rowsOf } from "../../../src/consent/view/rows.ts";
import { happened, holdingOf, organisationOf, requestOf } from "./build.ts";

describe("what a request needs", () => {
  it("line 134: one's own has its four items asked for; line 132: never a purpose", () => {
    for (const kind of requestKinds) for (const asker of ["self", "representative"] as const) expect(fieldsFor(kind, asker)).not.toContain("purpose");
    expect(fieldsFor("access", "self")).toEqual(["data", "database", "identifying"]);
  });
  it("whoever names no data asks for all of them exactly where the letter says so", () => {
    for (const language of ["ka", "en"] as const) {
      const all = requestKinds.filter((kind) => templates[language].kinds[kind].body.some((part) => typeof part !== "string" && part.if === "!data" && !part.text?.includes("{byHand}")));
      expect(all).toEqual(requestKinds.filter((kind) => meansAll(kind, "self")));
    }
    for (const kind of requestKinds) expect(meansAll(kind, "legalPerson")).toBe(false);
  });
  it("line 105: a third party has all six, whatever the kind", () => {
    const request = { ...requestOf("access", "legalPerson"), applicant: { name: "", personalNumber: null, documentNumber: null, address: null, email: null, phone: null, certifiedBy: null } };
    expect(missingItems(request)).toEqual(["name", "residence", "certifiedBy", "about", "data", "purpose", "grounds"]);
    // Item 2: who certifies it, by name and by office. Half of it is nothing.
    for (const certifiedBy of [{ position: "დირექტორი", name: " " }, { position: "", name: "ბერიძე გიორგი" }]) expect(missingItems({ ...request, applicant: { ...request.applicant, certifiedBy } })).toContain("certifiedBy");
    expect(missingItems({ ...request, applicant: { ...request.applicant, certifiedBy: { position: "დირექტორი", name: "ბერიძე გიორგი" } } })).not.toContain("certifiedBy");
    expect(fieldsFor("erase", "legalPerson")).toEqual(["about", "data", "purpose", "grounds", "database"]);
    // Whether the person concerned has died, and who they were, is a question to people.
    expect(fieldsFor("access", "thirdParty")).toEqual(["about", "kin", "data", "purpose", "grounds", "database"]);
    expect(fieldsFor("access", "representative")).not.toContain("kin");
    expect(missingItems(requestOf("access", "thirdParty"))).not.toContain("kin");
  });
  it("line 129: a ground that was chosen is a ground, but no provision of law for a third party", () => {
    const objection = requestOf("objection");
    expect(missingItems(objection)).toEqual(["grounds"]);
    expect(missingItems({ ...objection, asked: { ...objection.asked, causes: ["unreliable"] } })).toEqual([]);
    const third = requestOf("objection", "thirdParty");
    expect(missingItems({ ...third, asked: { ...third.asked, causes: ["unreliable"] } })).toContain("grounds");
  });
  it("names what is missing and nothing else", () => {
    expect(missingItems(requestOf("access"))).toEqual([]);
    expect(missingItems(requestOf("rectify"))).toEqual(["data", "shouldBe"]);
    expect(missingItems(requestOf("access", "representative"))).toEqual(["representative"]);
    for (const kind of requestKinds) for (const asker of askers) for (const item of missingItems(requestOf(kind, asker))) if (!["name", "residence", "document", "representative", "certifiedBy"].includes(item)) expect(fieldsFor(kind, asker)).toContain(item);
  });
});

describe("special categories by name", () => {
  it.each([
    ["დიაგნოზი და სამედიცინო ისტორია", "health"], ["სისხლის ჯგუფი", "health"], ["ეთნიკური კუთვნილება", "origin"], ["ნასამართლობის ცნობა", "conviction"], ["პარტიის წევრობა", "party"], ["პროფკავშირის წევრობა", "union"],
    ["რელიგიური მრწამსი", "religion"], ["თითის ანაბეჭდი", "biometric"], ["Genetic data", "genetic"], ["სახელი, გვარი", null], ["ტელეფონი", null], ["მისამართი", null], ["წერილები", null],
  ])("%s", (name, category) => {
    expect(specialCategoryOf(name)).toBe(category);
  });
});

describe("deadlines in the person's calendar", () => {
  it("keep their UID when the day moves, and go when nothing is awaited any more", () => {
    const events = [happened("sent", "2026-06-01"), happened("received", "2026-06-01")];
    const entriesOf = (more: ReturnType<typeof happened>[]) =>
      calendarEntries(trackRequests(ledgerOf([requestOf("access", "self", [...events, ...more])]), { statutes, calendar: workCalendar() }, dayOf(2026, 6, 12)), [], "ka", { request: () => "ასლი", keeping: () => "", receipt: () => "მიიღეს?", look: () => "", filing: () => "", decision: () => "", unverified: "?" });
    const [before] = entriesOf([]);
    const after = entriesOf([happened("deferred", "2026-06-12")]);
    expect(before?.cancelled).toBe(false);
    expect(after[0]).toMatchObject({ uid: before?.uid, cancelled: true });
    expect(entriesOf([happened("refused", "2026-06-12")]).every(({ cancelled }) => cancelled)).toBe(true);
    expect(after[1]).toMatchObject({ cancelled: false, day: dayOf(2026, 6, 29) });
    const [over] = entriesOf([happened("satisfied", "2026-06-12")]);
    expect(over).toMatchObject({ uid: before?.uid, cancelled: true });
    const [closed] = entriesOf([happened("satisfied", "2026-06-12"), happened("closed", "2026-06-13")]);
    expect(closed?.cancelled).toBe(true);
  });
  it("a refusal leaves its written explanation to wait for", () => {
    const asked = requestOf("publicInformation", "self", [happened("sent", "2026-11-02"), happened("received", "2026-11-02"), happened("refused", "2026-11-05")]);
    const entriesOf = (more: ReturnType<typeof happened>[]) =>
      calendarEntries(trackRequests(ledgerOf([{ ...asked, events: [...asked.events, ...more] }]), { statutes, calendar: workCalendar() }, dayOf(2026, 11, 6)), [], "ka", { request: () => "", keeping: () => "", receipt: () => "მიიღეს?", look: () => "", filing: () => "", decision: () => "", unverified: "?" }).filter(({ uid }) => !uid.endsWith("-filing"));
    // Whether working days are meant, nobody has confirmed.
    expect(entriesOf([]).map(({ description }) => description.endsWith("(?)"))).toEqual([false, false, true]);
    expect(entriesOf([]).map(({ uid, cancelled }) => [uid.includes("explanation"), cancelled])).toEqual([[true, false], [false, true], [false, true]]);
    expect(entriesOf([happened("closed", "2026-11-07")]).every(({ cancelled }) => cancelled)).toBe(true);
  });
  it("line 122: the day after the last on which something may be kept", () => {
    const rows = rowsOf(ledgerOf([organisationOf(), holdingOf({ id: "h1", organisationId: organisationOf().id, purposes: ["მიწოდება"], retention: { until: "2026-12-31", duration: null, text: null } })]), dayOf(2026, 6, 12));
    expect(calendarEntries([], rows, "ka", { request: () => "", keeping: ({ organisation }) => organisation.name, receipt: () => "მიიღეს?", look: () => "", filing: () => "", decision: () => "", unverified: "?" })).toEqual([{ uid: "h1-keeping", day: dayOf(2027, 1, 1), summary: "შპს „კონტრაგენტი“", description: "მიწოდება", cancelled: false }]);
    expect(calendarEntries([], rows, "en", { request: () => "", keeping: ({ organisation }) => organisation.name, receipt: () => "მიიღეს?", look: () => "", filing: () => "", decision: () => "", unverified: "?" })).toMatchObject([{ description: "delivery" }]);
  });
});

describe("the starter catalogue", () => {
  it("has no two of one kind, and each with its source and its day", () => {
    expect(new Set(institutions.map(({ key }) => key)).size).toBe(institutions.length);
    for (const one of institutions) {
      expect(one.name).toMatch(/^[\p{Script=Georgian}\s,.()]+$/u);
      expect(one.source).toMatch(/^https?:\/\//);
      expect(one.verifiedOn).toMatch(/^2026-\d\d-\d\d$/);
    }
  });
});
