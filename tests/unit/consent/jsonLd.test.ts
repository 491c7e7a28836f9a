// Exports and receipts as a JSON-LD processor that nobody here wrote sees them: everything in them has an IRI, and each IRI of
// W3C DPV's is a term that the vocabulary has, as what it is, a class or a property.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import jsonld, { type ExpandedNode } from "jsonld";
import { describe, expect, it } from "vitest";
import { eventTypes } from "../../../src/consent/request/event.ts";
import { exportRecords, importRecords } from "../../../src/consent/record/exportFile.ts";
import { importForeign } from "../../../src/consent/record/foreign.ts";
import { languageOf } from "../../../src/consent/record/languageOf.ts";
import { receiptBytes } from "../../../src/consent/record/receipt.ts";
import type { Consent, DataRecord } from "../../../src/consent/record/record.ts";
import { prefixes } from "../../../src/consent/record/terms.ts";
import { consentStates } from "../../../src/consent/record/vocabulary.ts";
import vocabulary from "../../vectors/consent/dpvTerms.json" with { type: "json" };
import { consents, holdings, organisations, records } from "./arbitraries.ts";
import { happened, requestOf } from "./build.ts";

const now = Date.UTC(2026, 10, 26, 9);

/** Nothing is fetched, and whatever the processor would drop or leave relative is an error (`safe`). */
async function expand(document: unknown): Promise<readonly ExpandedNode[]> {
  return jsonld.expand(document, {
    safe: true,
    documentLoader: (url) => {
      throw new Error(`would fetch ${url}`);
    },
  });
}

interface Seen {
  readonly classes: Set<string>;
  readonly properties: Set<string>;
  readonly texts: Set<string>;
}

/** All that an expanded document names, and the texts in it. */
function seenIn(value: unknown, seen: Seen = { classes: new Set(), properties: new Set(), texts: new Set() }): Seen {
  if (Array.isArray(value)) for (const one of value) seenIn(one, seen);
  else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (key === "@type" || key === "@id") for (const one of [inner].flat()) seen.classes.add(String(one));
      else if (key === "@value") seen.texts.add(String(inner));
      else {
        if (!key.startsWith("@")) seen.properties.add(key);
        seenIn(inner, seen);
      }
    }
  }
  return seen;
}

const bases = { dpv: prefixes.dpv, pd: prefixes.pd, loc: prefixes.loc } as const;

/** IRIs in a namespace of DPV's that it has no such term for. */
function unknownTerms(iris: Iterable<string>, kind: "classes" | "properties"): readonly string[] {
  return [...iris].filter((iri) => {
    const name = (["dpv", "pd", "loc"] as const).find((one) => iri.startsWith(bases[one]));
    return name !== undefined && !vocabulary[name][kind].includes(iri.slice(bases[name].length) as never);
  });
}

/** Everything that can be in a file, at least once. */
const everything: readonly DataRecord[] = [
  ...fc.sample(records, { numRuns: 60, seed: 7 }),
  ...fc.sample(consents, { numRuns: 1, seed: 8 }).map((one): Consent => ({ ...one, validUntil: null, events: [{ state: "given", at: "2026-01-01T08:00:00.000Z", note: null, enteredAt: null }] })),
  ...fc.sample(consents, { numRuns: 1, seed: 7 }).map((one): Consent => ({ ...one, events: consentStates.map((state) => ({ state, at: "2026-01-01T08:00:00.000Z", note: "ა", enteredAt: null })) })),
  { ...requestOf("access", "self", eventTypes.map((one) => happened(one, "2026-06-01"))), id: "7f0b1c2d-0000-4000-8000-00000000000e" },
];

