import { useCallback, useEffect, useState } from "preact/hooks";
import { contentOf, type SeenRegister, snapshotJson } from "../../personal/register.ts";
import { type KeptSnapshot, sortSnapshots } from "../../personal/snapshots.ts";
import { randomName } from "../../platform/randomName.ts";
import type { VaultState } from "../../vault/api.ts";
import { codeOf } from "../../vault/error.ts";
import { frameVault } from "../frameVault.ts";
import { sha256Hex } from "../../codec/sha256.ts";

export type KeepOutcome = "stored" | "sealed" | "full" | "failed";

interface Control {
  /** Newest first; null while the vault is not open. */
  readonly list: readonly KeptSnapshot[] | null;
  /** @param line of the past beside which it is kept; null: that is not to be seen */
  readonly keep: (register: SeenRegister, line: string | null) => Promise<KeepOutcome>;
  readonly remove: (kept: KeptSnapshot) => void;
  /** What was removed last, for as long as that can be undone. */
  readonly removed: KeptSnapshot | null;
  readonly undo: () => void;
}

/** The snapshots in the vault, followed over all windows. While it is locked they can be added to, and are not seen. */
export function useSnapshots(kind: VaultState["kind"]): Control {
  const [list, setList] = useState<readonly KeptSnapshot[] | null>(null);
  const [removed, setRemoved] = useState<KeptSnapshot | null>(null);
  const load = useCallback(() => {
    frameVault().records.list("snapshots").then((records) => setList(sortSnapshots(records)), () => setList(null));
  }, []);
  useEffect(() => {
    if (kind === "unlocked") load();
    else setList(null);
    return frameVault().onEvent((event) => {
      if (event.kind === "changed" && event.collection === "snapshots") load();
    });
  }, [kind, load]);
  const keep = useCallback(async (register: SeenRegister, line: string | null): Promise<KeepOutcome> => {
    try {
      const value = snapshotJson({ type: "snapshot", ...register, sha256: await sha256Hex(contentOf(register)), savedAt: Date.now(), ...(line === null ? {} : { line }) });
      return await frameVault().inbox.keep({ kind: "record", collection: "snapshots", id: `snapshot-${randomName()}`, value });
    } catch (error) {
      return codeOf(error) === "QUOTA_FULL" ? "full" : "failed";
    }
  }, []);
  const remove = useCallback((kept: KeptSnapshot): void => {
    frameVault().records.remove("snapshots", kept.snapshotId, kept.version).then(() => setRemoved(kept), load);
  }, [load]);
  const undo = useCallback((): void => {
    if (!removed) return;
    setRemoved(null);
    frameVault().records.put("snapshots", removed.snapshotId, snapshotJson(removed.snapshot), null).catch(load);
  }, [removed, load]);
  // In the very moment of the lock, too: an effect forgets them a painting later.
  const open = kind === "unlocked";
  return { list: open ? list : null, keep, remove, removed: open ? removed : null, undo };
}
