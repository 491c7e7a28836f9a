import { parseSnapshot, type Snapshot } from "./register.ts";

export interface KeptSnapshot {
  readonly snapshotId: string;
  readonly version: string;
  readonly snapshot: Snapshot;
}

/** The snapshots among the records of "snapshots", newest first. */
export function sortSnapshots(records: readonly { readonly id: string; readonly value: unknown; readonly version: string }[]): readonly KeptSnapshot[] {
  const kept = records.flatMap(({ id, value, version }) => {
    const snapshot = parseSnapshot(value);
    return snapshot ? [{ snapshotId: id, version, snapshot }] : [];
  });
  return kept.sort((one, other) => other.snapshot.savedAt - one.snapshot.savedAt);
}

/** Those of one register, newest first. */
export function snapshotsOf(all: readonly KeptSnapshot[], registerKey: string): readonly KeptSnapshot[] {
  return all.filter(({ snapshot }) => snapshot.registerKey === registerKey);
}
