import { useEffect, useRef, useState } from "preact/hooks";
import { CardsSeen } from "../../card/cardsSeen.ts";
import type { ReaderState } from "../../card/reader.ts";
import { vaultOfPage } from "./useVault.ts";

/** Tells the vault which cards lie in readers, and when one is gone; its rules decide. Seen only while a page watches the readers. */
export function useCardRemoval(readers: readonly ReaderState[] | null): void {
  const seen = useRef(new CardsSeen());
  const [open, setOpen] = useState(false);
  useEffect(() => vaultOfPage().onEvent((event) => (event.kind === "state" ? setOpen(event.state.kind === "unlocked") : undefined)), []);
  useEffect(() => {
    const { present, gone } = seen.current.look(readers);
    if (open && gone.length > 0) vaultOfPage().lock.happened({ kind: "card-removed", places: gone }).catch(() => undefined);
    if (open && present.length > 0) vaultOfPage().lock.happened({ kind: "card-seen", places: present }).catch(() => undefined);
  }, [readers, open]);
}
