// Consent records of other tools: ISO/IEC TS 27560 in W3C DPV terms, whatever their nesting. What is understood becomes
// records of ours, marked as imported; what is not understood is named, never guessed.
import { dayFromIso, dayInTbilisi, isoOf } from "../calendar/day.ts";
import { endOfDuration } from "./duration.ts";
import { longestText, RecordError } from "./codec.ts";
import { type Expanded, expandJsonLd } from "./expand.ts";
import type { Consent, ConsentEvent, DataItem, DataRecord, Evidence, Holding, Organisation, Recipient, Retention } from "./record.ts";
import { noRetention, unknownHandling, unknownOrganisation, untold } from "./record.ts";
import { durationIn, expiryIn, whenIn } from "./foreignTimes.ts";
import { basisOf, formIn, known, retentionOf } from "./foreignWords.ts";
import { nameless, NodeNames } from "./nodeNames.ts";
import { ownWords } from "./ownWords.ts";
import { specialCategoryOf } from "./specialWords.ts";
import { actTerms, dct, dpv, sourceTerms, stateTerms } from "./terms.ts";
import { type ConsentState, type Role, roles } from "./vocabulary.ts";

/** The note of an event of which the file says no day. */
export const [undated] = ownWords.data_event_undated;

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
  const named = new Map<string, Described>();
  const unnamed: Expanded[] = [];
  const collect = (node: Expanded): void => {
    if (node.id === null) unnamed.push(node);
    else describe(named, node.id, node);
    for (const inner of node.values.values()) for (const one of inner) if (typeof one !== "string") collect(one);
  };
  expandJsonLd(document).forEach(collect);
  const nodes = new Map([...named].map(([id, { types, values }]): [string, Expanded] => [id, { id, types: [...types], values }]));
  const reader = new Reader(nodes, tools);
  const found = [...nodes.values(), ...unnamed].filter((node) => node.types.some((type) => type === dpv("ConsentRecord") || type === dpv("ConsentReceipt") || type === dpv("Consent")) && node.values.size > 0 && !node.values.has(dpv("hasRecordOfActivity")));
  let skipped = 0;
  for (const node of found) if (!reader.read(node)) skipped += 1;
  return { records: [...reader.organisations.values(), ...reader.rest], skipped };
}

/** All that is said of one id. */
interface Described {
  readonly types: Set<string>;
  readonly values: Map<string, readonly (Expanded | string)[]>;
}

/** What is said of one id in several places, together; of what two say, the fuller: a copy says nothing a second time. */
function describe(all: Map<string, Described>, id: string, { types, values }: Expanded): void {
  let so = all.get(id);
  if (!so) all.set(id, (so = { types: new Set(), values: new Map() }));
  for (const type of types) so.types.add(type);
  for (const [term, said] of values) if (said.length > (so.values.get(term)?.length ?? 0)) so.values.set(term, said);
}

class Reader {
  readonly organisations = new Map<string, Organisation>();
  readonly rest: (Holding | Consent)[] = [];
  readonly #names: NodeNames;
  readonly #tools: ImportTools;
  /** Data and recipients of all records so far. */
  #items = 0;

  constructor(nodes: ReadonlyMap<string, Expanded>, tools: ImportTools) {
    this.#names = new NodeNames(nodes);
    this.#tools = tools;
  }

