// The moment a service is started (line 76 of the terms' reading): the person's consent to it, as records with evidence.
import { dayInTbilisi, isoOf } from "../consent/calendar/day.ts";
import type { Consent, DataRecord, Evidence, Holding, Organisation } from "../consent/record/record.ts";
import { longestText } from "../consent/record/codec.ts";
import { organisationNamed } from "../consent/record/organisationName.ts";
import { sameWords } from "../consent/record/ownWords.ts";
import { noRetention, unknownOrganisation, untold } from "../consent/record/record.ts";
import { categories } from "../codec/categories.ts";
import { factsOf, type ServiceSheet } from "./serviceFacts.ts";

export interface ServiceStart {
  readonly sheet: ServiceSheet;
  /** SHA-256 of what is kept of the sheet (`quoteOf`), as UTF-8; hexadecimal. */
  readonly sha256: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Parts of the records that are texts of ours ([Note: own words in records]). */
export interface StartWords {
  /** When the page names no provider. */
  readonly unknownProvider: string;
  /** The portal's administrator, and what it does there. */
  readonly agency: string;
  readonly agencyPurpose: string;
  /** How such a consent is taken back. */
  readonly withdrawal: string;
}

/** What is kept of a sheet as evidence: its paragraphs, joined by line feeds, as much of them as a record may quote. */
export function quoteOf({ paragraphs }: ServiceSheet): string {
  return paragraphs.join("\n").slice(0, longestText);
}

/**
 * The records to write: those that are new, and those that changed. A service that was started before is a renewed consent,
 * and what the person decided about its record since stays: what the page says is added to it.
 * @param newId makes a UUID
 */
export function recordsOf({ sheet, sha256, at }: ServiceStart, known: readonly DataRecord[], words: StartWords, newId: () => string): readonly DataRecord[] {
  const when = new Date(at).toISOString();
  const stamps = { createdAt: when, updatedAt: when };
  const facts = factsOf(sheet);
  const evidence: Evidence = { kind: "service", where: sheet.url, sha256, seenAt: when, quote: quoteOf(sheet) || null };
  const provider = sheet.provider ?? words.unknownProvider;
  const organisation = organisationNamed(known.filter((one) => one.type === "organisation"), provider);
  const made: Organisation = organisation ?? {
    type: "organisation", id: newId(), ...stamps, ...unknownOrganisation, name: provider, category: sheet.category === null ? null : (categories[sheet.category] ?? null),
    evidence: [{ ...evidence, kind: "portalPage", quote: null }],
  };
  const holding = known.find((one): one is Holding => one.type === "holding" && one.organisationId === made.id && one.service === sheet.service);
  // Beside the service's own consent there may be others, which the person entered.
  const consent = holding && known.find((one): one is Consent => one.type === "consent" && one.holdingId === holding.id && (one.purpose === sheet.service || one.evidence.some(({ kind }) => kind === "service")));
  const told = holding?.told ?? untold;
  // It may have lain sealed for days: what has ended since is not begun anew by it.
  const day = isoOf(dayInTbilisi(at));
  const since = (ended: string | null): string | null => (ended !== null && ended > day ? ended : null);
  const named: Holding["recipients"] = [
    { name: words.agency, organisationId: null, role: "manager", purpose: words.agencyPurpose },
    ...(facts.recipients ?? []).map((name) => ({ name, organisationId: null, role: "thirdParty" as const, purpose: null })),
  ];
  const held: Holding = {
    type: "holding", id: holding?.id ?? newId(), createdAt: holding?.createdAt ?? when, updatedAt: when, organisationId: made.id, role: holding?.role ?? "owner",
    database: holding?.database ?? { name: null, location: null }, purposes: purposesOf(facts.purpose, holding, sheet.service), purposeEndedOn: since(holding?.purposeEndedOn ?? null), basis: holding && holding.basis !== "unknown" ? holding.basis : "consent", basisText: holding?.basisText ?? null,
    data: allOf(facts.data ?? [], holding?.data ?? []),
    recipients: allOf(named, holding?.recipients ?? []),
    retention: facts.retention ? { until: holding?.retention.until ?? null, duration: facts.retention.duration, text: facts.retention.text } : (holding?.retention ?? noRetention),
    collectedFrom: holding?.collectedFrom ?? null, since: holding?.since ?? day, service: sheet.service, notice: evidence,
    // What the person has said stays; what the page says now is the better answer to what nobody had said.
    told: { ...told, purpose: told.purpose ?? (facts.purpose === null ? null : true), recipients: told.recipients ?? (facts.recipients === null ? null : true) },
    handling: holding?.handling ? { ...holding.handling, ended: since(holding.handling.ended?.on ?? null) === null ? null : holding.handling.ended } : null,
    confidence: "portal", reach: { knownSince: holding?.reach.knownSince ?? null, answered: true, askedAt: when }, evidence: [...(holding?.evidence ?? []), evidence],
  };
  const given: Consent = consent
    ? { ...consent, updatedAt: when, text: evidence.quote, events: startedAt(consent.events, when), evidence: [...consent.evidence, evidence] }
    : { type: "consent", id: newId(), ...stamps, organisationId: made.id, holdingId: held.id, form: "electronic", purpose: sheet.service, text: evidence.quote, voluntary: null, withdrawal: words.withdrawal, validUntil: null, events: [{ state: "given", at: when, note: null, enteredAt: null }], confidence: "portal", evidence: [evidence] };
  return [...(organisation ? [] : [made]), held, given];
}

/** In its place: a start that was sealed comes after what the person has entered since, and must not undo a withdrawal. The others keep theirs. */
function startedAt(events: Consent["events"], at: string): Consent["events"] {
  return events.toSpliced(events.findLastIndex((one) => Date.parse(one.at) <= Date.parse(at)) + 1, 0, { state: "renewed", at, note: null, enteredAt: null });
}

/** What the page names, each as the person has it if they have it; then what they have besides. */
function allOf<T extends { readonly name: string }>(said: readonly T[], known: readonly T[]): readonly T[] {
  return [...said.map((one) => known.find(({ name }) => sameWords(name, one.name)) ?? one), ...known.filter(({ name }) => !said.some((one) => sameWords(one.name, name)))];
}

function purposesOf(said: string | null, known: Holding | undefined, service: string): readonly string[] {
  const purposes = [...new Set([...(known?.purposes ?? []), ...(said === null ? [] : [said])])];
  return purposes.length > 0 ? purposes : [service];
}
