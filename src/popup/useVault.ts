import { useEffect, useState } from "preact/hooks";
import type { VaultState } from "../vault/api.ts";
import { openVault, type VaultClient } from "../vault/client.ts";

export interface PopupVault {
  readonly client: VaultClient;
  /** null until it is known. */
  readonly state: VaultState | null;
}

/** The vault, for as long as the popup is open. */
export function useVault(): PopupVault {
  const [client] = useState(() => openVault());
  const [state, setState] = useState<VaultState | null>(null);
  useEffect(() => {
    const stop = client.onEvent((event) => {
      if (event.kind === "state") setState(event.state);
    });
    return () => {
      stop();
      client.close();
    };
  }, []);
  return { client, state };
}
