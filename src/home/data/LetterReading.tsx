import { useState } from "preact/hooks";
import { readAnswer } from "../../consent/answers/readAnswer.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { visible } from "../../ui/documents/fileFacts.ts";
import { Notice } from "../../ui/Notice.tsx";
import { type EventFields, pastedKey, withoutWords, withWords } from "./eventFields.ts";
import { Text } from "./fields.tsx";
import { type ChosenPaper, keyOf } from "./papers.ts";
import type { Unread } from "./policyFile.ts";
import { useLetterWords } from "./useLetterWords.ts";

interface LetterReadingProps {
  readonly value: EventFields;
  readonly onChange: (value: EventFields) => void;
}

/** A letter that came by post or mail fills the form in as the portal's answers do: its words are pasted, or taken from a file that is put here. */
export function LetterReading({ value, onChange }: LetterReadingProps) {
  const { t } = useTexts();
  const { pasted = "" } = value;
  const [problem, setProblem] = useState<Unread | "nothing" | null>(null);
  const { busy, read: readWords } = useLetterWords();
  /** Somebody asks for it: what was chosen before is chosen anew, what was written stays. */
  const fill = (text: string, from: string): void => {
    setProblem(readAnswer(text) === null ? "nothing" : null);
    onChange(withWords({ ...withoutWords(value), answer: null }, text, from, { form: "letter", more: false }));
  };
  const change = (next: string): void => {
    setProblem(null);
    const left = value.read?.from === pastedKey ? withoutWords(value) : value;
    onChange({ ...left, pasted: next });
  };
  const readPaper = async (paper: ChosenPaper): Promise<void> => {
    setProblem(null);
    const read = await readWords(paper);
    if (read === null) return;
    if ("unread" in read) setProblem(read.unread);
    else fill(read.text, keyOf(paper));
  };
  // An answer of the portal's was read when it was chosen.
  const papers = value.attached.papers.filter((one) => one instanceof File || one.kind === "document");
  return (
    <details open={pasted !== "" || papers.length > 0}>
      <summary>{t("data_letter_read")}</summary>
      <div class="stack-tight data-inner">
        <p class="soft">{t("data_letter_read_hint")}</p>
        <Text label={t("data_letter_words")} rows={6} longest={40_000} value={pasted} onChange={change} />
        <div class="row">
          <Button disabled={pasted.trim() === ""} onClick={() => fill(pasted, pastedKey)}>
            {t("data_letter_fill")}
          </Button>
          {papers.map((one) => (
            <Button key={keyOf(one)} disabled={busy} onClick={() => void readPaper(one)}>
              {t("data_letter_fill_file", { NAME: visible(one.name) })}
            </Button>
          ))}
        </div>
        {busy ? <Busy>{t("data_read_busy")}</Busy> : null}
        {problem ? (
          <Notice kind={problem === "nothing" ? "information" : "warning"} announced>
            <p>{t(problem === "nothing" ? "data_letter_nothing" : `data_unread_${problem}`)}</p>
          </Notice>
        ) : null}
      </div>
    </details>
  );
}
