import { useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { startJob } from "../../platform/documentJobs.ts";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { DocumentFailure, DocumentOutcome, SignedDocument } from "../../signing/documents/job.ts";
import type { DocumentView } from "../../vault/documentApi.ts";
import { failureText } from "../../ui/documents/failureText.ts";
import { signingWords } from "../../ui/documents/signingWords.ts";
import { type KeptAs, keepSigned } from "./keepSigned.ts";
import { isContainer, mostTaken } from "./signedKinds.ts";
import { wholeFile } from "./wholeFile.ts";

/** Signs a document of the vault with the card; the result stays in the vault. */
export function SignDocument({ view }: { readonly view: DocumentView }) {
  const texts = useTexts();
  const { t } = texts;
  const [state, setState] = useState<"idle" | "signing" | KeptAs>("idle");
  const [failure, setFailure] = useState<DocumentFailure | null>(null);
  const outcome = useRef<DocumentOutcome | null>(null);
  const newest = view.revisions.at(-1);
  // A container within a container helps nobody.
  if (!newest || view.binnedAt !== null || isContainer(view)) return null;
  const rest = (): void => setState("idle");
  const end = (): void => {
    const result = outcome.current;
    if (result && !result.ok) setFailure(result.error);
    if (!result?.ok || !result.value) rest();
  };
  const keep = async (signed: SignedDocument): Promise<void> => {
    try {
      setState(await keepSigned({ view, signed }));
    } catch {
      // It is said above all of the vault: UnkeptNotices.
      rest();
    }
  };
  const sign = async (): Promise<void> => {
    setFailure(null);
    outcome.current = null;
    setState("signing");
    const { documentId, type } = view;
    const { sha256, size } = newest;
    const what = size > mostTaken ? { data: new Blob(), stored: { documentId, sha256, size, type } } : { data: await wholeFile(view, newest) };
    const job = { documents: [{ name: view.name, ...what, block: null }], reason: null, timestampUrl: null, words: signingWords(texts) };
    const onOutcome = (_: number, result: DocumentOutcome): void => {
      outcome.current = result;
      // At once, not when the window is gone: from here on it is nowhere but in this page.
      if (result.ok && result.value) void keep(result.value);
    };
    const started = await startJob(job, { onOutcome, onEnd: end });
    if (!started) rest();
  };
  return (
    <>
      <Button disabled={state === "signing"} onClick={() => void sign().catch(rest)}>
        {t("vault_sign")}
      </Button>
      {state === "signing" ? <Busy>{t("vault_signing")}</Busy> : null}
      {state === "version" || state === "document" ? (
        <Notice kind="success" announced>
          <p>{t(state === "version" ? "vault_sign_kept_version" : "vault_sign_kept")}</p>
        </Notice>
      ) : null}
      {failure ? (
        <Notice kind="error" announced>
          <p>{t(failureText(failure.code))}</p>
        </Notice>
      ) : null}
    </>
  );
}
