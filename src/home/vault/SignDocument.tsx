import { useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { startJob } from "../../platform/documentJobs.ts";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { DocumentFailure, DocumentOutcome } from "../../signing/documents/job.ts";
import type { DocumentView } from "../../vault/documentApi.ts";
import type { VaultErrorCode } from "../../vault/error.ts";
import { failureText } from "../../ui/documents/failureText.ts";
import { isContainer, mostTaken } from "./signedKinds.ts";
import { saveSigned } from "./saveDocuments.ts";
import { type Unkept, unkept } from "./unkept.ts";
import { vaultOfPage } from "./useVault.ts";
import { codeOf, VaultFailure } from "./VaultFailure.tsx";
import { wholeFile } from "./wholeFile.ts";

/** A PDF gets its signature as a new version of itself; anything else lies in a container, which is a document of its own. */
async function keep({ view, signed: { name, data: whole, pieces } }: Unkept): Promise<"version" | "document"> {
  const { documents } = vaultOfPage();
  const { documentId } = view;
  const sha256 = view.revisions.at(-1)?.sha256 ?? "";
  const data = pieces ? pieces.map((piece) => (piece instanceof Blob ? piece : { documentId, sha256, ...piece })) : whole;
  const { category, tags, organisation, folder } = view;
  const facts = { name, type: whole.type, source: "signed", category, tags, organisation, folder, extra: { signedFrom: documentId } };
  const isVersion = whole.type === "application/pdf";
  const kept = isVersion ? documents.addRevision(documentId, data, view.version) : documents.add(data, facts);
  try {
    await kept;
    return isVersion ? "version" : "document";
  } catch (error) {
    const code = codeOf(error);
    // Locked while the card was asked: what was signed waits, as a document of its own, until the vault is open again.
    if (pieces || (code !== "VAULT_LOCKED" && code !== "VAULT_GONE")) throw error;
    await vaultOfPage().inbox.keep({ kind: "file", file: whole, facts });
    return "document";
  }
}

/** Signs a document of the vault with the card; the result stays in the vault. */
export function SignDocument({ view }: { readonly view: DocumentView }) {
  const { t } = useTexts();
  const [state, setState] = useState<"idle" | "signing" | "keeping" | "version" | "document" | "unkept" | "saved">(() => (unkept.has(view.documentId) ? "unkept" : "idle"));
  const [trouble, setTrouble] = useState<VaultErrorCode | null>(null);
  const [failure, setFailure] = useState<DocumentFailure | null>(null);
  const outcome = useRef<DocumentOutcome | null>(null);
  const newest = view.revisions.at(-1);
  // A container within a container helps nobody.
  if (!newest || view.binnedAt !== null || isContainer(view)) return null;
  const rest = (): void => setState(unkept.has(view.documentId) ? "unkept" : "idle");
  const tryToKeep = async (one: Unkept): Promise<void> => {
    // Remembered first: the view may be taken away, by a lock, before it is known how this ends.
    unkept.set(view.documentId, one);
    try {
      const kept = await keep(one);
      unkept.delete(view.documentId);
      setState(kept);
    } catch {
      setState("unkept");
    }
  };
  const end = async (): Promise<void> => {
    const result = outcome.current;
    if (result?.ok && result.value) {
      await tryToKeep({ view, signed: result.value });
      return;
    }
    if (result && !result.ok) setFailure(result.error);
    rest();
  };
  const again = async (): Promise<void> => {
    const one = unkept.get(view.documentId);
    if (!one) return;
    setState("keeping");
    await tryToKeep(one);
  };
  const save = async (): Promise<void> => {
    const one = unkept.get(view.documentId);
    if (!one || !(await saveSigned(one))) return;
    unkept.delete(view.documentId);
    setState("saved");
  };
  const sign = async (): Promise<void> => {
    setFailure(null);
    outcome.current = null;
    setState("signing");
    const { documentId, type } = view;
    const { sha256, size } = newest;
    const what = size > mostTaken ? { data: new Blob(), stored: { documentId, sha256, size, type } } : { data: await wholeFile(view, newest) };
    const job = { documents: [{ name: view.name, ...what, block: null }], reason: null, timestampUrl: null, words: { signed: t("sign_doc_block_signed"), reason: t("sign_doc_block_reason") } };
    const started = await startJob(job, { onOutcome: (_, result) => void (outcome.current = result), onEnd: () => void end() });
    if (!started) rest();
  };
  return (
    <>
      <Button disabled={state === "signing" || state === "keeping"} onClick={() => void sign().catch(rest)}>
        {t("vault_sign")}
      </Button>
      {state === "signing" ? <Busy>{t("vault_signing")}</Busy> : null}
      {state === "keeping" ? <Busy>{t("vault_loading")}</Busy> : null}
      {state === "saved" ? (
        <Notice kind="success" announced>
          <p>{t("vault_saved")}</p>
        </Notice>
      ) : null}
      {state === "version" || state === "document" ? (
        <Notice kind="success" announced>
          <p>{t(state === "version" ? "vault_sign_kept_version" : "vault_sign_kept")}</p>
        </Notice>
      ) : null}
      {state === "unkept" ? (
        <Notice kind="error" announced>
          <p>{t("vault_sign_unkept")}</p>
          <div class="row">
            <Button onClick={() => void again()}>{t("common_try_again")}</Button>
            <Button onClick={() => void save().catch((error: unknown) => setTrouble(codeOf(error)))}>{t("vault_download")}</Button>
          </div>
          {trouble ? <VaultFailure code={trouble} /> : null}
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
