import { useCallback, useEffect, useState } from "preact/hooks";
import type { VaultEvent } from "../../vault/api.ts";
import type { FolderState } from "../../vault/folderApi.ts";
import { useVaultEvent, vaultOfPage } from "./useVault.ts";

/** The folder for several computers, kept current. null: not known yet. */
export function useFolder(): FolderState | null {
  const [state, setState] = useState<FolderState | null>(null);
  useEffect(() => void vaultOfPage().folder.state().then(setState, () => undefined), []);
  useVaultEvent(
    useCallback((event: VaultEvent) => {
      if (event.kind === "folder") setState(event.state);
    }, []),
  );
  return state;
}
