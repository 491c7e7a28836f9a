// One organisation's file on paper says all that the record says of it.
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import type { Evidence } from "../../../src/consent/record/record.ts";
import { ledgerOf } from "../../../src/consent/view/ledger.ts";
import { trackRequests } from "../../../src/consent/view/overview.ts";
import { rowsOf } from "../../../src/consent/view/rows.ts";
import { organisationForm } from "../../../src/home/data/organisationForm.ts";
import { consentOf, happened, hastyPolicy, holdingOf, organisationOf, requestOf } from "../consent/build.ts";

const evidence = (name: string): Evidence => ({ kind: "policy", where: `https://${name}.example.ge/privacy`, sha256: name.padEnd(64, "0"), seenAt: "2026-03-02T09:00:00.000Z", quote: `სიტყვები: ${name}` });

const organisation = organisationOf({ name: "კლინიკა „იმედი“", registryCode: "204000000", sector: "private", category: "health", address: "ქუთაისი, რუსთაველის 1", email: "info@imedi.example.ge", phone: "+995 431 00 00 00", website: "https://imedi.example.ge", formUrl: "https://www.my.gov.ge/services/imedi", responsible: "ნანა მაისურაძე", policy: hastyPolicy, evidence: [evidence("oo")] });
const holding = holdingOf({
  id: "7f0b1c2d-0000-4000-8000-000000000003", organisationId: organisation.id, role: "manager", database: { name: "პაციენტები", location: "სერვერი ბათუმში" }, purposes: ["მკურნალობა", "ანგარიშგება"], purposeEndedOn: "2026-02-03", basis: "law", basisText: "მე-12 მუხლი",
  data: [{ name: "დიაგნოზი", special: "health" }, { name: "მისამართი", special: null }], recipients: [{ name: "სს „ფარი“", organisationId: null, role: "contractor", purpose: "ხარჯის ანაზღაურება" }], retention: { until: "2031-04-05", duration: null, text: "ხუთი წელი" },
  collectedFrom: "პოლიკლინიკა", since: "2021-04-05", told: { entry: true, rights: false, purpose: null, recipients: null }, handling: { form: "both", registered: "რეესტრი № 17", source: "internet", acts: ["sale", "storage"], ended: null }, confidence: "document", reach: { knownSince: "2020-01-02", answered: true, askedAt: null }, evidence: [evidence("aa")],
});
const consent = consentOf({ organisationId: organisation.id, holdingId: holding.id, purpose: "სიახლეების გზავნილი", text: "თანახმა ვარ, მივიღო სიახლეები", voluntary: false, withdrawal: "ზარით ცხელ ხაზზე", validUntil: "2027-05-06", events: [{ state: "given", at: "2025-01-07T08:00:00Z", note: "მიმღებში", enteredAt: null }, { state: "renewed", at: "2025-06-08T08:00:00Z", note: null, enteredAt: null }], evidence: [evidence("bb")] });
const request = requestOf("access", "self", [happened("sent", "2026-06-01"), happened("received", "2026-06-02", { note: "ფოსტით" })]);
const ledger = ledgerOf([organisation, holding, consent, request]);
const today = dayOf(2026, 6, 4);
const calendar = workCalendar();

describe("one organisation's file", () => {
  const texts = { language: "ka" as const, t: (key: string, values: object = {}) => [key, ...Object.values(values)].join(" ") };
  const book = { ledger, rows: rowsOf(ledger, today), tracked: trackRequests(ledger, { statutes, calendar }, today), standIns: new Set<string>(), unreadable: [], today, calendar };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of a book as a form takes
  const formIn = (language: "ka" | "en") => organisationForm(book as unknown as Parameters<typeof organisationForm>[0], organisation, { ...texts, language });
  const wordsOf = (form: ReturnType<typeof formIn>): string => [form.title, ...form.about, ...form.items.map((one) => ("value" in one ? `${one.label}: ${one.value}` : one.text))].join("\n");
  const words = wordsOf(formIn("ka"));

  it("has every word that somebody entered or a source said", () => {
    // Names of choices are the catalogue's, days are written as Georgia writes them, ids are nobody's words.
    const skipped = new Set(["type", "id", "organisationId", "holdingId", "createdAt", "updatedAt", "policy", "at", "seenAt", "kind", "role", "basis", "special", "form", "source", "acts", "state", "sector", "category", "confidence", "until", "validUntil", "since", "purposeEndedOn", "knownSince"]);
    const said = (value: unknown): readonly string[] =>
      typeof value === "string" ? [value] : Array.isArray(value) ? value.flatMap(said) : typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, one]) => (skipped.has(key) ? [] : said(one))) : [];
    const all = [organisation, holding, consent].flatMap(said);
    expect(all.length).toBeGreaterThan(25);
    expect(all.filter((one) => !words.includes(one) && one !== "ხუთი წელი")).toEqual([]);
  });

  it("has every day, in its place, and every choice by its name", () => {
    for (const line of [
      "data_purpose_ended: 03.02.2026", "data_since: 05.04.2021", "data_until: 05.04.2031", "data_reach: data_reach_since 02.01.2020", "07.01.2025 data_state_given: მიმღებში", "08.06.2025 data_state_renewed", "data_until: 06.05.2027",
      "data_role: data_role_manager", "data_database_form: data_kept_as_both", "data_source: data_came_internet", "data_acts: data_act_sale, data_act_storage", "data_known_by: data_confidence_document", "დიაგნოზი (data_special_health)", "data_sector_private, data_category_health",
      "data_told: data_told_entry: data_answer_yes\ndata_told_rights: data_answer_no", "data_consent_voluntary data_answer_no", "data_source_policy · https://aa.example.ge/privacy · 02.03.2026",
    ]) expect(words).toContain(line);
    expect(words).not.toMatch(/data_told_(purpose|recipients)/);
  });

  it("says of what is kept too long that it is, beside the later day that was stated", () => {
    expect(words).toContain("data_until: 05.04.2031");
    expect(words).toContain("data_over: data_alert_purposeReached 03.02.2026");
  });

  it("says of a grant that was called off before its day that it never came into force", () => {
    const off = consentOf({ organisationId: organisation.id, events: [{ state: "given", at: "2026-09-01T08:00:00Z", note: "წინასწარ", enteredAt: null }, { state: "withdrawn", at: "2026-05-01T08:00:00Z", note: null, enteredAt: null }] });
    const said = wordsOf(organisationForm({ ...book, ledger: ledgerOf([organisation, off]) } as unknown as Parameters<typeof organisationForm>[0], organisation, texts));
    expect(said).toContain("01.09.2026 data_state_given (data_event_called_off): წინასწარ");
    expect(said).toContain("01.05.2026 data_state_withdrawn");
    expect(words).not.toContain("data_event_called_off");
  });

  it("has the words that were agreed to in the quotation marks of its language", () => {
    expect(words).toContain("„თანახმა ვარ, მივიღო სიახლეები“");
    expect(wordsOf(formIn("en"))).toContain("“თანახმა ვარ, მივიღო სიახლეები”");
  });

  it("has the organisation's own deadlines, and a request's days that hold, each with its source", () => {
    expect(words).toContain("data_stage_firstAnswer: data_unit_workingDays 3");
    expect(words).toMatch(/02\.06\.2026 data_event_received\n– ფოსტით\n/);
    expect(words).toMatch(/data_last_day: 16\.06\.2026, data_stage_fulfilment, .+, data_article 14/);
    expect(words).toMatch(/data_last_day: 05\.06\.2026, data_stage_firstAnswer, /);
  });
});
