// Consent records of other tools: ISO/IEC TS 27560 in W3C DPV terms, whatever their nesting. What is understood becomes
// records of ours, marked as imported; what is not understood is named, never guessed.
import { prefixes } from "./terms.ts";
import { dayFromIso, dayInTbilisi, isoOf } from "../calendar/day.ts";
import { endOfDuration } from "./duration.ts";
import { longestText, RecordError } from "./codec.ts";
import { type Expanded, expandJsonLd } from "./expand.ts";
import type { Consent, ConsentEvent, DataRecord, Evidence, Holding, Organisation, Recipient } from "./record.ts";
import { unknownHandling, untold } from "./record.ts";
import { known, retentionOf } from "./foreignWords.ts";
import { actTerms, basisTerms, sourceTerms, specialTerms, stateTerms } from "./terms.ts";
import type { SpecialCategory } from "./vocabulary.ts";

const dpv = (name: string): string => prefixes.dpv + name;
const dct = (name: string): string => prefixes.dct + name;

/** What says neither its name nor what it is. */
const nameless = "?";

/** Data or recipients of one record, as many as an export can have; and of all records of a file. */
const mostOfOne = 10_000;
const mostOfAll = 100_000;

export interface ForeignImport {
  readonly records: readonly DataRecord[];
  /** Consent records without what the least of a record needs: who holds the data, or what for. */
  readonly skipped: number;
}

export interface ImportTools {
  /** New UUIDs, version 4. */
  readonly newId: () => string;
  /** ISO instant. */
  readonly now: string;
  /** File name or address. */
  readonly where: string;
}

/** @returns no records for a document that has none in it. @throws {RecordError} for one that can't be read as JSON-LD */
export function importForeign(document: unknown, tools: ImportTools): ForeignImport {
  const nodes = new Map<string, Expanded>();
  const all: Expanded[] = [];
  const collect = (node: Expanded): void => {
    all.push(node);
    // The fullest description of an id is the node; the others are references to it.
    if (node.id !== null && (nodes.get(node.id)?.values.size ?? -1) < node.values.size) nodes.set(node.id, node);
    for (const inner of node.values.values()) for (const one of inner) if (typeof one !== "string") collect(one);
  };
  expandJsonLd(document).forEach(collect);
  const reader = new Reader(nodes, tools);
  const found = all.filter((node) => node.types.some((type) => type === dpv("ConsentRecord") || type === dpv("ConsentReceipt") || type === dpv("Consent")) && node.values.size > 0 && !node.values.has(dpv("hasRecordOfActivity")));
  let skipped = 0;
  for (const node of found) if (!reader.read(node)) skipped += 1;
  return { records: [...reader.organisations.values(), ...reader.rest], skipped };
}

class Reader {
  readonly organisations = new Map<string, Organisation>();
  readonly rest: (Holding | Consent)[] = [];
  readonly #nodes: ReadonlyMap<string, Expanded>;
  readonly #tools: ImportTools;
  /** Data and recipients of all records so far. */
  #items = 0;

  constructor(nodes: ReadonlyMap<string, Expanded>, tools: ImportTools) {
    this.#nodes = nodes;
    this.#tools = tools;
  }

