// Which of the readers that several roads report are one and the same device.
import type { ReaderState } from "../reader.ts";

/**
 * A reader's name without what differs from road to road: PC/SC appends the interface in [ ], the serial number in ( ),
 * and two hexadecimal numbers for reader and slot.
 */
export function plainName(name: string): string {
  return name
    .replace(/( [0-9A-F]{2}){2}$/i, "")
    .replaceAll(/\[[^\]]*\]|\([^)]*\)/g, " ")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** A USB id that both know decides; else the names do. */
function alike(a: ReaderState, b: ReaderState): boolean {
  if (a.slot !== b.slot) return false;
  return a.usbId !== null && b.usbId !== null ? a.usbId === b.usbId : plainName(a.name) === plainName(b.name);
}

/**
 * Puts together what is one reader.
 * @param views one list a road, the best road first
 * @returns groups in order of first mention, each with its members in the order of the roads. Of several readers of one
 *   kind the first of one road goes with the first of another, unless what is in them tells them apart.
 */
export function groupReaders(views: readonly (readonly ReaderState[])[]): readonly (readonly ReaderState[])[] {
  const groups: ReaderState[][] = [];
  for (const view of views) {
    const before = groups.length;
    const taken = new Set<ReaderState[]>();
    for (const state of view) {
      const candidates = groups.slice(0, before).filter((group) => !taken.has(group) && group.some((one) => alike(one, state)));
      const group = candidates.find((one) => one.some((other) => other.card === state.card)) ?? candidates[0];
      if (group) {
        taken.add(group);
        group.push(state);
      } else groups.push([state]);
    }
  }
  return groups;
}
