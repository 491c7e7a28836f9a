import { useMemo, useState } from "preact/hooks";
import { supervisorOn } from "../../consent/law/addressee.ts";
import { applicableRules, deadlines } from "../../consent/law/deadline.ts";
import { statutes } from "../../consent/data/statutes.ts";
import { type LetterInput, letterText, mailDraft, writeLetter } from "../../consent/letters/letter.ts";
import type { Organisation } from "../../consent/record/record.ts";
import type { DataRequest } from "../../consent/request/request.ts";
import { situationOf } from "../../consent/request/situation.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Book } from "./book.ts";
import { Choice } from "./fields.tsx";
import { printText, saveFile } from "./files.ts";
import { letterForm } from "./letterForm.ts";
import { letterPdf } from "./letterPdf.ts";
import { changedNow } from "./newRecord.ts";

interface LetterPanelProps {
  readonly book: Book;
  readonly request: DataRequest;
  readonly organisation: Organisation;
  readonly followUp: LetterInput["followUp"];
}

const languages = ["ka", "en"] as const;

/** The letter as it will leave: to read, to edit, to copy, to print, to save, to mail. */
export function LetterPanel({ book, request, organisation, followUp }: LetterPanelProps) {
  const { t } = useTexts();
  const own = followUp === null ? request.letter : null;
  const [language, setLanguage] = useState<"ka" | "en">(own?.language ?? "ka");
  const [edited, setEdited] = useState<string | null>(own?.text ?? null);
  const [copied, setCopied] = useState(false);
  const { letter, made } = useMemo(() => {
    const law = { statutes, policies: organisation.policy ? [organisation.policy] : [], calendar: book.calendar };
    const known = situationOf(request, law, book.today).deadlines;
    const clock = { kind: request.kind, asker: request.asker, filedOn: book.today, receivedOn: book.today, refusedOn: null, deferrals: [] };
    const review = deadlines({ ...clock, kind: "complaint" }, applicableRules(book.today, statutes, []), book.calendar)[0] ?? null;
    const all = known.length > 0 ? known : deadlines(clock, applicableRules(book.today, statutes, law.policies), book.calendar);
    const written = writeLetter({ language, request, organisation, today: book.today, deadlines: all, followUp, supervisor: supervisorOn(book.today), court: null, review });
    return { letter: written, made: letterText(written) };
  }, [language, request, organisation, followUp, book.today, book.calendar]);
  const text = edited ?? made;
  const name = `${request.reference}${followUp ? `-${followUp.kind}` : ""}`;
  const pdf = async (): Promise<File> => letterPdf(letterForm(text, letter.title, language, (number, count) => t("data_page", { NUMBER: number, COUNT: count }), new Date()), `${name}.pdf`);
  const toSupervisor = followUp?.kind === "complaint" || request.kind === "complaint";
  const draft = mailDraft(letter, text, request.reference, toSupervisor ? supervisorOn(book.today).email : organisation.email);
  const keep = (value: string | null): void => {
    setEdited(value);
    setCopied(false);
    if (followUp === null) void book.save([changedNow<DataRequest>({ ...request, letter: value === null ? null : { language, text: value } })]);
  };
  return (
    <div class="stack">
      <Choice label={t("data_letter_language")} name={`language-${name}`} value={language} options={languages} text={(one) => t(`common_language_${one}`)} onChange={(one) => {
        setLanguage(one);
        setEdited(null);
      }} />
      <label class="field data-letter">
        <span>{t("data_letter_text")}</span>
        <textarea lang={language} rows={18} value={text} spellcheck={false} onInput={(event) => setEdited(event.currentTarget.value)} onChange={(event) => keep(event.currentTarget.value === made ? null : event.currentTarget.value)} />
      </label>
      <p class="soft">{t("data_letter_hint")}</p>
      {copied ? (
        <Notice kind="success" announced>
          <p>{t("data_letter_copied")}</p>
        </Notice>
      ) : null}
      <div class="row no-print">
        {draft ? (
          <a class="button button-primary" href={draft}>
            {t("data_mail")}
          </a>
        ) : null}
        <Button onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>{t("data_copy")}</Button>
        <Button onClick={() => printText(text, language)}>{t("data_print")}</Button>
        <Button onClick={() => void pdf().then((file) => saveFile(file.name, file, "application/pdf"))}>{t("data_save_pdf")}</Button>
        {book.sign ? <Button onClick={() => void pdf().then(book.sign)}>{t("data_sign_letter")}</Button> : null}
        {edited === null ? null : <Button onClick={() => keep(null)}>{t("data_letter_again")}</Button>}
      </div>
    </div>
  );
}
