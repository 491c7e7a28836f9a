import { useState } from "preact/hooks";
import type { SentLetter } from "../../consent/request/event.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { printText, saveFile } from "./files.ts";
import { SignedLetter } from "./SignedLetter.tsx";
import { useLetterFile } from "./useLetterFile.ts";
import { usePaper } from "./usePaper.ts";

interface SentCopyProps {
  readonly copy: SentLetter;
  /** Of its file, without the ending. */
  readonly name: string;
}

/** A letter as it was sent: to read, to copy, to print and to save, for ever; and to change no more. */
export function SentCopy({ copy, name }: SentCopyProps) {
  const { t } = useTexts();
  const [copied, setCopied] = useState(false);
  const pdf = useLetterFile();
  const { text, language, file } = copy;
  return (
    <div class="stack-tight">
      <div class="data-sent" lang={language} role="group" aria-label={copy.title}>
        {text}
      </div>
      {file ? <SignedLetter letter={file} /> : null}
      <div class="row no-print">
        <Button onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>{t("data_copy")}</Button>
        <Button onClick={() => printText(text, language)}>{t("data_print")}</Button>
        <Button onClick={() => void pdf(copy, name).then((one) => saveFile(one.name, one, "application/pdf"))}>{t("data_save_pdf")}</Button>
      </div>
      <p class="soft" role="status">
        {copied ? t("data_letter_copied") : ""}
      </p>
    </div>
  );
}

/** The one that the page is about: the browser's own "Print" gives it, too. */
export function MainCopy({ copy, name }: SentCopyProps) {
  usePaper(copy.text, copy.language);
  return <SentCopy copy={copy} name={name} />;
}
