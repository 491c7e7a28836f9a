import { useEffect, useState } from "preact/hooks";
import { joinedRecords } from "../../consent/record/joined.ts";
import { vaultOfPage } from "../vault/useVault.ts";
import { type AllJoined, readJoined } from "./joinedStore.ts";

/** What the vault keeps of records that were made one, as it is by now; null: not read yet, or locked. */
export function useJoined(open: boolean): AllJoined | null {
  const [all, setAll] = useState<AllJoined | null>(null);
  useEffect(() => {
    setAll(null);
    if (!open) return undefined;
    let current = true;
    const read = (): void => void readJoined().then((found) => (current ? setAll(found) : undefined), () => undefined);
    read();
    const stop = vaultOfPage().onEvent((event) => {
      if (event.kind === "changed" && event.collection === "settings" && event.ids.some((id) => id.startsWith(joinedRecords))) read();
    });
    return () => {
      current = false;
      stop();
    };
  }, [open]);
  return all;
}
