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

/** What was kept of one register. */
export interface Past {
  /** Its name; what is kept next gets it, too. */
  readonly line: string;
  /** Newest first. */
  readonly kept: readonly KeptSnapshot[];
}

type Named = Pick<SeenRegister, "kind" | "registerKey" | "title">;

const georgian = /[\u{10d0}-\u{10ff}]/u;
const pageOf = ({ registerKey }: Named): string => registerKey.split("#", 1)[0] ?? "";
const nameOf = ({ registerKey, title }: Named): string => `${registerKey}\n${title}`;

/**
 * All snapshots by their registers, newest first, and so are the registers. What was kept beside its past says which register it is; of the
 * rest each goes by its place and title.
 */
export function byRegister(all: readonly KeptSnapshot[]): readonly Past[] {
  const known = new Map<string, string>();
  for (const { snapshot } of all) if (snapshot.line !== undefined && !known.has(nameOf(snapshot))) known.set(nameOf(snapshot), snapshot.line);
  const groups = new Map<string, KeptSnapshot[]>();
  for (const one of all) {
    const line = one.snapshot.line ?? known.get(nameOf(one.snapshot)) ?? nameOf(one.snapshot);
    groups.set(line, [...(groups.get(line) ?? []), one]);
  }
  return [...groups].map(([line, kept]) => ({ line, kept }));
}

/**
 * The pasts of the registers that a page shows, in their order; one that has none yet has an empty one with a name of its own. A page may have two of one kind (land,
 * vehicles) in an order of its own, or one of them no longer: what has the same name goes before what stood in the same place, and no
 * past is two registers'. One that is called otherwise now goes on with what stood in its place, if that was one register alone. In
 * another language all that a register says is another text.
 * @param now milliseconds since the epoch
 */
export function pastsOf(all: readonly KeptSnapshot[], registers: readonly SeenRegister[], now: number): readonly Past[] {
  const lines = byRegister(all);
  const taken = new Set<Past>();
  const found = new Map<SeenRegister, Past>();
  const left = (register: SeenRegister): readonly Past[] => lines.filter((past) => !taken.has(past) && past.kept.some(({ snapshot }) => snapshot.kind === register.kind && pageOf(snapshot) === pageOf(register)));
  const isCalled = (register: SeenRegister) => ({ snapshot }: KeptSnapshot): boolean => register.title !== "" && snapshot.title === register.title;
  const isSame = (register: SeenRegister) => ({ snapshot }: KeptSnapshot): boolean => nameOf(snapshot) === nameOf(register);
  const inPlace = (register: SeenRegister) => ({ snapshot }: KeptSnapshot): boolean => snapshot.registerKey === register.registerKey && georgian.test(snapshot.title) === georgian.test(register.title);
  const newest = (is: (one: KeptSnapshot) => boolean) => ({ kept: [one] }: Past): boolean => one !== undefined && is(one);
  const any = (is: (one: KeptSnapshot) => boolean) => ({ kept }: Past): boolean => kept.some(is);
  const rules: readonly ((register: SeenRegister) => Past | undefined)[] = [
    (register) => left(register).find(newest(isSame(register))),
    (register) => left(register).find(newest(isCalled(register))),
    (register) => left(register).find(any(isSame(register))),
    (register) => left(register).find(any(isCalled(register))),
    (register) => {
      const [one, other] = left(register).filter(newest(inPlace(register)));
      return other ? undefined : one;
    },
  ];
  // Each rule for all of them before the next one: the past of a register that is there under its name is nobody else's.
  for (const rule of rules) {
    for (const register of registers) {
      const past = found.has(register) ? undefined : rule(register);
      if (!past) continue;
      taken.add(past);
      found.set(register, past);
    }
  }
  return registers.map((register) => {
    const name = nameOf(register);
    return found.get(register) ?? { line: lines.some(({ line }) => line === name) ? `${name}\n${now}` : name, kept: [] };
  });
}
