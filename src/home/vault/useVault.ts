import { useEffect, useState } from "preact/hooks";
import type { VaultEvent, VaultState } from "../../vault/api.ts";
import { openVault, type VaultClient } from "../../vault/client.ts";

let shared: VaultClient | null = null;

/** This page's one connection to the vault. */
export function vaultOfPage(): VaultClient {
  shared ??= openVault();
  return shared;
}

/** A person's acts keep the vault open; they are told twice a minute at most. */
const touchMs = 30_000;

/** null: not known yet. */
export function useVaultState(): VaultState | null {
  const [state, setState] = useState<VaultState | null>(null);
  useEffect(
    () =>
      vaultOfPage().onEvent((event) => {
        if (event.kind === "state") setState(event.state);
      }),
    [],
  );
  const open = state?.kind === "unlocked";
  useEffect(() => {
    if (!open) return undefined;
    let last = 0;
    const touch = (): void => {
      if (performance.now() - last < touchMs) return;
      last = performance.now();
      vaultOfPage().lock.touch().catch(() => undefined);
    };
    const kinds = ["pointerdown", "keydown", "wheel"] as const;
    for (const kind of kinds) addEventListener(kind, touch, { passive: true, capture: true });
    return () => {
      for (const kind of kinds) removeEventListener(kind, touch, { capture: true });
    };
  }, [open]);
  return state;
}

/** Calls `listener` for each event while the component is there. */
export function useVaultEvent(listener: (event: VaultEvent) => void): void {
  useEffect(() => vaultOfPage().onEvent(listener), [listener]);
}
