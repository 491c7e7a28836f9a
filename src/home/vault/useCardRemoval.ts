import { useEffect, useRef } from "preact/hooks";
import type { ReaderState } from "../../card/reader.ts";
import { vaultOfPage } from "./useVault.ts";

/** Tells the vault when a card that lay in a reader is gone; its rules decide. Seen only while a page watches the readers. */
export function useCardRemoval(readers: readonly ReaderState[] | null): void {
  const before = useRef(0);
  useEffect(() => {
    // A page that stops looking (a hidden tab) has seen no card go.
    if (readers === null) {
      before.current = 0;
      return;
    }
    const now = readers.filter(({ card }) => card === "present").length;
    if (now < before.current) vaultOfPage().lock.happened("card-removed").catch(() => undefined);
    before.current = now;
  }, [readers]);
}
