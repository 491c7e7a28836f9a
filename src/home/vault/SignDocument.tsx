import { useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { startJob } from "../../platform/documentJobs.ts";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { DocumentFailure, DocumentOutcome, SignedDocument } from "../../signing/documents/job.ts";
import type { DocumentView } from "../../vault/documentApi.ts";
import { failureText } from "../../ui/documents/failureText.ts";
import { isContainer, mostTaken } from "./signedKinds.ts";
import { vaultOfPage } from "./useVault.ts";
import { codeOf } from "./VaultFailure.tsx";
import { wholeFile } from "./wholeFile.ts";

/** A PDF gets its signature as a new version of itself; anything else lies in a container, which is a document of its own. */
async function keep(view: DocumentView, { name, data: whole, pieces }: SignedDocument): Promise<"version" | "document"> {
  const { documents } = vaultOfPage();
  const { documentId } = view;
  const revision = view.revisions.at(-1)?.revision ?? 1;
  const data = pieces ? pieces.map((piece) => (piece instanceof Blob ? piece : { documentId, revision, ...piece })) : whole;
  const { category, tags, organisation, folder } = view;
  const facts = { name, type: whole.type, source: "signed", category, tags, organisation, folder, extra: { signedFrom: documentId } };
  const isVersion = whole.type === "application/pdf";
  const kept = isVersion ? documents.addRevision(documentId, data, view.version) : documents.add(data, facts);
  await kept.catch(async (error: unknown) => {
    const code = codeOf(error);
    // Locked while the card was asked: what was signed waits, as a document of its own, until the vault is open again.
    if (pieces || (code !== "VAULT_LOCKED" && code !== "VAULT_GONE")) throw error;
    await vaultOfPage().inbox.keep({ kind: "file", file: whole, facts });
  });
  return isVersion ? "version" : "document";
}

/** Signs a document of the vault with the card; the result stays in the vault. */
export function SignDocument({ view }: { readonly view: DocumentView }) {
  const { t } = useTexts();
  const [state, setState] = useState<"idle" | "signing" | "version" | "document" | "unkept">("idle");
  const [failure, setFailure] = useState<DocumentFailure | null>(null);
  const outcome = useRef<DocumentOutcome | null>(null);
  const newest = view.revisions.at(-1);
  // A container within a container helps nobody.
  if (!newest || view.binnedAt !== null || isContainer(view)) return null;
  const end = async (): Promise<void> => {
    const result = outcome.current;
    if (result?.ok && result.value) {
      setState(await keep(view, result.value).catch(() => "unkept"));
      return;
    }
    if (result && !result.ok) setFailure(result.error);
    setState("idle");
  };
  const sign = async (): Promise<void> => {
    setFailure(null);
    outcome.current = null;
    setState("signing");
    const { documentId, type } = view;
    const { revision, size } = newest;
    const what = size > mostTaken ? { data: new Blob(), stored: { documentId, revision, size, type } } : { data: await wholeFile(view, newest) };
    const job = { documents: [{ name: view.name, ...what, block: null }], reason: null, timestampUrl: null, words: { signed: t("sign_doc_block_signed"), reason: t("sign_doc_block_reason") } };
    const started = await startJob(job, { onOutcome: (_, result) => void (outcome.current = result), onEnd: () => void end() });
    if (!started) setState("idle");
  };
  return (
    <>
      <Button disabled={state === "signing"} onClick={() => void sign().catch(() => setState("idle"))}>
        {t("vault_sign")}
      </Button>
      {state === "signing" ? <Busy>{t("vault_signing")}</Busy> : null}
      {state === "version" || state === "document" ? (
        <Notice kind="success" announced>
          <p>{t(state === "version" ? "vault_sign_kept_version" : "vault_sign_kept")}</p>
        </Notice>
      ) : null}
      {state === "unkept" ? (
        <Notice kind="error" announced>
          <p>{t("sign_doc_keep_failed")}</p>
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
