import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../../src/consent/record/canonical.ts";
import { RecordError } from "../../../src/consent/record/codec.ts";
import { exportRecords, exportSchema, importRecords } from "../../../src/consent/record/exportFile.ts";
import { importForeign } from "../../../src/consent/record/foreign.ts";
import { receiptBytes } from "../../../src/consent/record/receipt.ts";
import { type Consent, type DataRecord, type Holding, specialOf } from "../../../src/consent/record/record.ts";
import { consents, holdings, organisations, records } from "./arbitraries.ts";

const now = Date.UTC(2026, 10, 25, 9);
const schemaFile = new URL("../../../src/consent/schema/export.schema.json", import.meta.url);
const valid = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(schemaFile, "utf8")) as object);
const unique = (all: readonly DataRecord[]): readonly DataRecord[] => [...new Map(all.map((one) => [one.id, one])).values()];

describe("export and import", () => {
  it("the schema in the repository is the one the writer follows", () => {
    expect(JSON.parse(readFileSync(schemaFile, "utf8"))).toEqual(JSON.parse(JSON.stringify(exportSchema)));
  });

  it("what goes out is valid by the schema and comes back the same", () => {
    fc.assert(
      fc.property(fc.array(records, { maxLength: 6 }).map(unique), (all) => {
        const text = exportRecords(all, now);
        const document: unknown = JSON.parse(text);
        if (!valid(document)) throw new Error(JSON.stringify(valid.errors?.slice(0, 3)));
        expect(importRecords(document)).toEqual(all);
      }),
      { numRuns: 200 },
    );
  });

  // The context, the kind and the profile are the first 21 values: without them it is another file, and no broken one.
  it("what lies in the vault with an empty text comes back as well, without it", () => {
    const [organisation] = fc.sample(organisations, 1);
    const [holding] = fc.sample(holdings, 1);
    if (!organisation || !holding) throw new Error("no sample");
    const empty: readonly DataRecord[] = [{ ...organisation, address: "", email: "" }, { ...holding, id: "7f9c24e8-3b12-4fef-91e0-56a2d5f7a9c1", collectedFrom: null, service: null, basisText: "", retention: { ...holding.retention, text: "" }, database: { ...holding.database, name: "" } }];
    const file = exportRecords(empty, now);
    expect(valid(JSON.parse(file)), JSON.stringify(valid.errors)).toBe(true);
    expect(importRecords(JSON.parse(file))).toEqual([{ ...organisation, address: null, email: null }, { ...empty[1], basisText: null, retention: { ...holding.retention, text: null }, database: { ...holding.database, name: null } }]);
  });

  it("a file with anything changed in its form is refused, with the place, by us and by the schema", () => {
    const spoil = (node: unknown, at: number, how: number): unknown => {
      let seen = 0;
      const go = (value: unknown): unknown => {
        if (typeof value !== "object" || value === null) {
          seen += 1;
          return seen === at ? [{ wrong: 1 }, 12.5, null][how] : value;
        }
        if (Array.isArray(value)) return value.map(go);
        return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, go(one)]));
      };
      return go(node);
    };
    fc.assert(
      fc.property(records, fc.integer({ min: 22, max: 48 }), fc.nat({ max: 2 }), (record, at, how) => {
        const document: unknown = JSON.parse(exportRecords([record], now));
        const spoilt = spoil(document, at, how);
        fc.pre(JSON.stringify(spoilt) !== JSON.stringify(document));
        expect(valid(spoilt)).toBe(false);
        expect(() => importRecords(spoilt)).toThrow(RecordError);
      }),
      { numRuns: 200 },
    );
  });

  it("an export of before the terms were things comes in as it always did", () => {
    const vector = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../vectors/consent/${name}`, import.meta.url), "utf8"));
    const former = vector("own-export-1.jsonld");
    const wanted = vector("own-export-1.records.json") as readonly DataRecord[];
    expect(new Set(wanted.map(({ type }) => type)).size).toBe(4);
    const found = importRecords(former);
    expect(found).toEqual(wanted);
    // And goes out as it does today.
    const today: unknown = JSON.parse(exportRecords(found ?? [], now));
    expect(valid(today)).toBe(true);
    expect(importRecords(today)).toEqual(wanted);
    // What is broken in it is refused with its place, as ever.
    const broken = JSON.parse(JSON.stringify(former).replace("dpv:ConsentWithdrawn", "dpv:Nothing")) as unknown;
    expect(() => importRecords(broken)).toThrow(/@type: is none of the terms/);
    expect(() => importRecords({ ...(former as object), "mq:extra": 1 })).toThrow("is not known");
  });

  it("unknown terms, two of one id, a foreign file", () => {
    const [one] = fc.sample(organisations, 1);
    if (!one) throw new Error("no sample");
    const document = JSON.parse(exportRecords([one], now)) as { "@graph": Record<string, unknown>[] };
    const first = document["@graph"][0];
    expect(() => importRecords({ ...document, "@graph": [first, first] })).toThrow("twice");
    expect(() => importRecords({ ...document, "@graph": [{ ...first, "mq:extra": 1 }] })).toThrow("mq:extra: is not known");
    // The message names the place, never what stood there.
    expect(() => importRecords({ ...document, "@graph": [{ ...first, "dct:created": "secret" }] })).toThrow(/^(?!.*secret).*dct:created/);
    expect(importRecords({ "@type": "dpv:ConsentRecord" })).toBeNull();
    expect(importRecords([])).toBeNull();
    expect(importRecords("")).toBeNull();
  });
});

describe("records of other tools", () => {
  let count = 0;
  const tools = { newId: () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, "0")}`, now: "2026-11-25T09:00:00.000Z", where: "consent.jsonld" };
  const vector = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../vectors/consent/${name}`, import.meta.url), "utf8"));

  it.each(["dpv-27560-record.jsonld", "dpv-27560-expanded.jsonld", "dpv-27560-vocab.jsonld"])("%s: the same record, written in another way", (name) => {
    const { records: found, skipped } = importForeign(vector(name), tools);
    expect(skipped).toBe(0);
    expect(found.map(({ type }) => type)).toEqual(["organisation", "holding", "consent"]);
    const [organisation, holding, consent] = found;
    if (organisation?.type !== "organisation" || holding?.type !== "holding" || consent?.type !== "consent") throw new Error("other kinds");
    expect(organisation.name).toBe("Acme Pharmacy Ltd");
    expect(holding).toMatchObject({ organisationId: organisation.id, purposes: ["Loyalty programme"], basis: "consent", confidence: "imported" });
    expect(holding.data).toEqual([{ name: "Email address", special: null }, { name: "Health", special: "health" }]);
    expect(specialOf(holding)).toEqual(["health"]);
    expect(holding.recipients.map((one) => one.name)).toEqual(["Parcel Courier"]);
    expect(consent).toMatchObject({ holdingId: holding.id, purpose: "Loyalty programme" });
    expect(consent.events.map(({ state, at }) => [state, at.slice(0, 10)])).toEqual([["given", "2025-03-01"], ["withdrawn", "2026-02-14"]]);
    // And from then on it is a record like any other.
    expect(importRecords(JSON.parse(exportRecords(found, now)))).toEqual(found);
  });

  it("what is done with the data and where they came from, in DPV's own words; what has none of ours is left out", () => {
    const document = {
      "@context": { dpv: "https://w3id.org/dpv#", dct: "http://purl.org/dc/terms/" },
      "@type": "dpv:ConsentRecord",
      "dpv:hasProcess": { "dpv:hasDataController": { "dpv:hasName": "Acme" }, "dpv:hasPurpose": { "dct:title": "Research" }, "dpv:hasProcessing": [{ "@id": "dpv:Collect" }, "dpv:Store", { "@id": "dpv:Profiling" }], "dpv:hasDataSource": { "@id": "dpv:PublicDataSource" } },
    };
    const { records: found } = importForeign(document, tools);
    expect(found.find(({ type }) => type === "holding")).toMatchObject({ handling: { acts: ["collection", "storage"], source: "publicSource", form: null, ended: null } });
  });

  it("a receipt around a record; storage and rights in nodes of their own", () => {
    const { records: found, skipped } = importForeign(vector("dpv-27560-receipt.jsonld"), tools);
    expect(skipped).toBe(0);
    expect(found).toMatchObject([
      { type: "organisation", name: "Borjomi Hotel" },
      { type: "holding", database: { location: "GE" }, retention: { until: null, duration: "P6M", text: null }, data: [{ name: "EmailAddress" }], purposes: ["Booking"] },
      { type: "consent", withdrawal: "https://hotel.example/consent", events: [{ state: "given", at: "2026-01-05T00:00:00.000Z" }] },
    ]);
  });

  it("a record in the shape of the W3C guide's own: names without a node, dates in the states, two processes", () => {
    const { records: found, skipped } = importForeign(vector("dpv-27560-guide.jsonld"), tools);
    expect(skipped).toBe(0);
    expect(found).toMatchObject([
      { type: "organisation", name: "CityLibrary" },
      // What kind of datum it is, never its value.
      { type: "holding", purposes: ["ServiceProvision", "IdentityVerification"], data: [{ name: "EmailAddress" }, { name: "OfficialID" }], service: "Reading room pass", database: { location: "GE" }, // One process keeps for six months, the other until the pass is back: no day is true of both.
        retention: { until: null, duration: null, text: "P6M; Pass returned" }, recipients: [{ name: "CloudHost", role: "manager" }] },
      { type: "consent", purpose: "ServiceProvision; IdentityVerification", withdrawal: "https://library.example/consent", events: [{ state: "given", at: "2025-01-10T00:00:00.000Z" }, { state: "withdrawn", at: "2025-04-20T00:00:00.000Z" }] },
    ]);
    expect(JSON.stringify(found)).not.toContain("reader@mail.example");
    expect(importRecords(JSON.parse(exportRecords(found, now)))).toEqual(found);
  });

  it("a record in the shape of the standard's drafts: all of it under the purpose, events as parts, seconds, names of DPV 1", () => {
    const { records: found, skipped } = importForeign(vector("dpv-27560-wd5.jsonld"), tools);
    expect(skipped).toBe(0);
    expect(found).toMatchObject([
      { type: "organisation", name: "Galway Gym Ltd", address: "Galway, Ireland", email: "data@gym.example", responsible: null },
      {
        type: "holding", purposes: ["Fitness programme"], basis: "consent", data: [{ name: "Email", special: null }, { name: "Health", special: "health" }], handling: { acts: ["collection", "storage"] },
        // Who decides together with the first has the data as well.
        recipients: [{ name: "Pay Once Ltd", role: "owner" }, { name: "Step Counters SA", role: "thirdParty" }], retention: { duration: "P365D" }, database: { location: "IE" },
      },
      // Once withdrawn: the record's own state is the last event's, and no third event.
      { type: "consent", purpose: "Fitness programme", withdrawal: "https://gym.example/stop", validUntil: "2026-03-01", events: [{ state: "given", at: "2024-03-01T09:15:00.000Z" }, { state: "withdrawn", at: "2025-06-11T18:40:00.000Z" }] },
    ]);
    expect((found[2] as Consent).events).toHaveLength(2);
    expect(importRecords(JSON.parse(exportRecords(found, now)))).toEqual(found);
  });

  it("a record in its maker's own words: aliases, another prefix, names by the context's say, durations as things", () => {
    const { records: found, skipped } = importForeign(vector("dpv-27560-aliases.jsonld"), tools);
    expect(skipped).toBe(0);
    expect(found).toMatchObject([
      { type: "organisation", name: "City Tram" },
      { type: "holding", purposes: ["CustomerManagement"], basis: "consent", handling: { acts: ["collection", "transfer"] }, data: [{ name: "TelephoneNumber", special: null }, { name: "Biometric", special: "biometric" }], retention: { until: "2028-12-31" } },
      // Six months from 31 January end with July's last day.
      { type: "consent", validUntil: "2026-07-31", events: [{ state: "requested" }, { state: "given", at: "2026-01-31T08:05:00.000Z" }] },
    ]);
    expect(importRecords(JSON.parse(exportRecords(found, now)))).toEqual(found);
  });

  it("what lacks the least is counted, what is no consent record is not taken for one", () => {
    expect(importForeign({ "@type": "dpv:ConsentRecord", "dct:identifier": "x" }, tools)).toEqual({ records: [], skipped: 1 });
    expect(importForeign({ "@type": "schema:Person", "dpv:hasName": "x" }, tools)).toEqual({ records: [], skipped: 0 });
    expect(importForeign(null, tools)).toEqual({ records: [], skipped: 0 });
  });

  it("nothing is fetched, and no document can nest us to death", () => {
    expect(() => importForeign({ "@context": "https://evil.example/context.jsonld", "@type": "dpv:ConsentRecord" }, tools)).toThrow("would have to be fetched");
    let deep: unknown = {};
    for (let i = 0; i < 200; i += 1) deep = { "dpv:hasProcess": deep };
    expect(() => importForeign(deep, tools)).toThrow("nested too deep");
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        try {
          importForeign(value, tools);
        } catch (error) {
          expect(error).toBeInstanceOf(RecordError);
        }
      }),
    );
  });
});

describe("receipts", () => {
  it("are the same bytes whoever puts the fields in whatever order, and change with any field", () => {
    fc.assert(
      fc.property(organisations, holdings, consents, (organisation, loose, plain) => {
        const holding: Holding = { ...loose, organisationId: organisation.id };
        const consent: Consent = { ...plain, organisationId: organisation.id, holdingId: holding.id };
        const turned = (one: object): never => Object.fromEntries(Object.entries(one).toReversed()) as never;
        const receipt = (of: Consent): string => createHash("sha256").update(receiptBytes({ consent: of, organisation, holding }, "7f9c24e8-3b12-4fef-91e0-56a2d5f7a9c1", now)).digest("hex");
        expect(receipt(consent)).toBe(receipt(turned(consent)));
        expect(receipt({ ...consent, purpose: `${consent.purpose}!` })).not.toBe(receipt(consent));
        const parsed = JSON.parse(new TextDecoder().decode(receiptBytes({ consent, organisation, holding }, "7f9c24e8-3b12-4fef-91e0-56a2d5f7a9c1", now))) as { "@graph": Record<string, unknown>[] };
        expect(parsed["@graph"][0]).toMatchObject({ "@type": "dpv:ConsentReceipt", "dct:conformsTo": expect.stringContaining("#receipt"), "dpv:hasRecordOfActivity": { "@id": `urn:uuid:${consent.id}` } });
      }),
      { numRuns: 50 },
    );
  });
  it("a grant for a later day that was taken back before is in none: whoever goes by days would read a consent that holds", () => {
    const [organisation] = fc.sample(organisations, 1);
    const [consent] = fc.sample(consents, 1);
    if (!organisation || !consent) throw new Error("no sample");
    const event = (state: Consent["events"][number]["state"], at: string): Consent["events"][number] => ({ state, at, note: null, enteredAt: null });
    const statesIn = (events: Consent["events"]): readonly unknown[] => {
      const bytes = receiptBytes({ consent: { ...consent, organisationId: organisation.id, holdingId: null, events }, organisation, holding: null }, "7f9c24e8-3b12-4fef-91e0-56a2d5f7a9c1", now);
      const { "@graph": nodes } = JSON.parse(new TextDecoder().decode(bytes)) as { "@graph": { "@type": unknown; "dpv:hasConsentStatus"?: { "@type": unknown }[] }[] };
      return nodes.find((one) => one["@type"] === "dpv:ConsentRecord")?.["dpv:hasConsentStatus"]?.map((one) => one["@type"]) ?? [];
    };
    expect(statesIn([event("given", "2027-02-01T08:00:00Z"), event("withdrawn", "2026-11-20T08:00:00Z")])).toEqual(["dpv:ConsentWithdrawn"]);
    expect(statesIn([event("given", "2026-02-01T08:00:00Z"), event("withdrawn", "2026-11-20T08:00:00Z")])).toEqual(["dpv:ConsentGiven", "dpv:ConsentWithdrawn"]);
  });
  it("parts that do not belong together make no receipt", () => {
    const [organisation] = fc.sample(organisations, 1);
    const [consent] = fc.sample(consents, 1);
    if (!organisation || !consent) throw new Error("no sample");
    expect(() => receiptBytes({ consent: { ...consent, organisationId: "other" }, organisation, holding: null }, "x", now)).toThrow("do not belong together");
  });
  it("RFC 8785: sorted by UTF-16 units, shortest numbers, no blanks", () => {
    // The example of the RFC, section 3.2.3, and its numbers.
    expect(canonicalJson({ "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew", "1": "One", "\ud83d\ude00": "Smile", "\u0080": "Control", "\u00f6": "o" })).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"o","\u20ac":"Euro Sign","\ud83d\ude00":"Smile","\ufb33":"Hebrew"}',
    );
    expect(canonicalJson([1e21, 0.000001, 1e-7, 333_333_333.333_333_3, -0])).toBe("[1e+21,0.000001,1e-7,333333333.3333333,0]");
    expect(() => canonicalJson(Number.NaN)).toThrow(RangeError);
  });
});
