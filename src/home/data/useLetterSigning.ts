import { useRef, useState } from "preact/hooks";
import type { KeptLetter } from "../../consent/request/event.ts";
import type { MessageKey } from "../../i18n/catalogue.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { startJob } from "../../platform/documentJobs.ts";
import type { SignedDocument } from "../../signing/documents/job.ts";
import { failureText } from "../../ui/documents/failureText.ts";
import { signingWords } from "../../ui/documents/signingWords.ts";
import { vaultOfPage } from "../vault/useVault.ts";

export type LetterSigning =
  | { readonly kind: "idle" }
  /** The letter is being made, or its prompt is open; or the signed file is on its way into the vault. */
  | { readonly kind: "prompt" | "keeping" }
  | { readonly kind: "failed"; readonly text: MessageKey }
  /** Signed, and the vault would not take it: the file is offered, so that no signature is lost. */
  | { readonly kind: "homeless"; readonly file: File };

interface Control {
  readonly state: LetterSigning;
  /** Makes the letter and opens the prompt for it; nothing while one is under way. */
  readonly sign: (make: () => Promise<File>) => void;
}

/**
 * A letter to the card and back: the signed file becomes a document of the vault that names its request.
 * @param onKept told once it is there
 */
export function useLetterSigning(requestId: string, organisation: string, onKept: (letter: KeptLetter) => void): Control {
  const texts = useTexts();
  const [state, setState] = useState<LetterSigning>({ kind: "idle" });
  const keep = async ({ name, data }: SignedDocument): Promise<void> => {
    setState({ kind: "keeping" });
    try {
      const { document } = await vaultOfPage().documents.add(data, { name, type: "application/pdf", source: "signed", organisation, signed: "valid", extra: { requestId } });
      onKept({ documentId: document.documentId, name: document.name, sha256: document.revisions.at(-1)?.sha256 ?? "" });
      setState({ kind: "idle" });
    } catch {
      setState({ kind: "homeless", file: new File([data], name, { type: "application/pdf" }) });
    }
  };
  // Not the state: a second click comes before it is drawn.
  const under = useRef(false);
  const end = (next: LetterSigning): void => {
    under.current = false;
    setState(next);
  };
  const begin = async (make: () => Promise<File>): Promise<void> => {
    if (under.current) return;
    under.current = true;
    setState({ kind: "prompt" });
    const letter = await make();
    let answered = false;
    const job = { documents: [{ name: letter.name, data: letter, block: null }], reason: null, timestampUrl: null, words: signingWords(texts) };
    const started = await startJob(job, {
      onOutcome: (_, outcome) => {
        answered = true;
        if (!outcome.ok) setState({ kind: "failed", text: failureText(outcome.error.code) });
        else if (outcome.value) void keep(outcome.value);
      },
      // Closed without an answer: nothing happened, and nothing has to be said.
      onEnd: () => (answered ? (under.current = false) : end({ kind: "idle" })),
    });
    if (!started) end({ kind: "idle" });
  };
  return { state, sign: (make) => void begin(make).catch(() => end({ kind: "failed", text: "data_sign_failed" })) };
}
