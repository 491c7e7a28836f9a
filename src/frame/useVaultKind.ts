import { useEffect, useState } from "preact/hooks";
import type { VaultState } from "../vault/api.ts";
import { frameVault } from "./frameVault.ts";

/** Whether the vault is there and open; null until that is known. */
export function useVaultKind(): VaultState["kind"] | null {
  const [kind, setKind] = useState<VaultState["kind"] | null>(null);
  useEffect(
    () =>
      frameVault().onEvent((event) => {
        if (event.kind === "state") setKind(event.state.kind);
      }),
    [],
  );
  return kind;
}
