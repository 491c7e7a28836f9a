import { useEffect, useMemo, useState } from "preact/hooks";
import type { DataRecord } from "../../consent/record/record.ts";
import { leftOf, type Removal, withRemoval } from "./removed.ts";

export interface Removals {
  /** Those that can be put back, newest first. */
  readonly all: readonly Removal[];
  /** The one that is said at once; null: the person has seen it. */
  readonly told: Removal | null;
  readonly add: (records: readonly DataRecord[]) => void;
  readonly close: () => void;
}

/**
 * What this page removed since the vault was opened.
 * @param open what was removed is nobody's business once the vault is locked
 * @param versions of what is on record, read only where something was removed
 */
export function useRemovals(open: boolean, shelves: unknown, versions: () => ReadonlyMap<string, string>): Removals {
  const [removed, setRemoved] = useState<readonly Removal[]>([]);
  const [told, setTold] = useState<string | null>(null);
  useEffect(() => (open ? undefined : setRemoved([])), [open]);
  const all = useMemo(() => (removed.length === 0 || !shelves ? [] : leftOf(removed, versions())), [removed, shelves]);
  return {
    all,
    told: all.find(({ id }) => id === told) ?? null,
    add: (records) => {
      const id = crypto.randomUUID();
      setRemoved((before) => withRemoval(before, { id, records }));
      setTold(id);
    },
    close: () => setTold(null),
  };
}
