import { parseSnapshot, type SeenRegister, type Snapshot } from "./register.ts";

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

type Named = Pick<SeenRegister, "kind" | "registerKey" | "title">;

const georgian = /[\u{10d0}-\u{10ff}]/u;
const pageOf = ({ registerKey }: Named): string => registerKey.split("#", 1)[0] ?? "";

/**
 * Those of one register, newest first. A page may have two of one kind (land, vehicles) in an order of its own, or one of them no
 * longer: what has the same name goes before what stood in the same place. In another language all that a register says is another text.
 */
export function snapshotsOf(all: readonly KeptSnapshot[], register: Named): readonly KeptSnapshot[] {
  const here = all.filter(({ snapshot }) => snapshot.kind === register.kind && pageOf(snapshot) === pageOf(register));
  const named = here.filter(({ snapshot }) => snapshot.title === register.title);
  const inPlace = ({ snapshot }: KeptSnapshot): boolean => snapshot.registerKey === register.registerKey;
  if (named.length > 0) return named.some(inPlace) ? named.filter(inPlace) : named;
  return here.filter((one) => inPlace(one) && georgian.test(one.snapshot.title) === georgian.test(register.title));
}

/** All of them by their registers, newest first, and so are the registers. */
export function byRegister(all: readonly KeptSnapshot[]): readonly (readonly KeptSnapshot[])[] {
  const groups = new Map<string, KeptSnapshot[]>();
  for (const one of all) {
    const name = `${one.snapshot.registerKey}\n${one.snapshot.title}`;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups.values()];
}
