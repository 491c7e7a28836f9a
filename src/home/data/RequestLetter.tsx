import type { SentLetter, KeptLetter } from "../../consent/request/event.ts";
import type { sentLetter } from "../../consent/letters/compose.ts";
import { signedFile } from "../../consent/request/followUp.ts";
import type { LetterText } from "../../consent/request/request.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { LetterPanel } from "./LetterPanel.tsx";
import { MainCopy } from "./SentCopy.tsx";
import { SignedLetter } from "./SignedLetter.tsx";
import { letterName, type LetterOf } from "./useLetter.ts";

interface RequestLetterProps {
  readonly of: LetterOf;
  /** As it was sent; null: it has not left, or came back. */
  readonly sent: ReturnType<typeof sentLetter>;
  readonly signable: boolean;
  readonly kept: LetterText | null;
  readonly onKeep: (letter: LetterText) => void;
  readonly onSigned: (file: KeptLetter, text: LetterText) => void;
}

/** The request's own letter: to write as long as it has not left, and from then on as it left. */
export function RequestLetter({ of, sent, signable, kept, onKeep, onSigned }: RequestLetterProps) {
  const { t } = useTexts();
  const { request } = of;
  const signed = signedFile(request);
  return (
    <section class="card stack" aria-labelledby="letter-title">
      <h3 id="letter-title">{t(sent ? "data_sent_copy" : "data_letter")}</h3>
      {signed ? <SignedLetter key={signed.documentId} letter={signed} /> : null}
      {sent ? <Left copy={sent.copy} rebuilt={sent.rebuilt} name={letterName(request, null)} signed={signed !== null} /> : null}
      {sent || (signed && !signable) ? null : <LetterPanel {...of} kept={kept} onKeep={onKeep} {...(signable ? { onSigned } : {})} />}
    </section>
  );
}

interface LeftProps {
  readonly copy: SentLetter;
  readonly rebuilt: boolean;
  readonly name: string;
  readonly signed: boolean;
}

function Left({ copy, rebuilt, name, signed }: LeftProps) {
  const { t } = useTexts();
  // The signed file is the letter; its words are here to be read.
  if (rebuilt && signed) return null;
  return (
    <>
      <p class="soft">{t(rebuilt ? "data_sent_rebuilt" : "data_sent_copy_hint")}</p>
      <MainCopy copy={copy} name={name} />
    </>
  );
}
