import { useCallback, useEffect, useRef } from "preact/hooks";
import { type SigningWorkerHandle, startSigningWorker } from "../../platform/signingWorker.ts";
import { trustedAuthorities } from "../../platform/trustedAuthorities.ts";
import type { VaultEvent } from "../../vault/api.ts";
import type { DocumentView } from "../../vault/documentApi.ts";
import { mostLooked, signedEndings, signedTypes } from "./signedKinds.ts";
import { type Seen, seenIn } from "./seen.ts";
import { useVaultEvent, vaultOfPage } from "./useVault.ts";
import { vaultFile } from "./vaultFile.ts";
import { signedBeside } from "./wholeFile.ts";

const nothing: Seen = { verdict: null, signers: [] };

async function look(worker: SigningWorkerHandle, view: DocumentView): Promise<Seen> {
  const newest = view.revisions.at(-1);
  if (!newest) return nothing;
  const content = await signedBeside(view);
  // All of that would be read, too: it is looked at when somebody opens the signature.
  if (content && content.size > mostLooked) return nothing;
  const outcome = await worker.verify({ file: vaultFile(view, newest), content, authorities: await trustedAuthorities(), now: Date.now() }, null);
  return outcome.ok ? seenIn(outcome.value) : nothing;
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
