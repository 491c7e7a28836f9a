// Which document is looked at, in the address's fragment: other pages of the extension lead to one, and back and reload work.
import { useCallback, useEffect, useState } from "preact/hooks";
import type { VaultEvent } from "../../vault/api.ts";
import type { DocumentView } from "../../vault/documentApi.ts";
import { useVaultEvent, vaultOfPage } from "./useVault.ts";

interface Shown {
  /** null: none, or it is not in the vault. */
  readonly document: DocumentView | null;
  readonly show: (documentId: string | null) => void;
}

function idIn(hash: string): string | null {
  const [section, id] = hash.slice(1).split("/").map(decodeURIComponent);
  return section === "documents" && id ? id : null;
}

/** Used while the vault is open only. */
export function useShownDocument(): Shown {
  const [id, setId] = useState(() => idIn(location.hash));
  const [document, setDocument] = useState<DocumentView | null>(null);
  useEffect(() => {
    const follow = (): void => setId(idIn(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  const load = useCallback(() => {
    if (id === null) return setDocument(null);
    vaultOfPage().documents.get(id).then(setDocument, () => setDocument(null));
  }, [id]);
  useEffect(load, [load]);
  useVaultEvent(
    useCallback(
      (event: VaultEvent) => {
        if (event.kind === "changed" && event.collection === "documents") load();
      },
      [load],
    ),
  );
  return { document: document?.documentId === id ? document : null, show: (documentId) => void (location.hash = documentId === null ? "documents" : `documents/${encodeURIComponent(documentId)}`) };
}
