import { useCallback, useEffect, useRef } from "preact/hooks";
import { type SigningWorkerHandle, startSigningWorker } from "../../platform/signingWorker.ts";
import { trustedAuthorities } from "../../platform/trustedAuthorities.ts";
import type { VaultEvent } from "../../vault/api.ts";
import type { DocumentView } from "../../vault/documentApi.ts";
import { mostLooked, signedEndings, signedTypes } from "./signedKinds.ts";
import { useVaultEvent, vaultOfPage } from "./useVault.ts";
import { vaultFile } from "./vaultFile.ts";
import { signedBeside } from "./wholeFile.ts";

interface Seen {
  /** null: there is no signature in it, or nothing that could be read as one. */
  readonly verdict: DocumentView["signed"];
  readonly signers: readonly string[];
}

const nothing: Seen = { verdict: null, signers: [] };

async function look(worker: SigningWorkerHandle, view: DocumentView): Promise<Seen> {
  const newest = view.revisions.at(-1);
  if (!newest) return nothing;
  const content = await signedBeside(view);
  const outcome = await worker.verify({ file: vaultFile(view, newest), content, authorities: await trustedAuthorities(), now: Date.now() }, null);
  if (!outcome.ok) return nothing;
  const { verdict, signatures } = outcome.value;
  if (signatures.length === 0 && verdict !== "invalid") return nothing;
  // Whom a signature that is not valid names need not have made it.
  const names = signatures.flatMap((one) => (one.verdict === "invalid" || !one.signer ? [] : [one.signer.name]));
  return { verdict, signers: [...new Set(names)] };
}

/** Looks at documents that may be signed, one after the other, so that the list shows and filters by what they really are. */
export function useVerdicts(): void {
  const running = useRef(false);
  const run = useCallback(async () => {
    if (running.current) return;
    running.current = true;
    let worker: SigningWorkerHandle | null = null;
    try {
      for (;;) {
        const [view] = await vaultOfPage().documents.withoutVerdict(signedEndings, signedTypes, mostLooked, 1);
        const newest = view?.revisions.at(-1);
        if (!view || !newest) return;
        worker ??= startSigningWorker();
        // What can't be read has no verdict, and must not keep the others from having one.
        const { verdict, signers } = await look(worker, view).catch(() => nothing);
        await vaultOfPage().documents.setVerdict(view.documentId, newest.sha256, verdict, signers);
      }
    } finally {
      worker?.end();
      running.current = false;
    }
  }, []);
  useEffect(() => void run().catch(() => undefined), []);
  useVaultEvent(
    useCallback((event: VaultEvent) => {
      if (event.kind === "changed" && event.collection === "documents") void run().catch(() => undefined);
    }, []),
  );
}
