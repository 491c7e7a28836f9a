import type { SentLetter } from "../../consent/request/event.ts";
import { LetterButtons } from "./LetterButtons.tsx";
import { SignedLetter } from "./SignedLetter.tsx";
import { usePaper } from "./usePaper.ts";

interface SentCopyProps {
  readonly copy: SentLetter;
  /** Of its file, without the ending. */
  readonly name: string;
}

/** A letter as it was sent: to read, to copy, to print and to save, for ever; and to change no more. */
export function SentCopy({ copy, name }: SentCopyProps) {
  const { text, language, file } = copy;
  return (
    <div class="stack-tight">
      <div class="data-sent" lang={language} role="group" aria-label={copy.title}>
        {text}
      </div>
      {file ? <SignedLetter letter={file} /> : null}
      <LetterButtons letter={copy} name={name} />
    </div>
  );
}

/** The one that the page is about: the browser's own "Print" gives it, too. */
export function MainCopy({ copy, name }: SentCopyProps) {
  usePaper(copy.text, copy.language);
  return <SentCopy copy={copy} name={name} />;
}
