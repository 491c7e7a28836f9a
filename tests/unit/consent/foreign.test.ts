// What other tools' consent records say more than once, or in a way that could be taken for something else.
import fc from "fast-check";
import { expect, it } from "vitest";
import { exportRecords, importRecords } from "../../../src/consent/record/exportFile.ts";
import { importForeign } from "../../../src/consent/record/foreign.ts";
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
  const read = (document: unknown) => importForeign(document, tools).records;
  for (const container of ["@list", "@set"]) expect(read(foreign({ hasPurpose: { [container]: ["Research", "Delivery"] } }))[1]).toMatchObject({ purposes: ["Research", "Delivery"] });
  const languages = { name: { "@id": `${dpv}hasName`, "@container": "@language" } };
  expect(read(foreign({ hasDataController: { name: { en: "Mill", ka: "წისქვილი" } } }, languages))[0]).toMatchObject({ name: "წისქვილი" });
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
