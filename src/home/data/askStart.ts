// What a request's fields hold before anybody types.
import { presentId } from "../../consent/record/formerIds.ts";
import { consentState, isValid } from "../../consent/record/consentState.ts";
import { inWords } from "../../consent/record/ownWords.ts";
import type { RequestKind } from "../../consent/law/requestKind.ts";
import { aboutInformation } from "../../consent/letters/letterKind.ts";
import type { Organisation } from "../../consent/record/record.ts";
import type { ComplaintTarget, DataRequest } from "../../consent/request/request.ts";
import type { AskValues } from "./AskFields.tsx";
import type { Book } from "./book.ts";

/** What an earlier request asked. */
export function valuesOf(request: DataRequest | undefined): Partial<AskValues> {
  if (!request) return {};
  const { data, answerForm, causes, ...texts } = request.asked;
  return { ...Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text ?? ""])), data: data.join("\n"), answerForm, causes };
}

/** Whom a request goes to, with the record as the form has it, and whether that has to be saved first. */
export interface Addressed {
  readonly record: Organisation;
  readonly fresh: boolean;
}

/** As it was chosen; where its record was made one with another meanwhile, the one that stayed: saved as it was, it would be there twice again. */
export function addressedNow(chosen: Addressed | null, organisations: ReadonlyMap<string, Organisation>): Addressed | null {
  const id = chosen && presentId(organisations, chosen.record.id);
  const record = id === null || id === chosen?.record.id ? undefined : organisations.get(id);
  return record ? { record, fresh: false } : chosen;
}

/** A complaint about what an administrative body decided: to that body, or to the one above it. */
export const ofDecision: ComplaintTarget = { kind: "higherBody", name: "" };

/**
 * Where a request that is about to be made goes; null: to the organisation, or, if it is a complaint, where such a one usually goes.
 * @param chosen as far as the person has chosen, now or for the complaint that is made again
 */
export function complaintTo(kind: RequestKind, { sector }: Pick<Organisation, "sector">, follows: Pick<DataRequest, "kind"> | null, chosen: ComplaintTarget | null): ComplaintTarget | null {
  if (kind !== "complaint") return null;
  // Public information is appealed to the body above.
  if (aboutInformation({ kind }, follows)) return chosen?.kind === "otherBody" ? chosen : ofDecision;
  if (chosen === null || chosen.kind === "supervisor") return null;
  return chosen.kind === "higherBody" && sector === "private" ? null : chosen;
}

/** Of an earlier request these are the addressee's own: another one has no such database, consent or customer number. */
const addressees = ["database", "consent", "identifying"] as const;

/** What may have been filled in. */
const filledFields = [...addressees, "data"] as const;

/**
 * What stands there of the record and of the request that is made again, as long as it goes to that organisation.
 * @param organisationId whom it goes to; null: nobody was chosen yet
 */
export function filledFor(book: Pick<Book, "ledger" | "today">, organisationId: string | null, { holdingId, consentId, followed }: { readonly holdingId: string | null; readonly consentId: string | null; readonly followed: DataRequest | null }, language: "ka" | "en"): AskValues {
  // A consent without a holding is an organisation's, too.
  const about = book.ledger.holdings.find(({ id }) => id === holdingId) ?? book.ledger.consents.find(({ id }) => id === consentId);
  const values = about?.organisationId === organisationId ? startValues(book, holdingId, consentId, language) : startValues(book, null, null, language);
  if (followed === null || followed.organisationId !== organisationId) return values;
  return { ...values, ...Object.fromEntries(addressees.map((field) => [field, followed.asked[field] ?? ""])) };
}

/** What was filled in for one organisation does not go to another; what the person wrote stays. */
export function carriedOver(values: AskValues, from: AskValues, to: AskValues): AskValues {
  return { ...values, ...Object.fromEntries(filledFields.filter((field) => values[field] === from[field]).map((field) => [field, to[field]])) };
}

/** What the record already knows about the holding that is asked about. */
export function startValues(book: Pick<Book, "ledger" | "today">, holdingId: string | null, consentId: string | null, language: "ka" | "en"): AskValues {
  const holding = book.ledger.holdings.find(({ id }) => id === holdingId) ?? null;
  const lasting = holding ? book.ledger.consentsOf(holding.id).filter((one) => isValid(consentState(one, book.today))) : [];
  // Which of several is meant, only the person knows.
  const consent = book.ledger.consents.find(({ id }) => id === consentId) ?? (lasting.length === 1 ? lasting[0] : undefined);
  return {
    database: holding?.database.name ?? "",
    data: holding?.data.map(({ name }) => name).join("\n") ?? "",
    identifying: "",
    purpose: "",
    grounds: "",
    causes: [],
    shouldBe: "",
    consent: consent ? inWords(consent.purpose, language) : "",
    about: "",
    kin: "",
    answerForm: "electronic",
  };
}
