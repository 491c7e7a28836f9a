// What changed between two snapshots of one register: entries that came, that went, and that say something else now. The
// order of entries means nothing: a page may sort them otherwise each time.
import type { SeenRegister } from "./register.ts";

export interface ChangedCell {
  /** Empty where the page names no column. */
  readonly column: string;
  /** null: there was no such column; there is none any more. */
  readonly before: string | null;
  readonly after: string | null;
}

export type Change =
  | { readonly kind: "added" | "removed"; readonly row: readonly string[] }
  /** row: as it is now. */
  | { readonly kind: "changed"; readonly row: readonly string[]; readonly cells: readonly ChangedCell[] };

type Content = Pick<SeenRegister, "columns" | "rows">;

/** Entries that agree in less than this share of their cells are two entries, not one that changed. */
const leastAlike = 0.5;

/** @returns nothing when both say the same; what changed goes in the newer one's order, what went comes last. */
export function changesOf(before: Content, after: Content): readonly Change[] {
  const left = before.rows.map((row) => cellsOf(before.columns, row));
  // Each entry that is still there as it was; the same one twice counts twice.
  const fresh: { readonly row: readonly string[]; readonly cells: ReadonlyMap<string, string> }[] = [];
  for (const row of after.rows) {
    const cells = cellsOf(after.columns, row);
    const at = left.findIndex((old) => likeness(old, cells) === 1);
    if (at < 0) fresh.push({ row, cells });
    else left.splice(at, 1);
  }
  // The likest pairs first, so that one changed entry does not take another one's counterpart.
  const pairs = fresh.flatMap(({ cells }, i) => left.map((old, k) => ({ i, k, alike: likeness(old, cells) }))).filter(({ alike }) => alike >= leastAlike);
  pairs.sort((one, other) => other.alike - one.alike);
  const oldOf = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, k } of pairs) {
    if (oldOf.has(i) || taken.has(k)) continue;
    oldOf.set(i, k);
    taken.add(k);
  }
  const changes = fresh.map(({ row, cells }, i): Change => {
    const old = left[oldOf.get(i) ?? -1];
    return old ? { kind: "changed", row, cells: differing(old, cells) } : { kind: "added", row };
  });
  const gone = left.flatMap((cells, k): readonly Change[] => (taken.has(k) ? [] : [{ kind: "removed", row: [...cells.values()] }]));
  return [...changes, ...gone];
}

/** By their column's name, so that a column that moved or came in between changes nothing else. */
function cellsOf(columns: readonly string[], row: readonly string[]): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  row.forEach((value, i) => {
    const name = columns[i] ?? "";
    // A column without a name, or with another one's, goes by its place.
    cells.set(name === "" || cells.has(name) ? `#${i}` : name, value);
  });
  return cells;
}

function likeness(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): number {
  const names = new Set([...one.keys(), ...other.keys()]);
  let same = 0;
  for (const name of names) if (one.get(name) === other.get(name)) same += 1;
  return names.size === 0 ? 1 : same / names.size;
}

function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly ChangedCell[] {
  return [...new Set([...after.keys(), ...before.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => ({ column: name.startsWith("#") ? "" : name, before: before.get(name) ?? null, after: after.get(name) ?? null }));
}
