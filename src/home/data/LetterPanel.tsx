import { useState } from "preact/hooks";
import type { KeptLetter } from "../../consent/request/event.ts";
import type { DataRequest } from "../../consent/request/request.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { DocumentPreview } from "../../ui/documents/DocumentPreview.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Choice } from "./fields.tsx";
import { printText, saveFile } from "./files.ts";
import { changedNow } from "./newRecord.ts";
import { type LetterOf, useLetter } from "./useLetter.ts";
import { useLetterSigning } from "./useLetterSigning.ts";

interface LetterPanelProps extends LetterOf {
  /** What becomes of the signed letter; left out: it can't be signed here yet. */
  readonly onSigned?: (letter: KeptLetter) => void;
}

const languages = ["ka", "en"] as const;

/** The letter as it will leave: to read, to edit, to look at, to sign, to copy, to print, to save, to mail. */
export function LetterPanel({ onSigned, ...of }: LetterPanelProps) {
  const { t } = useTexts();
  const { book, request, organisation, followUp } = of;
  const own = followUp === null ? request.letter : null;
  const [language, setLanguage] = useState<"ka" | "en">(own?.language ?? "ka");
  const [edited, setEdited] = useState<string | null>(own?.text ?? null);
  const [copied, setCopied] = useState(false);
  const written = useLetter(of, language);
  const { made, name, pdf } = written;
  const text = edited ?? made;
  // After it was edited, another body, another court or another answer changes the letter no more.
  const chosen = JSON.stringify([of.complainTo, of.court, of.given, request.complainTo, request.court]);
  const [editedWith, setEditedWith] = useState(chosen);
  const outdated = edited !== null && chosen !== editedWith;
  const draft = written.mail(text);
  const write = (value: string | null): void => {
    // From the first letter on: what was typed in between does not follow either.
    if (edited === null || value === null) setEditedWith(chosen);
    setEdited(value);
  };
  const keep = (value: string | null): void => {
    write(value);
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
        <textarea lang={language} rows={18} value={text} spellcheck={false} onInput={(event) => write(event.currentTarget.value)} onChange={(event) => keep(event.currentTarget.value === made ? null : event.currentTarget.value)} />
      </label>
      <p class="soft">{t("data_letter_hint")}</p>
      {outdated ? (
        <Notice kind="warning" announced>
          <p>{t("data_letter_outdated")}</p>
          <p class="no-print">
            <Button onClick={() => keep(null)}>{t("data_letter_anew")}</Button>
          </p>
        </Notice>
      ) : null}
      <Sight key={text} name={name} make={() => pdf(text)} />
      {copied ? (
        <Notice kind="success" announced>
          <p>{t("data_letter_copied")}</p>
        </Notice>
      ) : null}
      {onSigned ? <SignLetter request={request} organisation={organisation.name} make={() => pdf(text)} onSigned={onSigned} /> : null}
      <div class="row no-print">
        {draft ? (
          <a class="button button-secondary" href={draft}>
            {t("data_mail")}
          </a>
        ) : null}
        <Button onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>{t("data_copy")}</Button>
        <Button onClick={() => printText(text, language)}>{t("data_print")}</Button>
        <Button onClick={() => void pdf(text).then((file) => saveFile(file.name, file, "application/pdf"))}>{t("data_save_pdf")}</Button>
        {edited === null || outdated ? null : <Button onClick={() => keep(null)}>{t("data_letter_again")}</Button>}
      </div>
    </div>
  );
}

/** The very pages that would be signed, made when they are asked for. */
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

interface SignLetterProps {
  readonly request: DataRequest;
  readonly organisation: string;
  readonly make: () => Promise<File>;
  readonly onSigned: (letter: KeptLetter) => void;
}

function SignLetter({ request, organisation, make, onSigned }: SignLetterProps) {
  const { t } = useTexts();
  const { state, sign } = useLetterSigning(request.id, organisation, onSigned);
  return (
    <>
      {state.kind === "failed" || state.kind === "homeless" ? (
        <Notice kind="error" announced>
          <p>{t(state.kind === "failed" ? state.text : "data_signed_homeless")}</p>
          {state.kind === "homeless" ? <Button onClick={() => saveFile(state.file.name, state.file, state.file.type)}>{t("data_signed_save")}</Button> : null}
        </Notice>
      ) : null}
      {state.kind === "prompt" || state.kind === "keeping" ? <Busy>{t(state.kind === "prompt" ? "sign_doc_in_prompt" : "data_signed_keeping")}</Busy> : null}
      <div class="row no-print">
        <Button kind="primary" disabled={state.kind === "prompt" || state.kind === "keeping"} onClick={() => sign(make)}>
          {t("data_sign_letter")}
        </Button>
      </div>
    </>
  );
}
