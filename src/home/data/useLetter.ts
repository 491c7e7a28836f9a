import { useMemo } from "preact/hooks";
import type { MailDraft } from "../../codec/mailto.ts";
import { supervisorOn } from "../../consent/law/addressee.ts";
import { complaintTarget, type ComplaintTarget } from "../../consent/letters/complaintTarget.ts";
import { compose } from "../../consent/letters/compose.ts";
import { type Letter, type LetterInput, letterText, mailDraft } from "../../consent/letters/letter.ts";
import { isClaim, isComplaint, letterKind } from "../../consent/letters/letterKind.ts";
import { wordingOf } from "../../consent/letters/wording.ts";
import type { Organisation } from "../../consent/record/record.ts";
import type { FollowUp } from "../../consent/request/followUp.ts";
import type { DataRequest } from "../../consent/request/request.ts";
import type { Book } from "./book.ts";
import { useLetterFile } from "./useLetterFile.ts";

export interface LetterOf {
  readonly book: Book;
  readonly request: DataRequest;
  readonly organisation: Organisation;
  readonly followUp: LetterInput["followUp"];
  /** For a complaint: where it goes, if the person has chosen. For a claim: the court, if it is known. */
  readonly complainTo?: ComplaintTarget | null;
  readonly court?: string | null;
  /** For further information: what the person answers. For an objection to an answer: what is wrong with it. */
  readonly given?: string | null;
}

export interface WrittenLetter {
  readonly letter: Letter;
  /** As the template makes it. */
  readonly made: string;
  /** What tells it from another that the template would make. */
  readonly wording: string;
  /** For files: the reference, and which letter it is. */
  readonly name: string;
  /** @param text as the person left it */
  readonly pdf: (text: string) => Promise<File>;
  /** Null: it is not one to mail, or no address is known; a complaint's draft may be without an addressee. */
  readonly mail: (text: string) => MailDraft | null;
}

/** What a letter's file is called: the reference, and which of the request's letters it is. */
export const letterName = ({ reference }: DataRequest, followUp: FollowUp | null): string => `${reference}${followUp ? `-${followUp}` : ""}`;

/** The earlier request that this one follows, if it does. */
export const followed = ({ ledger }: Book, { aboutRequestId }: DataRequest): DataRequest | null => ledger.requests.find(({ id }) => id === aboutRequestId) ?? null;

/** A request's letter in a language, with the days that hold today. */
export function useLetter({ book, request, organisation, followUp, complainTo = null, court = null, given = null }: LetterOf, language: "ka" | "en"): WrittenLetter {
  const { today, calendar } = book;
  const fileOf = useLetterFile();
  const follows = followed(book, request);
  const letter = useMemo(
    () => compose({ language, request, organisation, followUp, complainTo, court, given, follows }, calendar, today),
    [language, request, organisation, followUp, complainTo, court, given, follows, today, calendar],
  );
  const name = letterName(request, followUp?.kind ?? null);
  const kind = letterKind(request, followUp?.kind ?? null, follows);
  const mailTo = (): string | null => {
    if (isClaim(kind) || (request.kind === "claim" && !isComplaint(kind))) return null;
    if (!isComplaint(kind) && request.kind !== "complaint") return organisation.email;
    // Whoever complains has a draft in any case: the address that is not known here stands on the body's own page.
    return (complaintTarget({ request, organisation, complainTo, follows }).kind === "supervisor" ? supervisorOn(today).email : null) ?? "";
  };
  return {
    letter,
    made: letterText(letter),
    wording: useMemo(() => wordingOf(letter), [letter]),
    name,
    pdf: (text) => fileOf({ language, title: letter.title, text }, name),
    mail: (text) => mailDraft(letter, text, request.reference, mailTo()),
  };
}
