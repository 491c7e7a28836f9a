import { useEffect, useRef, useState } from "preact/hooks";
import { CardsSeen } from "../card/cardsSeen.ts";
import type { ReaderState } from "../card/reader.ts";
import { useTexts } from "../i18n/texts.tsx";
import { offscreenExists } from "../platform/portBroker/offscreen.ts";
import { Button } from "../ui/Button.tsx";
import { openVault, type VaultClient } from "../vault/client.ts";

/** The lock, in this window as everywhere; and word to the vault of cards that lie in readers and are taken out. Nothing where no vault is open. */
export function VaultLock({ readers }: { readonly readers: readonly ReaderState[] | null }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const vault = useRef<VaultClient | null>(null);
  const seen = useRef(new CardsSeen());
  useEffect(() => {
    let gone = false;
    // A login must not wait for a vault that nobody has opened: where there is no offscreen document, none is.
    void offscreenExists().then((there) => {
      if (!there || gone) return;
      vault.current = openVault();
      vault.current.onEvent((event) => {
        if (event.kind === "state") setOpen(event.state.kind === "unlocked");
      });
    }, () => undefined);
    return () => {
      gone = true;
      vault.current?.close();
    };
  }, []);
  useEffect(() => {
    const { present, gone } = seen.current.look(readers);
    if (open && gone.length > 0) vault.current?.lock.happened({ kind: "card-removed", places: gone }).catch(() => undefined);
    if (open && present.length > 0) vault.current?.lock.happened({ kind: "card-seen", places: present }).catch(() => undefined);
  }, [readers, open]);
  if (!open) return null;
  return (
    <Button kind="plain" onClick={() => void vault.current?.lock.lock().catch(() => undefined)}>
      {t("vault_lock")}
    </Button>
  );
}
