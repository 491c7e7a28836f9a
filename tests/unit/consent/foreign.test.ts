// What other tools' consent records say more than once, or in a way that could be taken for something else.
import fc from "fast-check";
import { expect, it } from "vitest";
import { withoutKept } from "../../../src/consent/record/again.ts";
import { dayOf } from "../../../src/consent/calendar/day.ts";
import { consentState } from "../../../src/consent/record/consentState.ts";
import { exportRecords, importRecords } from "../../../src/consent/record/exportFile.ts";
import { importForeign } from "../../../src/consent/record/foreign.ts";
import { RecordError } from "../../../src/consent/record/codec.ts";
import { ownWords } from "../../../src/consent/record/ownWords.ts";
import type { DataRecord } from "../../../src/consent/record/record.ts";
import { soundRecord } from "../../../src/consent/record/sound.ts";

let count = 0;
const tools = { newId: () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, "0")}`, now: "2026-11-25T09:00:00.000Z", where: "consent.jsonld" };

it("who decides is named with the record and with each process, and is no receiver for that; another who decides is one, once", () => {
  const [acme, beta] = [{ "dpv:hasName": "Acme" }, { "dpv:hasName": "Beta" }];
  const process = (purpose: string) => ({ "dpv:hasDataController": [acme, beta], "dpv:hasPurpose": { "dct:title": purpose }, "dpv:hasRecipient": { "dpv:hasName": "Courier" } });
  const document = { "@context": { dpv: "https://w3id.org/dpv#", dct: "http://purl.org/dc/terms/" }, "@type": "dpv:ConsentRecord", "dpv:hasDataController": acme, "dpv:hasProcess": [process("Research"), process("Delivery")] };
  const { records: found } = importForeign(document, tools);
  const [, holding] = found;
  expect(holding?.type === "holding" && holding.recipients.map(({ name, role }) => [name, role])).toEqual([["Beta", "owner"], ["Courier", "thirdParty"]]);
});

it.each([["31536000", { duration: "P365D" }], ["20261231", { text: "20261231" }], ["P1Y6M", { duration: "P1Y6M" }], ["2027-01-31T00:00:00Z", { until: "2027-01-31" }], ["as long as needed", { text: "as long as needed" }]] as const)("kept for „%s“", (said, retention) => {
  const document = { "@context": { dpv: "https://w3id.org/dpv#" }, "@type": "dpv:ConsentRecord", "dpv:hasDataController": { "dpv:hasName": "Acme" }, "dpv:hasPurpose": "Research", "dpv:hasStorageCondition": { "@type": "dpv:StorageDuration", "dpv:hasDuration": said } };
  expect(importForeign(document, tools).records[1]).toMatchObject({ retention: { until: null, duration: null, text: null, ...retention } });
});

const dpv = "https://w3id.org/dpv#";
const foreign = (more: object, context: object = {}): unknown => ({ "@context": ["https://w3id.org/dpv", context], "@type": "ConsentRecord", hasDataController: { hasName: "Acme" }, hasPurpose: "Research", ...more });
const given = (more: object): unknown => foreign({ hasConsentStatus: { "@type": "ConsentGiven", isIndicatedAtTime: "2026-01-01T00:00:00Z", ...more } });
const read = (document: unknown) => importForeign(document, tools).records;
/** As the vault would have them, and as they come back from a file. */
function kept(records: readonly DataRecord[]): void {
  for (const one of records) expect(soundRecord(one.id, one), one.type).not.toBeNull();
  expect(importRecords(JSON.parse(exportRecords(records, Date.UTC(2026, 10, 25))))).toEqual(records);
}

it.each([
  ["a consent for 999 years", given({ hasDuration: "P999Y" })],
  ["a day of another millennium", given({ isIndicatedAtTime: "12345" })],
  ["a day before Christ", given({ isIndicatedAtTime: "-000123-01-01T00:00:00Z" })],
  ["a name longer than any", foreign({ hasDataController: { hasName: "ა".repeat(30_000) } })],
  ["a notice longer than any", foreign({ hasNotice: "ა".repeat(30_000), hasConsentControl: "ა".repeat(30_000) })],
  ["blanks for data, receivers, places", foreign({ hasPersonalData: ["", " ", "Email"], hasRecipient: [{ hasName: "" }], hasStorageCondition: { hasLocation: "", hasDuration: " " }, hasConsentControl: "" })],
  ["names that every object has", JSON.parse(`{"@context":"https://w3id.org/dpv","@type":"ConsentRecord","__proto__":{"x":1},"constructor":{"prototype":{"y":1}},"hasDataController":{"__proto__":{"hasName":"z"},"hasName":"Acme"},"hasPurpose":"m"}`)],
] as const)("%s: is a record that can be shown, and comes back from an export", (_, document) => {
  const { records } = importForeign(document, tools);
  expect(records.map(({ type }) => type)).toEqual(["organisation", "holding", "consent"]);
  kept(records);
});

it.each([["who", { hasDataController: { hasName: " " } }], ["what for", { hasPurpose: "" }]])("a record that does not say %s is skipped and counted", (_, more) => {
  expect(importForeign(foreign(more), tools)).toMatchObject({ records: [], skipped: 1 });
});

it("several values are read from a list, a set, and a text in several languages, of which Georgian is the first", () => {
  for (const container of ["@list", "@set"]) expect(read(foreign({ hasPurpose: { [container]: ["Research", "Delivery"] } }))[1]).toMatchObject({ purposes: ["Research", "Delivery"] });
  const languages = { name: { "@id": `${dpv}hasName`, "@container": "@language" } };
  expect(read(foreign({ hasDataController: { name: { en: "Mill", ka: "წისქვილი" } } }, languages))[0]).toMatchObject({ name: "წისქვილი" });
});

it("one text in several languages is one purpose, whether it stands in a list, a map or a map of lists", () => {
  const texts = [{ "@value": "Marketing", "@language": "en-GB" }, { "@value": "მარკეტინგი", "@language": "ka" }];
  expect(read(foreign({ hasPurpose: texts }))[1]).toMatchObject({ purposes: ["მარკეტინგი"] });
  for (const container of ["@language", ["@language", "@set"]]) {
    expect(read(foreign({ why: { en: ["Marketing"], ka: ["მარკეტინგი"] } , hasPurpose: [] }, { why: { "@id": `${dpv}hasPurpose`, "@container": container } }))[1]).toMatchObject({ purposes: ["მარკეტინგი"] });
  }
  // Two texts of one language are two.
  expect(read(foreign({ hasPurpose: ["a", "b"].map((one) => ({ "@value": one, "@language": "en" })) }))[1]).toMatchObject({ purposes: ["a", "b"] });
});

it("classes and words may be aliases of the maker's own; a context may be emptied, a key be made to mean nothing", () => {
  const context = { dpv, Record: "dpv:ConsentRecord", type: "@type", given: "dpv:ConsentGiven", status: { "@id": "dpv:hasConsentStatus", "@type": "@vocab" }, who: { "@id": "dpv:hasDataController" }, why: "dpv:hasPurpose", inner: null };
  const document = { "@context": ["https://w3id.org/dpv", null, context], type: "Record", who: { "@type": "dpv:DataController", "dpv:hasName": "Acme" }, why: "Research", status: "given", inner: "nothing" };
  expect(read(document)).toMatchObject([{ name: "Acme" }, { purposes: ["Research"] }, { events: [{ state: "given" }] }]);
});

it("things may stand in maps by a word or by their names, and point back from elsewhere", () => {
  const processes = { a: { hasPurpose: "Research" }, "urn:b": { hasPurpose: "Delivery" } };
  for (const container of ["@index", "@id"]) expect(read(foreign({ hasPurpose: [], parts: processes }, { parts: { "@id": `${dpv}hasProcess`, "@container": container } }))[1], container).toMatchObject({ purposes: ["Research", "Delivery"] });
  const record = { "@type": "ConsentRecord", hasDataController: { "@id": "urn:acme" }, hasPurpose: "Research" };
  const controller = { "@context": "https://w3id.org/dpv", "@id": "urn:acme", hasName: "Acme" };
  for (const document of [{ ...controller, "@reverse": { hasDataController: record } }, { ...controller, "@included": [record] }]) expect(read(document)).toMatchObject([{ name: "Acme" }, { purposes: ["Research"] }, { type: "consent" }]);
});

it("a record that is described in two places is one, with what both say", () => {
  const at = { "@id": "urn:r", "@type": "dpv:ConsentRecord" };
  const document = { "@context": { dpv }, "@graph": [{ ...at, "dpv:hasPurpose": "Research", "dpv:hasDataController": { "@id": "urn:acme" } }, { ...at, "dpv:hasPurpose": "Research", "dpv:hasPersonalData": ["Email", "Phone"] }, { "@id": "urn:acme", "dpv:hasName": "Acme" }, { "@id": "urn:acme", "dpv:hasAddress": "Tbilisi" }] };
  expect(importForeign(document, tools)).toMatchObject({ records: [{ name: "Acme", address: "Tbilisi" }, { data: [{ name: "Email" }, { name: "Phone" }] }, { type: "consent" }], skipped: 0 });
});

it("one that is described in thousands of places is read as soon as thousands are", () => {
  const nodes = Array.from({ length: 20_000 }, (_, i) => ({ "@id": "urn:r", "@type": `urn:t${i}`, [`urn:k${i}`]: "x" }));
  const from = performance.now();
  expect(importForeign([...nodes, foreign({ "@id": "urn:r" })], tools).records).toHaveLength(3);
  // A second or less; were all that is known copied with each, half a minute.
  expect(performance.now() - from).toBeLessThan(10_000);
}, 90_000);

it("who decides passes nothing to itself or to the person, and who works for it is told from others", () => {
  const more = { hasDataProcessor: { hasName: "Host" }, hasRecipient: [{ hasName: "Acme" }, { "@id": "dpv:DataSubject" }, { hasName: "Host" }, { hasName: "Courier" }], hasPersonalData: [{ "@type": "https://w3id.org/dpv/pd#Email" }, { "@type": "https://w3id.org/dpv/pd#Email", "http://www.w3.org/1999/02/22-rdf-syntax-ns#value": "me@mail.example" }] };
  expect(read(foreign(more))[1]).toMatchObject({ recipients: [{ name: "Host", role: "manager" }, { name: "Courier", role: "thirdParty" }], data: [{ name: "Email", special: null }] });
});

it("what is special is known by its class, else proposed by its name", () => {
  const more = { hasPersonalData: ["Email", "ჯანმრთელობის მდგომარეობა", { "@id": "https://w3id.org/dpv/pd#MedicalHealth" }, { "@type": "https://w3id.org/dpv/pd#Religion", hasName: "Parish" }] };
  expect(read(foreign(more))[1]).toMatchObject({ data: [{ special: null }, { special: "health" }, { special: "health" }, { name: "Parish", special: "religion" }] });
});

it.each([["eu-gdpr:A6-1-b", "contract", null], ["https://w3id.org/dpv/legal/eu/gdpr#A6-1-f", "legitimateInterest", null], ["eu-gdpr:A6-1-a", "consent", null], ["dpv:LegalObligation", "law", null], ["urn:house:rule-7", "consent", "house:rule-7"]] as const)("the legal ground „%s“", (said, basis, basisText) => {
  expect(read(foreign({ hasLegalBasis: { "@id": said } }))[1]).toMatchObject({ basis, basisText });
});

it.each([["2026-05-01T23:30:00", "2026-05-01T19:30:00.000Z"], ["2026-05-01 00:10", "2026-04-30T20:10:00.000Z"], ["2026-05-01T23:30:00-05:00", "2026-05-02T04:30:00.000Z"], ["2026-05-01", "2026-05-01T00:00:00.000Z"], ["2026-05-01+14:00", "2026-05-01T00:00:00.000Z"]])("a time without a zone is Tbilisi's, whatever computer reads it: %s", (said, at) => {
  const before = process.env["TZ"];
  try {
    for (const zone of ["America/Los_Angeles", "Asia/Tbilisi", "Pacific/Auckland"]) {
      process.env["TZ"] = zone;
      expect(read(given({ isIndicatedAtTime: said }))[2], zone).toMatchObject({ events: [{ at, note: null }] });
    }
  } finally {
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
  }
});

it("an event of which no day is said has the record's own, else that of the loading, which is said", () => {
  expect(read(given({ isIndicatedAtTime: "last summer" }))[2]).toMatchObject({ events: [{ at: tools.now, note: ownWords.data_event_undated[0] }] });
  expect(read(foreign({ hasConsentStatus: { "@type": "ConsentGiven", "dct:description": "x" }, "http://purl.org/dc/terms/created": "2026-02-03" }))[2]).toMatchObject({ events: [{ at: "2026-02-03T00:00:00.000Z", note: null }] });
});

it("a name that turns the writing direction is read without the turn", () => {
  const [organisation, holding, consent] = read(foreign({ hasDataController: { hasName: "Acme \u202egpj.exe\u0007" }, hasPurpose: "\u2066Research", hasConsentControl: "\u202ehttps://acme.example" }));
  expect([organisation, holding, consent]).toMatchObject([{ name: "Acme gpj.exe" }, { purposes: ["Research"] }, { withdrawal: "https://acme.example" }]);
});

it("a former export with names that every object has is refused with its place", () => {
  const former = { dct: "http://purl.org/dc/terms/", dpv, loc: "https://w3id.org/dpv/loc#", mq: "urn:moqalaqe:terms:", pd: "https://w3id.org/dpv/pd#" };
  for (const node of ['{"@type":"constructor"}', '{"@type":"__proto__"}', '{"@type":"dpv:Process","constructor":1}', '{"@type":"dpv:Process","__proto__":{"a":1}}']) {
    expect(() => importRecords({ "@context": former, "@type": "mq:Export", "dct:created": "2026-11-25T00:00:00Z", "dct:conformsTo": "https://w3id.org/dpv/schema/dpv-27560#record", "@graph": [JSON.parse(node)] }), node).toThrow(RecordError);
  }
});

it("a small file that would make millions of items is refused at once", () => {
  const records = Array.from({ length: 1_500 }, (_, i) => foreign({ "@id": `urn:r${i}`, hasProcess: { "@id": "urn:p" } }));
  const shared = { "@context": "https://w3id.org/dpv", "@id": "urn:p", hasPersonalData: Array.from({ length: 1_500 }, (_, i) => `datum ${i}`) };
  expect(() => importForeign([...records, shared], tools)).toThrow("more than a person's records can");
});

it("whatever a file says, what comes of it can be shown and comes back from an export", () => {
  const odd = fc.oneof(
    fc.constantFrom<unknown>("", " ", "?", "Acme", "P999Y", "P1Y", "12345", "2026-02-30", "2026-01-31", "+012345-01-01T00:00:00Z", "ConsentGiven", "ConsentWithdrawn", "__proto__", "urn:a", "\u0000", 5, true, null, [], {}),
    fc.string({ unit: "grapheme" }),
  );
  const keys = fc.constantFrom("hasName", "hasPurpose", "hasDataController", "hasPersonalData", "hasRecipient", "hasConsentStatus", "hasDuration", "hasStorageCondition", "hasProcess", "hasNotice", "isIndicatedAtTime", "hasConsentControl", "hasLegalBasis", "hasLocation", "@type", "@id", "@value", "@list", "http://purl.org/dc/terms/date", "http://purl.org/dc/terms/valid", "unknownTerm");
  const { node } = fc.letrec<{ readonly node: unknown; readonly value: unknown }>((tie) => ({
    node: fc.dictionary(keys, tie("value"), { maxKeys: 5 }),
    value: fc.oneof({ maxDepth: 3, withCrossShrink: true }, odd, fc.array(tie("value"), { maxLength: 3 }), tie("node")),
  }));
  let made = 0;
  fc.assert(
    fc.property(fc.array(node, { minLength: 1, maxLength: 3 }), (nodes) => {
      const { records } = importForeign(nodes.map((one, i) => foreign({ ...(i % 2 ? { hasProcess: one } : (one as object)), "@type": "ConsentRecord" })), tools);
      made += records.length;
      kept(records);
    }),
    { numRuns: 500 },
  );
  expect(made).toBeGreaterThan(500);
});

it.each([
  ["dpv:hasIndicationMethod", "Ticking a checkbox on the website", "tick"],
  ["dpv:hasIndicationMethod", { "@type": "dpv:IndicationMethod", "dct:title": "Signed paper form" }, "paper"],
  ["dpv:hasProvisionMethod", "ელექტრონული დოკუმენტი", "electronic"],
  ["dpv:hasIndicationMethod", "urn:moqalaqe:terms:TickMark", "tick"],
  ["dpv:hasIndicationMethod", "by word of mouth", null],
  ["dpv:hasName", "paper", null],
] as const)("how it was given, said as %s: %j", (term, said, form) => {
  const context = { dct: "http://purl.org/dc/terms/" };
  const consents = [read(foreign({ [term]: said }, context)), read(foreign({ hasConsentStatus: { "@type": "ConsentGiven", isIndicatedAtTime: "2026-01-01T00:00:00Z", [term]: said } }, context))].map((all) => all[2]);
  for (const one of consents) expect(one).toMatchObject({ form });
});

it("nobody says how it was given: then it is not stated, and a file that was read when that was an electronic document doubles nothing", () => {
  const records = read(given({}));
  expect(records[2]).toMatchObject({ form: null });
  kept(records);
  const [organisation, holding, consent] = records;
  if (organisation?.type !== "organisation" || holding?.type !== "holding" || consent?.type !== "consent") throw new Error("not as read");
  expect(withoutKept(read(given({})), { organisations: [organisation], holdings: [holding], consents: [{ ...consent, form: "electronic" }] })).toEqual([]);
});

// As a social-protection registry, a personal data store and a cookie tool write them, each with terms of its own beside the vocabulary's.
it("a record that says from when and until when it holds, in terms of DPV 1 and of its maker, is over on that day", () => {
  const registry = { "dpv:hasTimestamp": "2026-01-31T10:00:00", "dpv:hasEffectiveDate": "2026-02-01", "dpv:hasExpiryDate": "2026-10-01", "dpv:hasConsentStatus": { "@type": "ConsentGiven", "@id": `${dpv}ConsentGiven` }, "dpv:hasWithdrawalMechanism": { "@type": "dpv:WithdrawalMechanism", "dpv:hasURL": "https://registry.example/stop", "dpv:hasDescription": "Ask at the desk" } };
  const document = { "@context": { "@vocab": dpv, dpv }, "@type": ["dpv:ConsentRecord"], "dpv:hasDataController": { "dpv:hasName": "Ministry", "dpv:hasContact": "mailto:desk@ministry.example" }, "dpv:hasPurpose": { "dpv:hasName": "Allowance" }, ...registry };
  const [organisation, , consent] = read(document);
  expect(organisation).toMatchObject({ email: "desk@ministry.example", responsible: null });
  expect(consent).toMatchObject({ validUntil: "2026-10-01", withdrawal: "Ask at the desk", events: [{ state: "given", at: "2026-02-01T00:00:00.000Z", note: null }] });
  expect(consent?.type === "consent" && [consent.events.length, consentState(consent, dayOf(2026, 11, 25))]).toEqual([1, "expired"]);
});

it("a record that was changed when the consent was taken back says that day, and a class is no length of time", () => {
  const store = { "@context": { dpv, dct: "http://purl.org/dc/terms/", rdfs: "http://www.w3.org/2000/01/rdf-schema#", own: "urn:own:" }, "@type": "dpv:ConsentRecord", "dct:created": "2026-09-20T13:04:11+00:00", "dct:modified": "2026-09-22T13:04:11+00:00", "dpv:hasDataController": { "rdfs:label": "Insurer" }, "dpv:hasPurpose": { "rdfs:label": "An offer" }, "dpv:hasConsentStatus": "dpv:ConsentWithdrawn" };
  const keeping = (more: object): unknown => ({ ...store, "dpv:hasStorageCondition": { "@type": "dpv:StorageDuration", "dpv:hasDuration": { "@type": "dpv:TemporalDuration", ...more } } });
  expect(read(keeping({ "own:days": 14, "own:iso8601": "P14D" }))).toMatchObject([{ name: "Insurer" }, { retention: { duration: "P14D", text: null } }, { events: [{ state: "withdrawn", at: "2026-09-22T13:04:11.000Z" }] }]);
  expect(read(keeping({ "own:days": 14 }))[1]).toMatchObject({ retention: { until: null, duration: null, text: null } });
});

it("who decides may stand among other parties, with no id of its own; an empty id is nobody's", () => {
  const document = {
    "@context": { dpv, dct: "http://purl.org/dc/terms/" }, "@type": "dpv:ConsentRecord", "dct:valid": "2027-05-01", "dpv:hasProcess": [{ "dpv:hasPurpose": { "@type": "dpv:Marketing" }, "dpv:hasPersonalDataCategory": "Cookie id", "dpv:hasRecipient": [{ "@id": "", "dpv:hasName": "Agency" }], "dpv:hasConsentManagement": [{ "@type": "dpv:WithdrawConsent", "dpv:isExercisedAt": "https://shop.example/stop" }] }],
    "dpv:hasEntity": [{ "@id": "", "@type": "dpv:DataSubject", "dpv:hasName": "Me" }, { "@id": "", "@type": "dpv:DataController", "dpv:hasName": "Shop" }], "dpv:hasConsentStatus": [{ "@type": "dpv:ConsentGiven", "dpv:isIndicatedAtTime": "2026-05-01T16:08:50", "dpv:hasIndicationMethod": "Agree button in dialogue" }],
  };
  expect(read(document)).toMatchObject([{ name: "Shop" }, { purposes: ["Marketing"], data: [{ name: "Cookie id" }], recipients: [{ name: "Agency" }] }, { form: "tick", validUntil: "2027-05-01", withdrawal: "https://shop.example/stop" }]);
});
