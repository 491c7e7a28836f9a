import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { SentLetter } from "../../consent/request/event.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { printText, saveFile } from "./files.ts";
import { useLetterFile } from "./useLetterFile.ts";

interface LetterButtonsProps {
  readonly letter: Omit<SentLetter, "file">;
  /** Of its file, without the ending. */
  readonly name: string;
  /** The letter is on its way out. */
  readonly onUse?: () => void;
  /** What else can be done with it. */
  readonly children?: ComponentChildren;
}

/** A letter's words out of the page: copied, printed, saved. */
export function LetterButtons({ letter, name, onUse, children }: LetterButtonsProps) {
  const { t } = useTexts();
  const [copied, setCopied] = useState<string | null>(null);
  const pdf = useLetterFile();
  const { text, language } = letter;
  const using = (act: () => unknown) => (): void => {
    onUse?.();
    act();
  };
  return (
    <>
      <div class="row no-print">
        <Button onClick={using(() => navigator.clipboard.writeText(text).then(() => setCopied(text)))}>{t("data_copy")}</Button>
        <Button onClick={using(() => printText(text, language))}>{t("data_print")}</Button>
        <Button onClick={using(() => pdf(letter, name).then((one) => saveFile(one.name, one, "application/pdf")))}>{t("data_save_pdf")}</Button>
        {children}
      </div>
      <p class="soft" role="status">
        {copied === text ? t("data_letter_copied") : ""}
      </p>
    </>
  );
}
