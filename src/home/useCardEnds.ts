import { useEffect, useState } from "preact/hooks";
import type { CardEnds } from "../personal/cardEnds.ts";
import { knownCardEnds } from "../personal/keepCardEnds.ts";
import { vaultOfPage } from "./vault/useVault.ts";

/** Until when the card that was used last is good; undefined while that is not known: the vault is locked, or still being asked. */
export function useCardEnds(): CardEnds | null | undefined {
  const [ends, setEnds] = useState<CardEnds | null | undefined>();
  useEffect(() => {
    let open = false;
    const load = (): void => void knownCardEnds(vaultOfPage()).then((known) => setEnds(open ? known : undefined), () => undefined);
    return vaultOfPage().onEvent((event) => {
      if (event.kind === "state") {
        const now = event.state.kind === "unlocked";
        if (now && !open) load();
        open = now;
        if (!open) setEnds(undefined);
      } else if (event.kind === "changed" && event.collection === "settings" && open) load();
    });
  }, []);
  return ends;
}