describe("an export as JSON-LD", () => {
  it("is one whose every name is an IRI, and whose DPV terms are DPV's", async () => {
    const seen = seenIn(await expand(JSON.parse(exportRecords(everything, now))));
    for (const iri of [...seen.classes, ...seen.properties]) expect(URL.canParse(iri), iri).toBe(true);
    expect(unknownTerms(seen.classes, "classes")).toEqual([]);
    expect(unknownTerms(seen.properties, "properties")).toEqual([]);
    // No word of a vocabulary is left a text.
    expect([...seen.texts].filter((one) => /^(?:dpv|pd|loc|mq|dct|rdf|xsd):\w/.test(one))).toEqual([]);
    // And it says what ISO/IEC TS 27560 wants in the standard's own terms.
    for (const name of ["hasDataSubject", "hasDataController", "hasPurpose", "hasLegalBasis", "hasPersonalData", "hasStorageCondition", "hasDuration", "hasJurisdiction", "hasRecipient", "hasNotice", "hasConsentControl", "hasConsentStatus", "isIndicatedBy", "isIndicatedAtTime", "hasProcessing", "hasDataSource"]) expect([...seen.properties], name).toContain(prefixes.dpv + name);
    for (const name of ["Consent", "ConsentGiven", "ConsentWithdrawn", "RenewedConsentGiven", "Process", "PersonalData", "SpecialCategoryPersonalData", "UntilTimeDuration", "IndeterminateDuration"]) expect([...seen.classes], name).toContain(prefixes.dpv + name);
    for (const iri of [`${prefixes.pd}Health`, `${prefixes.loc}GE`]) expect([...seen.classes]).toContain(iri);
  });

  it("each event says who showed it, when, and for how long; the words' language is theirs", async () => {
    const [plain] = fc.sample(consents, { numRuns: 1, seed: 3 });
    if (!plain) throw new Error("no sample");
    const consent: Consent = {
      ...plain, purpose: "newsletter", text: "I agree that my address is used for the newsletter", validUntil: "2027-01-31",
      events: [{ state: "requested", at: "2026-01-01T08:00:00.000Z", note: null, enteredAt: null }, { state: "given", at: "2026-01-02T08:00:00.000Z", note: null, enteredAt: null }, { state: "expired", at: "2027-02-01T08:00:00.000Z", note: null, enteredAt: null }],
    };
    const flat = JSON.stringify(await expand(JSON.parse(exportRecords([consent], now))));
    const event = (state: string, time: string, by: string | null, until: string | null): string =>
      JSON.stringify({
        "@type": [prefixes.dpv + state],
        ...(until === null ? {} : { [`${prefixes.dpv}hasDuration`]: [{ "@type": [`${prefixes.dpv}UntilTimeDuration`], [`${prefixes.rdf}value`]: [{ "@value": until }] }] }),
        [`${prefixes.dpv}isIndicatedAtTime`]: [{ "@type": `${prefixes.xsd}dateTime`, "@value": time }],
        ...(by === null ? {} : { [`${prefixes.dpv}isIndicatedBy`]: [{ "@id": prefixes.dpv + by }] }),
      });
    expect(flat).toContain(event("ConsentRequested", "2026-01-01T08:00:00.000Z", "DataController", null));
    expect(flat).toContain(event("ConsentGiven", "2026-01-02T08:00:00.000Z", "DataSubject", "2027-01-31"));
    // Nobody shows that time has passed.
    expect(flat).toContain(event("ConsentExpired", "2027-02-01T08:00:00.000Z", null, null));
    expect(flat).toContain(JSON.stringify({ [`${prefixes.dct}language`]: [{ "@value": "en" }] }).slice(1, -1));
  });

  it("what follows from the rest may be missing when it is read, and may not say something else", () => {
    const [plain] = fc.sample(consents, { numRuns: 1, seed: 3 });
    if (!plain) throw new Error("no sample");
    const consent: Consent = { ...plain, validUntil: "2027-01-31", events: [{ state: "given", at: "2026-01-02T08:00:00.000Z", note: null, enteredAt: null }] };
    const written = exportRecords([consent], now);
    const without = written.replace(/\s*"dct:language": "\w+"/, "").replace(/,\s*"dpv:isIndicatedBy": "[\w:]+"/, "").replace(/,(\s*)\}(\s*)\]/, "$1}$2]");
    expect(importRecords(JSON.parse(written))).toEqual([consent]);
    expect(JSON.parse(without.replace(/,(\s*[}\]])/g, "$1"))).not.toEqual(JSON.parse(written));
    expect(importRecords(JSON.parse(without.replace(/,(\s*[}\]])/g, "$1")))).toEqual([consent]);
    for (const [from, to] of [["dpv:DataSubject\"", "dpv:DataController\""], ["\"rdf:value\": \"2027-01-31\"", "\"rdf:value\": \"2028-01-31\""]] as const) expect(() => importRecords(JSON.parse(written.replace(from, to))), from).toThrow(/is not what/);
    // The language is found by rules that get better: a file of before them comes in with what they found.
    const language = /"dct:language": "\w+"/;
    for (const one of ["ka", "en", "und"]) expect(importRecords(JSON.parse(written.replace(language, `"dct:language": "${one}"`)))).toEqual([consent]);
    expect(() => importRecords(JSON.parse(written.replace(language, '"dct:language": "xx"')))).toThrow(/is not what/);
  });

  it("the processor would say so if a word were a text or a term were made up", async () => {
    const seen = seenIn(await expand({ "@context": { dpv: prefixes.dpv }, "@type": "dpv:Consnet", "dpv:hasRole": "dpv:DataController" }));
    expect(unknownTerms(seen.classes, "classes")).toEqual([`${prefixes.dpv}Consnet`]);
    expect(unknownTerms(seen.properties, "properties")).toEqual([`${prefixes.dpv}hasRole`]);
    expect([...seen.texts]).toEqual(["dpv:DataController"]);
    await expect(expand({ "@context": { dpv: prefixes.dpv }, "@type": "sent" })).rejects.toThrow();
    await expect(expand({ "@context": "https://w3id.org/dpv/context.jsonld", "@type": "x" })).rejects.toThrow();
  });

  it.each([["თანახმა ვარ", "ka"], ["I agree to the processing", "en"], ["Newsletter", "und"], ["Согласен на обработку", "und"], ["", "und"], ["VITAGURU-ს მომსახურება", "ka"], ["ᲗᲐᲜᲮᲛᲝᲑᲐ", "ka"], ["Samtykke for nyhedsbrev", "und"], ["Toestemming is gegeven of niet", "und"]] as const)("the language of „%s“", (words, language) => {
    expect(languageOf(words)).toBe(language);
  });
});