  /** @returns false if the record says neither who nor what for */
  read(record: Expanded): boolean {
    // The drafts of the standard hung all of it on the purpose.
    const processes = [record, ...this.#names.inner(record, [dpv("hasProcess"), dpv("hasPersonalDataHandling"), dpv("hasProcessing"), dpv("hasPurpose")])];
    const first = (names: readonly string[]): readonly (Expanded | string)[] => processes.flatMap((node) => names.flatMap((name) => node.values.get(name) ?? []));
    const conditions = processes.flatMap((node) => this.#names.inner(node, [dpv("hasStorageCondition")]));
    const named = first([dpv("hasDataController"), dpv("hasController")]);
    // Among other parties it may stand by its role alone.
    const controllers = named.length > 0 ? named : first([dpv("hasEntity")]).filter((one) => this.#names.node(one)?.types.includes(dpv("DataController")));
    const bases = first([dpv("hasLegalBasis")]);
    const basis = basisOf(bases.map((one) => this.#names.iri(one)));
    const purposes = [...new Set(this.#names.labels(this.#counted(first([dpv("hasPurpose")]))))];
    const [controller, ...joint] = controllers.filter((one) => this.#names.label(one) !== nameless);
    if (controller === undefined || purposes.length === 0) return false;
    const organisation = this.#organisation(controller);
    const stamps = { createdAt: this.#tools.now, updatedAt: this.#tools.now };
    const holding: Holding = {
      type: "holding",
      id: this.#tools.newId(),
      organisationId: organisation.id,
      role: "owner",
      database: { name: null, location: this.#names.first([...conditions.flatMap((node) => node.values.get(dpv("hasLocation")) ?? []), ...first([dpv("hasLocation")])]) },
      purposes,
      purposeEndedOn: null,
      // A record of consent is about consent, whatever else it names.
      basis: basis ?? "consent",
      basisText: basis === null && bases.length > 0 ? this.#names.labels(bases).join(", ").slice(0, longestText) || null : null,
      data: this.#data(first([dpv("hasPersonalData"), dpv("hasPersonalDataCategory")])),
      recipients: this.#recipients(organisation.name, { owner: joint, manager: first([dpv("hasDataProcessor"), dpv("hasProcessor")]), thirdParty: first([dpv("hasRecipient"), dpv("hasThirdParty"), dpv("hasRecipientThirdParty")]) }),
      retention: this.#retention(processes, conditions),
      collectedFrom: this.#names.first(first([dpv("hasDataSource")])),
      since: null,
      service: this.#names.first(first([dpv("hasService")])),
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
      form: this.#form(record),
      purpose: purposes.join("; ").slice(0, longestText),
      text: this.#names.first(first([dpv("hasNotice")])),
      voluntary: null,
      withdrawal: this.#names.how(first([dpv("hasConsentControl"), dpv("isWithdrawnBy"), dpv("hasWithdrawalMethod"), dpv("hasWithdrawalMechanism"), dpv("hasConsentManagement")])),
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
    const iris = (name: string): readonly string[] => first([dpv(name)]).flatMap((one) => [this.#names.iri(one), ...(this.#names.node(one)?.types ?? [])]);
    const acts = [...new Set(iris("hasProcessing").flatMap((iri) => known(actTerms, [iri]) ?? []))];
    const source = known(sourceTerms, iris("hasDataSource"));
    return acts.length === 0 && source === null ? null : { ...unknownHandling, acts, source };
  }

  /** What it has, each once: several processes may have the same. What no class marks as special, its name may point to, as in what a person enters. */
  #data(all: readonly (Expanded | string)[]): readonly DataItem[] {
    const found = new Map<string, DataItem>();
    for (const one of this.#counted(all)) {
      const name = this.#names.dataName(one);
      if (name !== nameless) found.set(name, { name, special: found.get(name)?.special ?? this.#names.special(one) ?? specialCategoryOf(name) });
    }
    return [...found.values()];
  }

  /**
   * Who else has the data, each once: a process may name them all once more, and among them the controller itself and the person.
   * @param by role: who decides together with the first, who works for them, who else
   */
  #recipients(controller: string, by: Readonly<Partial<Record<Role, readonly (Expanded | string)[]>>>): readonly Recipient[] {
    const found = new Map<string, Recipient>();
    for (const role of roles) {
      const all = this.#counted(by[role] ?? []).filter((one) => this.#names.iri(one) !== dpv("DataSubject"));
      for (const name of this.#names.labels(all)) if (name !== controller && !found.has(name)) found.set(name, { name, organisationId: null, role, purpose: null });
    }
    return [...found.values()];
  }

  /** Where one process keeps longer than another, no single day is true of all of it: then it stays in words. */
  #retention(processes: readonly Expanded[], conditions: readonly Expanded[]): Retention {
    const stated = (nodes: readonly Expanded[]): readonly string[] => [...new Set(nodes.flatMap((node) => this.#duration(node) ?? []))];
    // How long until it is deleted once its time is over is not how long it is kept.
    const keeping = stated(conditions.filter(({ types }) => !types.includes(dpv("StorageDeletion"))));
    if (keeping.length > 1) return { ...noRetention, text: keeping.join("; ").slice(0, longestText) };
    const texts = processes.flatMap((node) => (node.values.get(dpv("hasStorageCondition")) ?? []).filter((one) => typeof one === "string"));
    return retentionOf(keeping[0] ?? stated(processes)[0] ?? this.#names.first(texts));
  }

  /** How it was given, wherever in the record that is said. */
  #form(record: Expanded): Consent["form"] {
    const nodes = [record, ...this.#names.inner(record, [...record.values.keys()])];
    const said = nodes.flatMap((node) => [dpv("hasIndicationMethod"), dpv("hasProvisionMethod")].flatMap((name) => node.values.get(name) ?? []));
    return said.flatMap((one) => formIn(this.#names.label(one)) ?? [])[0] ?? null;
  }

  #duration(node: Expanded): string | null {
    return durationIn(node.values.get(dpv("hasDuration")) ?? [], (one) => this.#names.node(one), (one) => this.#names.first([one]));
  }

  /** The last day for which the latest consent was given: a day that is named, or a duration from the day it was given. */
  #validUntil(record: Expanded): string | null {
    const given = [record, ...this.#names.inner(record, [...record.values.keys()])]
      .filter((node) => known(stateTerms, node.types) === "given" || known(stateTerms, node.types) === "renewed")
      .toSorted((a, b) => Date.parse(whenIn(b, "given") ?? this.#tools.now) - Date.parse(whenIn(a, "given") ?? this.#tools.now));
    for (const node of given) {
      const said = this.#duration(node) ?? this.#names.first(node.values.get(dct("valid")) ?? []);
      const { until, duration } = retentionOf(said);
      if (until !== null) return until;
      const from = whenIn(node, "given") ?? whenIn(record, "given");
      const day = from === null || duration === null ? null : endOfDuration(dayInTbilisi(Date.parse(from)), duration);
      // Beyond the days that are known here nobody's consent lasts.
      if (day !== null && dayFromIso(isoOf(day)) !== null) return isoOf(day);
    }
    return retentionOf(expiryIn(record)).until;
  }

  #events(record: Expanded): readonly ConsentEvent[] {
    // A record says when it was made; of an event without any day that of the loading stands, and says so.
    const event = (state: ConsentState, node: Expanded): ConsentEvent => {
      const at = whenIn(node, state) ?? whenIn(record, state);
      return { state, at: at ?? this.#tools.now, note: at === null ? undated : null, enteredAt: null };
    };
    const statuses = (node: Expanded): readonly string[] => [...(node.values.get(dpv("hasConsentStatus")) ?? []), ...(node.values.get(dpv("hasStatus")) ?? [])]
        // A status with a date of its own is an event, and found among the inner nodes.
        .filter((one) => typeof one === "string" || (this.#names.node(one)?.values.size ?? 0) === 0)
        .map((one) => this.#names.iri(one));
    const events: ConsentEvent[] = [record, ...this.#names.inner(record, [...record.values.keys()])].flatMap((node) => {
      const state = known(stateTerms, [...statuses(node), ...(node === record ? [] : node.types)]);
      return state === null ? [] : [event(state, node)];
    });
    // The record's own state, without a day, is how the last event left it.
    const dated = events.filter((one, i) => !(i === 0 && statuses(record).length > 0 && whenIn(record, one.state) === null && events.some((other, j) => j > 0 && other.state === one.state)));
    // A state may be named by its class and by its name: that is one.
    const once = [...new Map(dated.map((one) => [`${one.state} ${one.at}`, one])).values()];
    return once.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  }

  #organisation(value: Expanded | string): Organisation {
    const node = this.#names.node(value);
    const name = this.#names.label(value);
    const key = node?.id ?? name;
    const present = this.organisations.get(key);
    if (present) return present;
    const text = (names: readonly string[]): string | null => (node ? this.#names.first(names.flatMap((one) => node.values.get(one) ?? [])) : null);
    const contact = (text([dpv("hasContact")]) ?? "").replace(/^mailto:/, "");
    const isMail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact);
    const made: Organisation = {
      type: "organisation",
      id: this.#tools.newId(),
      ...unknownOrganisation,
      name,
      registryCode: text([dpv("hasIdentifier"), dct("identifier")]),
      address: text([dpv("hasAddress")]),
      email: isMail ? contact : null,
      responsible: isMail ? null : contact || null,
      evidence: [this.#evidence()],
      createdAt: this.#tools.now,
      updatedAt: this.#tools.now,
    };
    this.organisations.set(key, made);
    return made;
  }

  /** A small file can name a long list with each of its records: so much is no person's, and would keep the page for minutes. */
  #counted(values: readonly (Expanded | string)[]): readonly (Expanded | string)[] {
    this.#items += values.length;
    if (values.length > mostOfOne || this.#items > mostOfAll) throw new RecordError("@graph", "says more than a person's records can");
    return values;
  }

  #evidence(): Evidence {
    return { kind: "import", where: this.#tools.where, sha256: null, seenAt: this.#tools.now, quote: null };
  }
}
