// Which document is looked at, in the address's fragment: other pages of the extension lead to one, and back and reload work.
import { useCallback, useEffect, useState } from "preact/hooks";
import { partsOfFragment } from "../../codec/fragment.ts";
import type { VaultEvent } from "../../vault/api.ts";
import type { DocumentView } from "../../vault/documentApi.ts";
import { useAddress } from "../useAddress.ts";
import { useVaultEvent, vaultOfPage } from "./useVault.ts";

interface Shown {
  /** null: none, or it is not in the vault. */
  readonly document: DocumentView | null;
  readonly show: (documentId: string | null) => void;
}

function idIn(hash: string): string | null {
  const [section, id] = partsOfFragment(hash);
  return section === "documents" && id ? id : null;
}

/** Used while the vault is open only. */
export function useShownDocument(): Shown {
  const id = idIn(useAddress());
  const [document, setDocument] = useState<DocumentView | null>(null);
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
  const show = useCallback((documentId: string | null): void => {
    if (documentId !== null) location.hash = `documents/${encodeURIComponent(documentId)}`;
    // Something that ended later than the person went on does not pull them back.
    else if (idIn(location.hash) === id) location.hash = "documents";
  }, [id]);
  return { document: document?.documentId === id ? document : null, show };
}
