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
/** So far from its place an entry is looked for: in a register that says something else in all of its thousand entries no other could be told. */
const farthest = 200;

/** @returns nothing when both say the same; what changed goes in the newer one's order, what went comes last. */
export function changesOf(before: Content, after: Content): readonly Change[] {
  // Each entry that is still there as it was; the same one twice counts twice.
  const counts = new Map<string, number>();
  const old = before.rows.map((row) => {
    const cells = cellsOf(before.columns, row);
    return { cells, text: textOf(cells) };
  });
  for (const { text } of old) counts.set(text, (counts.get(text) ?? 0) + 1);
  const fresh: { readonly row: readonly string[]; readonly cells: ReadonlyMap<string, string> }[] = [];
  const stayed = new Map<string, number>();
  for (const row of after.rows) {
    const cells = cellsOf(after.columns, row);
    const text = textOf(cells);
    const taken = stayed.get(text) ?? 0;
    if (taken < (counts.get(text) ?? 0)) stayed.set(text, taken + 1);
    else fresh.push({ row, cells });
  }
  const left = old.flatMap(({ cells, text }) => {
    const count = stayed.get(text) ?? 0;
    stayed.set(text, count - 1);
    return count <= 0 ? [cells] : [];
  });
  // The likest pairs first, so that one changed entry does not take another one's counterpart.
  const pairs = fresh.flatMap(({ cells }, i) => {
    const from = Math.max(0, i - farthest);
    return left.slice(from, i + farthest).flatMap((one, k) => {
      const alike = likeness(one, cells);
      return alike >= leastAlike ? [{ i, k: from + k, alike }] : [];
    });
  });
  pairs.sort((one, other) => other.alike - one.alike);
  const oldOf = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, k } of pairs) {
    if (oldOf.has(i) || taken.has(k)) continue;
    oldOf.set(i, k);
    taken.add(k);
  }
  const changes = fresh.map(({ row, cells }, i): Change => {
    const was = left[oldOf.get(i) ?? -1];
    return was ? { kind: "changed", row, cells: differing(was, cells) } : { kind: "added", row };
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

/** The same for entries that say the same. */
function textOf(cells: ReadonlyMap<string, string>): string {
  return JSON.stringify([...cells].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function likeness(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): number {
  let [both, same] = [0, 0];
  for (const [name, value] of one) {
    const now = other.get(name);
    if (now === undefined) continue;
    both += 1;
    if (now === value) same += 1;
  }
  const names = one.size + other.size - both;
  return names === 0 ? 1 : same / names;
}

function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly ChangedCell[] {
  return [...new Set([...after.keys(), ...before.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => ({ column: name.startsWith("#") ? "" : name, before: before.get(name) ?? null, after: after.get(name) ?? null }));
}
