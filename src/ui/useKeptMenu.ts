import { useEffect, useState } from "preact/hooks";
import { type KeptMenu, readMenu, type VaultOf } from "../platform/favouriteMenu.ts";
import { onFavouritesChanged } from "../platform/favouriteStore.ts";

/** The favourites, followed over all windows; null until they are known. @param kind of the vault's state: they may be in it */
export function useKeptMenu(vaultOf: VaultOf, kind: string | null): KeptMenu | null {
  const [kept, setKept] = useState<KeptMenu | null>(null);
  useEffect(() => {
    const load = (): void => void readMenu(vaultOf).then(setKept, () => undefined);
    load();
    return onFavouritesChanged(load);
  }, [vaultOf, kind]);
  // Locked, it is out of sight in that moment, and not once the vault has said so when it is asked again.
  return kept?.place === "vault" && kind !== null && kind !== "unlocked" ? { ...kept, menu: null } : kept;
}
