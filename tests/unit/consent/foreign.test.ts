// What other tools' consent records say more than once, or in a way that could be taken for something else.
import { expect, it } from "vitest";
import { importForeign } from "../../../src/consent/record/foreign.ts";

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
