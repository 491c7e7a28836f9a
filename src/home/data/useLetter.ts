import { useMemo } from "preact/hooks";
import { statutes } from "../../consent/data/statutes.ts";
import { supervisorOn } from "../../consent/law/addressee.ts";
import { applicableRules, deadlines } from "../../consent/law/deadline.ts";
import { complaintTarget, type ComplaintTarget } from "../../consent/letters/complaintTarget.ts";
import { type Letter, type LetterInput, letterText, mailDraft, writeLetter } from "../../consent/letters/letter.ts";
import { isClaim, isComplaint, letterKind } from "../../consent/letters/letterKind.ts";
import type { Organisation } from "../../consent/record/record.ts";
import type { DataRequest } from "../../consent/request/request.ts";
import { situationOf } from "../../consent/request/situation.ts";
import { useTexts } from "../../i18n/texts.tsx";
import type { Book } from "./book.ts";
import { letterForm } from "./letterForm.ts";
import { letterPdf } from "./letterPdf.ts";

export interface LetterOf {
  readonly book: Book;
  readonly request: DataRequest;
  readonly organisation: Organisation;
  readonly followUp: LetterInput["followUp"];
  /** For a complaint: where it goes, if the person has chosen. For a claim: the court, if it is known. */
  readonly complainTo?: ComplaintTarget | null;
  readonly court?: string | null;
  /** For further information: what the person answers. */
  readonly given?: string | null;
}

export interface WrittenLetter {
  readonly letter: Letter;
  /** As the template makes it. */
  readonly made: string;
  /** For files: the reference, and which letter it is. */
  readonly name: string;
  /** @param text as the person left it */
  readonly pdf: (text: string) => Promise<File>;
  /** Null: no address is known. */
  readonly mail: (text: string) => string | null;
}

/** A request's letter in a language, with the days that hold today. */
export function useLetter({ book, request, organisation, followUp, complainTo = null, court = null, given = null }: LetterOf, language: "ka" | "en"): WrittenLetter {
  const { t } = useTexts();
  const { today, calendar } = book;
  const follows = book.ledger.requests.find(({ id }) => id === request.aboutRequestId) ?? null;
  const letter = useMemo(() => {
    const law = { statutes, policies: organisation.policy ? [organisation.policy] : [], calendar };
    const known = situationOf(request, law, today).deadlines;
    const clock = { kind: request.kind, asker: request.asker, filedOn: today, receivedOn: today, refusedOn: null, deferrals: [] };
    const review = deadlines({ ...clock, kind: "complaint" }, applicableRules(today, statutes, []), calendar)[0] ?? null;
    const all = known.length > 0 ? known : deadlines(clock, applicableRules(today, statutes, law.policies), calendar);
    return writeLetter({ language, request, organisation, today, deadlines: all, followUp, supervisor: supervisorOn(today), complainTo, court, given, follows, review });
  }, [language, request, organisation, followUp, complainTo, court, given, follows, today, calendar]);
  const name = `${request.reference}${followUp ? `-${followUp.kind}` : ""}`;
  const kind = letterKind(request, followUp?.kind ?? null);
  const mailTo = (): string | null => {
    if (isClaim(kind)) return null;
    if (!isComplaint(kind)) return organisation.email;
    return complaintTarget({ request, organisation, complainTo }).kind === "supervisor" ? supervisorOn(today).email : null;
  };
  return {
    letter,
    made: letterText(letter),
    name,
    pdf: (text) => letterPdf(letterForm(text, letter.title, language, (number, count) => t("data_page", { NUMBER: number, COUNT: count }), new Date()), `${name}.pdf`),
    mail: (text) => mailDraft(letter, text, request.reference, mailTo()),
  };
}