  /** @returns false if the record says neither who nor what for */
  read(record: Expanded): boolean {
    // The drafts of the standard hung all of it on the purpose.
    const processes = [record, ...this.#inner(record, [dpv("hasProcess"), dpv("hasPersonalDataHandling"), dpv("hasProcessing"), dpv("hasPurpose")])];
    const first = (names: readonly string[]): readonly (Expanded | string)[] => processes.flatMap((node) => names.flatMap((name) => node.values.get(name) ?? []));
    const conditions = processes.flatMap((node) => this.#inner(node, [dpv("hasStorageCondition")]));
    // How long until it is deleted once its time is over is not how long it is kept.
    const keeping = conditions.filter(({ types }) => !types.includes(dpv("StorageDeletion")));
    const storage = (names: readonly string[]): readonly (Expanded | string)[] => [...keeping, ...processes].flatMap((node) => names.flatMap((name) => node.values.get(name) ?? []));
    const controllers = first([dpv("hasDataController"), dpv("hasController")]);
    const purposes = [...new Set(this.#labels(this.#counted(first([dpv("hasPurpose")]))))];
    const [controller, ...joint] = controllers.filter((one) => this.#label(one) !== nameless);
    const [purpose] = purposes;
    if (controller === undefined || purpose === undefined) return false;
    const organisation = this.#organisation(controller);
    const stamps = { createdAt: this.#tools.now, updatedAt: this.#tools.now };
    const holding: Holding = {
      type: "holding",
      id: this.#tools.newId(),
      organisationId: organisation.id,
      role: "owner",
      database: { name: null, location: this.#first([...storage([dpv("hasLocation")]), ...first([dpv("hasLocation")])]) },
      purposes,
      purposeEndedOn: null,
      basis: known(basisTerms, first([dpv("hasLegalBasis")]).map((one) => this.#iri(one))) ?? "consent",
      basisText: null,
      data: this.#counted(first([dpv("hasPersonalData")])).map((one) => ({ name: this.#dataName(one), special: this.#special(one) })).filter(({ name }) => name !== nameless),
      recipients: this.#recipients(joint.filter((one) => this.#label(one) !== organisation.name), first([dpv("hasRecipient"), dpv("hasThirdParty"), dpv("hasRecipientThirdParty")])),
      retention: retentionOf(this.#first(storage([dpv("hasDuration")])) ?? this.#first(first([dpv("hasStorageCondition")]).filter((one) => typeof one === "string"))),
      collectedFrom: this.#first(first([dpv("hasDataSource")])),
      since: null,
      service: this.#first(first([dpv("hasService")])),
      notice: null,
      told: untold,
      handling: this.#handling(first),
      confidence: "imported",
      reach: { knownSince: null, answered: true, askedAt: this.#tools.now },
      evidence: [this.#evidence()],
      ...stamps,
    };
    const consent: Consent = {
      type: "consent",
      id: this.#tools.newId(),
      organisationId: organisation.id,
      holdingId: holding.id,
      form: "electronic",
      purpose,
      text: this.#first(first([dpv("hasNotice")])),
      voluntary: null,
      withdrawal: this.#how(first([dpv("hasConsentControl"), dpv("isWithdrawnBy"), dpv("hasWithdrawalMethod")])),
      validUntil: this.#validUntil(record),
      events: this.#events(record),
      confidence: "imported",
      evidence: [this.#evidence()],
      ...stamps,
    };
    this.rest.push(holding, consent);
    return true;
  }

  /** What is done with the data and where they came from, in so far as it has words for that we know. */
  #handling(first: (names: readonly string[]) => readonly (Expanded | string)[]): Holding["handling"] {
    const iris = (name: string): readonly string[] => first([dpv(name)]).flatMap((one) => [this.#iri(one), ...(this.#node(one)?.types ?? [])]);
    const acts = [...new Set(iris("hasProcessing").flatMap((iri) => known(actTerms, [iri]) ?? []))];
    const source = known(sourceTerms, iris("hasDataSource"));
    return acts.length === 0 && source === null ? null : { ...unknownHandling, acts, source };
  }

  /** Who else has the data. Each process may name them all once more. @param joint who decides together with the first */
  #recipients(joint: readonly (Expanded | string)[], others: readonly (Expanded | string)[]): readonly Recipient[] {
    const named = (all: readonly (Expanded | string)[], role: Recipient["role"]): readonly Recipient[] => this.#labels(all).map((name) => ({ name, organisationId: null, role, purpose: null }));
    const all = [...named(joint, "owner"), ...named(this.#counted(others), "thirdParty")];
    const first = new Map(all.toReversed().map((one) => [one.name, one]));
    return all.filter((one) => first.get(one.name) === one);
  }

  /** When a node says that it happened. */
  #at(node: Expanded): string | null {
    const text = [dct("date"), dct("created"), dct("issued"), dpv("isIndicatedAtTime"), "http://www.w3.org/ns/prov#atTime"].flatMap((name) => node.values.get(name) ?? []).find((one) => typeof one === "string");
    const ms = typeof text === "string" ? Date.parse(text) : Number.NaN;
    const iso = Number.isNaN(ms) ? "" : new Date(ms).toISOString();
    // No record of ours can have a day of another millennium.
    return dayFromIso(iso.slice(0, 10)) === null ? null : iso;
  }

  /** The last day for which the latest consent was given: a day that is named, or a duration from the day it was given. */
  #validUntil(record: Expanded): string | null {
    const given = [record, ...this.#inner(record, [...record.values.keys()])]
      .filter((node) => known(stateTerms, node.types) === "given" || known(stateTerms, node.types) === "renewed")
      .toSorted((a, b) => Date.parse(this.#at(b) ?? this.#tools.now) - Date.parse(this.#at(a) ?? this.#tools.now));
    for (const node of given) {
      const said = this.#first(node.values.get(dpv("hasDuration")) ?? []) ?? this.#first(node.values.get(dct("valid")) ?? []);
      const { until, duration } = retentionOf(said);
      if (until !== null) return until;
      const from = this.#at(node);
      const day = from === null || duration === null ? null : endOfDuration(dayInTbilisi(Date.parse(from)), duration);
      // Beyond the days that are known here nobody's consent lasts.
      if (day !== null && dayFromIso(isoOf(day)) !== null) return isoOf(day);
    }
    return null;
  }

  #events(record: Expanded): readonly ConsentEvent[] {
    const at = (node: Expanded): string => this.#at(node) ?? this.#tools.now;
    const statuses = (node: Expanded): readonly string[] => [...(node.values.get(dpv("hasConsentStatus")) ?? []), ...(node.values.get(dpv("hasStatus")) ?? [])]
        // A status with a date of its own is an event, and found among the inner nodes.
        .filter((one) => typeof one === "string" || (this.#node(one)?.values.size ?? 0) === 0)
        .map((one) => this.#iri(one));
    const events: ConsentEvent[] = [record, ...this.#inner(record, [...record.values.keys()])].flatMap((node) => {
      const state = known(stateTerms, [...statuses(node), ...(node === record ? [] : node.types)]);
      return state === null ? [] : [{ state, at: at(node), note: null }];
    });
    // The record's own state, without a day, is how the last event left it.
    const dated = events.filter((one, i) => !(i === 0 && statuses(record).length > 0 && this.#at(record) === null && events.some((other, j) => j > 0 && other.state === one.state)));
    return dated.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  }

  #organisation(value: Expanded | string): Organisation {
    const node = this.#node(value);
    const name = this.#label(value);
    const key = node?.id ?? name;
    const present = this.organisations.get(key);
    if (present) return present;
    const text = (names: readonly string[]): string | null => (node ? this.#first(names.flatMap((one) => node.values.get(one) ?? [])) : null);
    const made: Organisation = {
      type: "organisation",
      id: this.#tools.newId(),
      name,
      otherNames: null,
      nameEn: null,
      registryCode: text([dpv("hasIdentifier"), dct("identifier")]),
      sector: "unknown",
      category: null,
      address: text([dpv("hasAddress")]),
      email: null,
      phone: null,
      website: null,
      formUrl: null,
      responsible: text([dpv("hasContact")]),
      policy: null,
      formerPolicies: null,
      evidence: [this.#evidence()],
      createdAt: this.#tools.now,
      updatedAt: this.#tools.now,
    };
    this.organisations.set(key, made);
    return made;
  }

  #special(value: Expanded | string): SpecialCategory | null {
    const node = this.#node(value);
    const named = known(specialTerms, [this.#iri(value), ...(node?.types ?? []), ...broaderOf(node).map((one) => this.#iri(one))]);
    // Marked as special without a word of which kind: health is no guess we may make.
    return named;
  }

  #inner(node: Expanded, names: readonly string[]): readonly Expanded[] {
    return names.flatMap((name) => node.values.get(name) ?? []).flatMap((one) => this.#node(one) ?? []);
  }

  #node(value: Expanded | string): Expanded | null {
    if (typeof value === "string") return this.#nodes.get(value) ?? null;
    return value.values.size > 0 || value.id === null ? value : (this.#nodes.get(value.id) ?? value);
  }

  #iri(value: Expanded | string): string {
    return typeof value === "string" ? (value.startsWith("dpv:") ? dpv(value.slice(4)) : value) : (value.id ?? value.types[0] ?? "");
  }

  /** What kind of datum it is; its value, which a record of others may carry, is none of a list's business. */
  #dataName(value: Expanded | string): string {
    const node = this.#node(value);
    const [broader] = broaderOf(node);
    return broader === undefined || node?.values.has(dct("title")) || node?.values.has(dpv("hasName")) ? this.#label(value) : this.#label(broader);
  }

  /** What a person calls it: its name, title or description, else the last word of its IRI. */
  #label(value: Expanded | string): string {
    const node = this.#node(value);
    const named = node === null ? null : [dpv("hasName"), dct("title"), "http://www.w3.org/2004/02/skos/core#prefLabel", "http://www.w3.org/2000/01/rdf-schema#label", dct("description"), "http://www.w3.org/1999/02/22-rdf-syntax-ns#value", dct("identifier"), dpv("isExercisedAt")].flatMap((name) => node.values.get(name) ?? []).find((one) => typeof one === "string" && one.trim() !== "");
    if (typeof named === "string") return named.slice(0, longestText);
    const whole = (node?.types.find((type) => type.startsWith(prefixes.pd)) ?? (typeof value === "string" ? value : (value.id ?? value.types[0] ?? nameless))).slice(0, longestText);
    if (whole.trim() === "") return nameless;
    return whole.startsWith("http") || whole.includes("#") ? (whole.split(/[#/]/).findLast((part) => part !== "") ?? whole) : whole.replace(/^[A-Za-z][\w-]*:(?=\w)/, "");
  }

  #labels(values: readonly (Expanded | string)[]): readonly string[] {
    return values.map((one) => this.#label(one)).filter((one) => one !== nameless);
  }

  /** A small file can name a long list with each of its records: so much is no person's, and would keep the page for minutes. */
  #counted(values: readonly (Expanded | string)[]): readonly (Expanded | string)[] {
    this.#items += values.length;
    if (values.length > mostOfOne || this.#items > mostOfAll) throw new RecordError("@graph", "says more than a person's records can");
    return values;
  }

  #first(values: readonly (Expanded | string)[]): string | null {
    const [value] = values;
    if (value === undefined) return null;
    const label = this.#label(value);
    return label === nameless ? null : label;
  }

  /** An address leads somewhere only as a whole. */
  #how(values: readonly (Expanded | string)[]): string | null {
    const [value] = values;
    return typeof value === "string" && value.trim() !== "" && this.#node(value) === null ? value.slice(0, longestText) : this.#first(values);
  }

  #evidence(): Evidence {
    return { kind: "import", where: this.#tools.where, sha256: null, seenAt: this.#tools.now, quote: null };
  }
}

/** Of what more general kind it is; the drafts had a term of their own for it. */
const broaderOf = (node: Expanded | null): readonly (Expanded | string)[] => ["http://www.w3.org/2004/02/skos/core#broader", dpv("isSubTypeOf")].flatMap((name) => node?.values.get(name) ?? []);