describe("a receipt as JSON-LD", () => {
  const parts = (() => {
    const [organisation] = fc.sample(organisations, { numRuns: 1, seed: 12 });
    const [loose] = fc.sample(holdings, { numRuns: 1, seed: 13 });
    const [plain] = fc.sample(consents, { numRuns: 1, seed: 11 });
    if (!organisation || !loose || !plain) throw new Error("no sample");
    const named = { ...organisation, name: "შპს „მარანი“" };
    const holding = { ...loose, organisationId: organisation.id, purposes: ["მიწოდება"], basis: "consent" as const };
    return { organisation: named, holding, consent: { ...plain, organisationId: organisation.id, holdingId: holding.id, purpose: "მიწოდება", validUntil: "2027-01-31", events: [{ state: "given" as const, at: "2026-01-02T08:00:00.000Z", note: null, enteredAt: null }] } };
  })();
  const document: unknown = JSON.parse(new TextDecoder().decode(receiptBytes(parts, "7f9c24e8-3b12-4fef-91e0-56a2d5f7a9c1", now)));

  it("is one, too", async () => {
    const seen = seenIn(await expand(document));
    expect([...unknownTerms(seen.classes, "classes"), ...unknownTerms(seen.properties, "properties")]).toEqual([]);
    expect([...seen.classes]).toContain(`${prefixes.dpv}ConsentReceipt`);
    expect([...seen.properties]).toContain(`${prefixes.dpv}hasRecordOfActivity`);
  });

  it("a reader who knows the standard and not us understands it: so does ours for other tools' files", async () => {
    let count = 0;
    const tools = { newId: () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, "0")}`, now: "2026-11-25T09:00:00.000Z", where: "receipt.jsonld" };
    for (const one of [document, await expand(document)]) {
      const { records: found, skipped } = importForeign(one, tools);
      expect(skipped).toBe(0);
      expect(found).toMatchObject([{ type: "organisation", name: "შპს „მარანი“" }, { type: "holding", purposes: ["მიწოდება"], basis: "consent" }, { type: "consent", purpose: "მიწოდება", validUntil: "2027-01-31", events: [{ state: "given" }] }]);
    }
  });
});

it("the list of terms is the vocabulary's own, and not ours", () => {
  const own = readFileSync(new URL("../../../src/consent/record/terms.ts", import.meta.url), "utf8");
  expect(vocabulary.dpv.classes.length).toBeGreaterThan(900);
  expect(vocabulary.dpv.properties.length).toBeGreaterThan(140);
  for (const [, name = ""] of own.matchAll(/"dpv:([A-Z]\w+)"/g)) expect(vocabulary.dpv.classes).toContain(name);
  for (const [, name = ""] of own.matchAll(/"pd:(\w+)"/g)) expect(vocabulary.pd.classes).toContain(name);
});
