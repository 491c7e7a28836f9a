// What is kept about who holds the person's data. The fields follow ISO/IEC TS 27560 by way of W3C DPV (jsonLd.ts has
// the map); what the standard lacks and a person needs is added: evidence, confidence, reach. Line 94 lists the least.
import type { DataRequest } from "../request/request.ts";
import type { RuleSet } from "../law/ruleSet.ts";
import type { Confidence, ConsentForm, ConsentState, DatabaseForm, DataSource, Ending, EvidenceKind, LegalBasis, ProcessingAct, Role, Sector, SpecialCategory } from "./vocabulary.ts";
import type { Category } from "../../codec/categories.ts";

/** Where something was read, so that it can be shown again to somebody who doubts it. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** An address, or a description of the paper. */
  readonly where: string;
  /** SHA-256 of the text as it was seen, hexadecimal; null for a paper. */
  readonly sha256: string | null;
  /** ISO instant. */
  readonly seenAt: string;
  /** The sentence that says it. */
  readonly quote: string | null;
}

/**
 * How far a source can see. "Nothing since 2023" and "no answer" are not the same as "nothing": an empty list means
 * something only with this beside it.
 */
export interface Reach {
  /** ISO date back to which the source knows; null: it does not say. */
  readonly knownSince: string | null;
  readonly answered: boolean;
  /** ISO instant of the last question. */
  readonly askedAt: string | null;
}

