import { useState } from "preact/hooks";
import { signedBy, signFor, unsigned } from "../../consent/letters/signature.ts";
import type { KeptLetter, SentLetter } from "../../consent/request/event.ts";
import type { LetterText } from "../../consent/request/request.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { DocumentPreview } from "../../ui/documents/DocumentPreview.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Choice } from "./fields.tsx";
import { LetterButtons } from "./LetterButtons.tsx";
import { MailLink } from "./MailLink.tsx";
import { SignedLetter } from "./SignedLetter.tsx";
import { SignLetter } from "./SignLetter.tsx";
import { useKeptText } from "./useKeptText.ts";
import { type LetterOf, useLetter } from "./useLetter.ts";
import { usePaper } from "./usePaper.ts";

interface LetterPanelProps extends LetterOf {
  /** As the person left it. */
  readonly kept: LetterText | null;
  readonly onKeep: (letter: LetterText) => void;
  /** It was mailed, copied, printed or saved, and stays so; left out: like `onKeep`. */
  readonly onUse?: (letter: LetterText) => void;
  /** Told at every drawing what would leave now. */
  readonly onShown?: (letter: SentLetter) => void;
  /** As it was signed with the card, with the text that was signed; left out: it was not, or is shown elsewhere. */
  readonly signed?: { readonly file: KeptLetter; readonly text: string | null } | null;
  /** What becomes of the signed letter; left out: it can't be signed here yet. */
  readonly onSigned?: (letter: KeptLetter, text: LetterText) => void;
}

const languages = ["ka", "en"] as const;
/** More than any letter has, and fewer than an export takes. */
const longest = 50_000;

/** A letter that has not left: to read, to edit, to look at, to sign, to copy, to print, to save, to mail. */
export function LetterPanel({ kept, onKeep, onUse = onKeep, onShown, signed = null, onSigned, ...of }: LetterPanelProps) {
  const { t } = useTexts();
  const { request, organisation } = of;
  const [language, setLanguage] = useState<"ka" | "en">(kept?.language ?? "ka");
  const [texts, setTexts] = useState<Partial<Record<"ka" | "en", string | null>>>(kept ? { [kept.language]: kept.text } : {});
  // What the template said when each of them began: after it was edited, what happens or is chosen changes a letter no more.
  const [sources, setSources] = useState<Partial<Record<"ka" | "en", string | null>>>(kept?.text ? { [kept.language]: kept.madeFrom ?? null } : {});
  const keeping = useKeptText(onKeep);
  const written = useLetter(of, language);
  const { made, name, pdf, letter, wording } = written;
  const edited = texts[language] ?? null;
  const text = edited ?? made;
  onShown?.({ language, title: letter.title, text, file: null });
  // Only what was signed with the card, and is still that text, says so. A mail has no line to sign on.
  const leaving = signed?.text === text ? text : unsigned(text, language);
  usePaper(leaving, language);
  const source = sources[language] ?? null;
  const outdated = edited !== null && source !== null && source !== wording;
  const mailed = signedBy(leaving, language) === "card" ? leaving : signFor(leaving, language, "sent");
  const forCard = signFor(text, language, "card");
  const draft = written.mail(mailed);
  const write = (value: string | null): LetterText => {
    // From the first letter on: what was typed in between does not follow either.
    const madeFrom = edited === null || value === null ? wording : source;
    setSources({ ...sources, [language]: madeFrom });
    setTexts({ ...texts, [language]: value });
    return { language, text: value, madeFrom: value === null ? null : madeFrom };
  };
  const typed = (value: string): LetterText => write(value === made ? null : value);
  const keep = keeping.now;
  const use = (as = leaving): void => onUse(write(as));
  return (
    <div class="stack">
      <Choice label={t("data_letter_language")} name={`language-${name}`} value={language} options={languages} text={(one) => t(`common_language_${one}`)} short onChange={(one) => {
        setLanguage(one);
        keep({ language: one, text: texts[one] ?? null, madeFrom: sources[one] ?? null });
      }} />
      <label class="field data-letter">
        <span>{t("data_letter_text")}</span>
        <textarea lang={language} rows={18} maxLength={longest} value={text} spellcheck={false} onInput={(event) => keeping.soon(typed(event.currentTarget.value))} onChange={(event) => keep(typed(event.currentTarget.value))} />
      </label>
      <p class="soft">{t("data_letter_hint")}</p>
      {outdated ? (
        <Notice kind="warning" announced>
          <p>{t("data_letter_outdated")}</p>
          <p class="no-print">
            <Button onClick={() => keep(write(null))}>{t("data_letter_anew")}</Button>
          </p>
        </Notice>
      ) : null}
      <Sight key={leaving} name={name} make={() => pdf(leaving)} />
      {onSigned ? <SignLetter request={request} organisation={organisation.name} make={() => pdf(forCard)} onSigned={(file) => onSigned(file, write(forCard))} /> : null}
      {signed ? <SignedLetter letter={signed.file} /> : null}
      {signed && signed.text !== text ? (
        <Notice kind="warning" announced>
          <p>{t("data_signed_older")}</p>
        </Notice>
      ) : null}
      <LetterButtons letter={{ language, title: letter.title, text: leaving }} name={name} onUse={use}>
        {draft ? (
          <MailLink draft={draft} text={mailed} kind="secondary" onUse={() => use(mailed)} />
        ) : null}
        {edited === null || outdated ? null : <Button onClick={() => keep(write(null))}>{t("data_letter_again")}</Button>}
      </LetterButtons>
      {draft && !draft.isWhole ? <p class="soft no-print">{t("data_mail_paste")}</p> : null}
      {draft?.href.startsWith("mailto:?") ? <p class="soft no-print">{t("data_mail_whom")}</p> : null}
    </div>
  );
}

/** The pages as they would be printed, made when they are asked for. */
function Sight({ name, make }: { readonly name: string; readonly make: () => Promise<File> }) {
  const { t } = useTexts();
  const [file, setFile] = useState<File | null>(null);
  return (
    <details class="no-print" onToggle={(event) => (event.currentTarget.open && file === null ? void make().then(setFile) : undefined)}>
      <summary>{t("data_letter_sight")}</summary>
      {file ? <DocumentPreview file={file} name={name} /> : null}
    </details>
  );
}
