// What a request's fields hold before anybody types.
import { consentState, isValid } from "../../consent/record/consentState.ts";
import { inWords } from "../../consent/record/ownWords.ts";
import type { DataRequest } from "../../consent/request/request.ts";
import type { AskValues } from "./AskFields.tsx";
import type { Book } from "./book.ts";

/** What an earlier request asked. */
export function valuesOf(request: DataRequest | undefined): Partial<AskValues> {
  if (!request) return {};
  const { data, answerForm, causes, ...texts } = request.asked;
  return { ...Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text ?? ""])), data: data.join("\n"), answerForm, causes };
}

/** What the record already knows about the holding that is asked about. */
export function startValues(book: Book, holdingId: string | null, consentId: string | null, language: "ka" | "en"): AskValues {
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