interface Stamped {
  /** UUID, version 4. */
  readonly id: string;
  /** ISO instants. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What says who an organisation is, and can be said otherwise in another record of it. */
export const identifyingDetails = ["name", "nameEn", "registryCode", "sector", "category", "address", "email", "phone", "website", "formUrl", "responsible"] as const;
export type IdentifyingDetail = (typeof identifyingDetails)[number];

/** Another record of the same organisation, which was made one with this one: its id, by which something may go on naming it. */
export interface FormerRecord {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  /** What one of the two said otherwise and the other's words did not stay: nothing of it is lost. */
  readonly otherwise: readonly { readonly detail: IdentifyingDetail; readonly text: string }[];
}

export interface Organisation extends Stamped {
  readonly type: "organisation";
  readonly name: string;
  /** What it was called before the person mended its name: sources go on calling it so. Records of before it existed have none. */
  readonly otherNames: readonly string[] | null;
  readonly nameEn: string | null;
  /** Identification code of the public registry. */
  readonly registryCode: string | null;
  readonly sector: Sector;
  readonly category: Category | null;
  readonly address: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  /** The page of the portal that has a form for requests to it. */
  readonly formUrl: string | null;
  /** Line 118: who organises the protection of data there, and how to reach them. */
  readonly responsible: string | null;
  /** Its own policy's limits, once the person has confirmed them: of the newest text ([Note: own rules are dated] in policy/ownRules.ts). */
  readonly policy: RuleSet | null;
  /** Those of older texts, newest first, for older requests. Null: there are none. */
  readonly formerPolicies: readonly RuleSet[] | null;
  /** Other records that were made one with it. Null: there are none. */
  readonly merged: readonly FormerRecord[] | null;
  /** Ids of others that look like it, of which the person has said that they are not the same. */
  readonly distinctFrom: readonly string[] | null;
  readonly evidence: readonly Evidence[];
}

export interface DataItem {
  readonly name: string;
  readonly special: SpecialCategory | null;
}

export interface Recipient {
  readonly name: string;
  /** When it is one of the organisations on record. */
  readonly organisationId: string | null;
  readonly role: Role;
  readonly purpose: string | null;
}

export interface Retention {
  /** ISO date; null: none is stated. */
  readonly until: string | null;
  /** ISO 8601 duration, `P5Y`: counted from the day the data came, or, where `text` names an event, from the purpose's end. */
  readonly duration: string | null;
  readonly text: string | null;
}

/** Line 100: the four things a person must be told when their data are entered. Null: the person has not said yet. */
export interface Told {
  readonly entry: boolean | null;
  readonly rights: boolean | null;
  readonly purpose: boolean | null;
  readonly recipients: boolean | null;
}

/** How it is handled, in the words of the second document's definitions (line 89). Null: the person has not said. */
export interface Handling {
  readonly form: DatabaseForm | null;
  /** The database's entry in the State Register of personal-data databases, as the organisation states it. */
  readonly registered: string | null;
  readonly source: DataSource | null;
  readonly acts: readonly ProcessingAct[];
  /** The organisation says it holds nothing about the person any more. `on`: ISO date. */
  readonly ended: { readonly how: Ending; readonly on: string } | null;
}

/** What one organisation holds in one database. */
export interface Holding extends Stamped {
  readonly type: "holding";
  readonly organisationId: string;
  readonly role: Role;
  readonly database: { readonly name: string | null; readonly location: string | null };
  readonly purposes: readonly string[];
  /** ISO date on which the purpose was reached or fell away; null: it goes on. */
  readonly purposeEndedOn: string | null;
  readonly basis: LegalBasis;
  /** The article or contract. */
  readonly basisText: string | null;
  readonly data: readonly DataItem[];
  readonly recipients: readonly Recipient[];
  readonly retention: Retention;
  /** From whom the data came; null: unknown. */
  readonly collectedFrom: string | null;
  /** ISO date since which it holds them; null: unknown. */
  readonly since: string | null;
  /** The service that was called on the portal (line 76), by its own name. */
  readonly service: string | null;
  /** The version of the terms or the policy that was in force: its address and hash. */
  readonly notice: Evidence | null;
  readonly told: Told;
  /** Records of before it existed have none. */
  readonly handling: Handling | null;
  readonly confidence: Confidence;
  readonly reach: Reach;
  readonly evidence: readonly Evidence[];
}

export interface ConsentEvent {
  readonly state: ConsentState;
  /** ISO instant. */
  readonly at: string;
  readonly note: string | null;
  /** ISO instant at which the person wrote it down by hand; null: it came with the consent, or nobody noted it. */
  readonly enteredAt: string | null;
}

export interface Consent extends Stamped {
  readonly type: "consent";
  readonly organisationId: string;
  readonly holdingId: string | null;
  /** Null: nobody has said it. */
  readonly form: ConsentForm | null;
  /** Line 95: consent is for a stated purpose. */
  readonly purpose: string;
  /** The words that were agreed to. */
  readonly text: string | null;
  /** Line 95: whether it was given freely. Null: the person has not said. */
  readonly voluntary: boolean | null;
  /** How it can be taken back. */
  readonly withdrawal: string | null;
  /** ISO date, the last day included; null: no end is stated. */
  readonly validUntil: string | null;
  /** Oldest first. */
  readonly events: readonly ConsentEvent[];
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
}

export type DataRecord = Organisation | Holding | Consent | DataRequest;

export const untold: Told = { entry: null, rights: null, purpose: null, recipients: null };
export const unknownReach: Reach = { knownSince: null, answered: false, askedAt: null };
export const noRetention: Retention = { until: null, duration: null, text: null };

/** An organisation of which nothing is said but who it is. */
export const unknownOrganisation = {
  otherNames: null, nameEn: null, registryCode: null, sector: "unknown", category: null, address: null, email: null, phone: null, website: null, formUrl: null, responsible: null, policy: null,
  formerPolicies: null, merged: null, distinctFrom: null,
} as const satisfies Partial<Organisation>;

export const unknownHandling: Handling = { form: null, registered: null, source: null, acts: [], ended: null };

const noneSpecial: readonly SpecialCategory[] = [];

/** As much of a holding's handling as says whether anything about the person is still held. */
export interface Lasting {
  readonly handling: Pick<Handling, "ended"> | null;
}

/** The special categories among what is held; none once nothing about the person is. */
export function specialOf(holding: Pick<Holding, "data"> & Lasting): readonly SpecialCategory[] {
  if (holding.handling?.ended) return noneSpecial;
  let found: SpecialCategory[] | null = null;
  for (const { special } of holding.data) {
    if (special === null || found?.includes(special)) continue;
    (found ??= []).push(special);
  }
  return found ?? noneSpecial;
}
