// Records as they begin: an id, the time, and nothing said yet.
import { civilDate, dayFromIso, dayInTbilisi, startInTbilisi } from "../../consent/calendar/day.ts";
import { type Consent, type DataItem, type Evidence, type Holding, noRetention, type Organisation, type Recipient, unknownOrganisation, untold } from "../../consent/record/record.ts";
import type { Institution } from "../../consent/data/institutions.ts";
import type { Asker, RequestKind } from "../../consent/law/requestKind.ts";
import { type Applicant, type Asked, type DataRequest, newReference } from "../../consent/request/request.ts";
import type { RequestEvent } from "../../consent/request/event.ts";
import { specialCategoryOf } from "../../consent/record/specialWords.ts";

const now = (): string => new Date().toISOString();
const stamps = (): { readonly id: string; readonly createdAt: string; readonly updatedAt: string } => ({ id: crypto.randomUUID(), createdAt: now(), updatedAt: now() });

/** Where an own entry was made, when the person names no place. */
export const ownPlace = "moqalaqe";

export const ownEvidence = (): Evidence => ({ kind: "own", where: ownPlace, sha256: null, seenAt: now(), quote: null });

export function newOrganisation(name: string): Organisation {
  return { type: "organisation", ...stamps(), ...unknownOrganisation, name, evidence: [ownEvidence()] };
}

/** A company of the state's is no public body by its form: which law gives it powers, nobody knows here. */
const isCompany = /^(?:შპს|სს)\s/u;

/** With the page that says so, and the day on which somebody read it. */
export function fromInstitution({ name, nameEn, category, registryCode, address, email, phone, website, source, verifiedOn }: Institution): Organisation {
  const seenAt = new Date(startInTbilisi(dayFromIso(verifiedOn) ?? 0)).toISOString();
  return { type: "organisation", ...stamps(), ...unknownOrganisation, name, nameEn, category, registryCode, address, email, phone, website, sector: isCompany.test(name) ? "unknown" : "public", evidence: [{ kind: "import", where: source, sha256: null, seenAt, quote: null }] };
}

export function newHolding(organisationId: string): Holding {
  return {
    type: "holding", ...stamps(), organisationId, role: "owner", database: { name: null, location: null }, purposes: [], purposeEndedOn: null, basis: "unknown", basisText: null, data: [], recipients: [], retention: noRetention, collectedFrom: null,
    since: null, service: null, notice: null, told: untold, handling: null, confidence: "own", reach: { knownSince: null, answered: true, askedAt: null }, evidence: [ownEvidence()],
  };
}

export function newConsent(holding: Holding, purpose: string): Consent {
  return {
    type: "consent", ...stamps(), organisationId: holding.organisationId, holdingId: holding.id, form: "tick", purpose, text: null, voluntary: null, withdrawal: null, validUntil: null, events: [{ state: "given", at: now(), note: null, enteredAt: now() }], confidence: "own", evidence: [ownEvidence()],
  };
}

export const nothingAsked: Asked = { database: null, data: [], identifying: null, purpose: null, grounds: null, causes: [], shouldBe: null, consent: null, about: null, kin: null, answerForm: "electronic" };

export function newRequest(kind: RequestKind, asker: Asker, organisationId: string, applicant: Applicant, asked: Asked, { holdingId, aboutRequestId }: Pick<DataRequest, "holdingId" | "aboutRequestId">): DataRequest {
  const made = stamps();
  const reference = newReference(civilDate(dayInTbilisi(Date.now())).year, crypto.getRandomValues(new Uint8Array(7)));
  return { type: "request", ...made, reference, kind, asker, organisationId, holdingId, aboutRequestId, complainTo: null, decidedOn: null, court: null, applicant, representative: null, asked, letter: null, followUps: [], events: [], declined: null };
}

/** @param on ISO date */
export function newEvent(event: Readonly<{ type: RequestEvent["type"] } & Record<string, unknown>>, on: string): RequestEvent {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the caller gives the fields of its type; the export's schema is held to them
  return { papers: [], note: null, ...event, id: crypto.randomUUID(), on } as RequestEvent;
}

/** One line a datum; what names a special category is marked so (line 101), and the person may change it. */
export function dataItems(text: string): readonly DataItem[] {
  return linesOf(text).map((name) => ({ name, special: specialCategoryOf(name) }));
}

export function recipientsOf(text: string): readonly Recipient[] {
  return linesOf(text).map((name) => ({ name, organisationId: null, role: "thirdParty", purpose: null }));
}

export function linesOf(text: string): readonly string[] {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}

export const changedNow = <T extends { readonly updatedAt: string }>(record: T): T => ({ ...record, updatedAt: now() });
