// Readers over all roads, each once, under a name that stays when another road takes over.
import type { ReaderId, ReaderState, RoadName } from "../reader.ts";
import { groupReaders } from "./sameReader.ts";

/** The best road first: nothing in between; then our own bridge; then the browser's PC/SC; then somebody else's program. */
export const preference: readonly RoadName[] = ["webusb", "bridge", "smartcard", "connector"];

/** A reader as one road knows it. */
export interface Member {
  readonly road: RoadName;
  readonly id: ReaderId;
}

interface Merged {
  readonly id: ReaderId;
  members: readonly ReaderState[];
  taken: ReaderState;
  insertions: number;
}

const sameMember = (a: Member, b: Member): boolean => a.road === b.road && a.id === b.id;

export interface Judgement {
  /** A connection over this member is open: it is not left for a better road. */
  readonly isOpen: (member: Member) => boolean;
  /** Connecting over this member failed since it last changed. */
  readonly hasFailed: (member: Member) => boolean;
}

export class MergedReaders {
  #all: readonly Merged[] = [];

  /** Takes in what the roads say now. @param views by road */
  update(views: ReadonlyMap<RoadName, readonly ReaderState[]>, judgement: Judgement): void {
    const groups = groupReaders(preference.map((road) => views.get(road) ?? []));
    const left = new Set(this.#all);
    this.#all = groups.map((members) => {
      const taken = best(members, judgement);
      const known = [...left].find((one) => one.members.some((old) => members.some((now) => sameMember(old, now))));
      if (!known) return { id: freeId(members[0]?.id ?? taken.id, [...left]), members, taken, insertions: taken.insertions };
      left.delete(known);
      const changed = !sameMember(known.taken, taken);
      // Over another road the card is to be read again, as if it had been put in again.
      const step = changed ? 1 : Math.max(0, taken.insertions - known.taken.insertions);
      return { id: known.id, members, taken, insertions: known.insertions + step };
    });
  }

  states(): readonly ReaderState[] {
    return this.#all.map(({ id, members, taken, insertions }) => ({
      ...taken,
      id,
      insertions,
      usbId: taken.usbId ?? members.find(({ usbId }) => usbId !== null)?.usbId ?? null,
      roads: [taken, ...members.filter((one) => one !== taken)].map(({ road, refusal }) => ({ road, refusal })),
    }));
  }

  /** The members of a reader, the one to be taken first; empty when there is no such reader. */
  membersOf(id: ReaderId): readonly Member[] {
    const found = this.#all.find((one) => one.id === id);
    return found ? [found.taken, ...found.members.filter((one) => one !== found.taken && one.refusal === null), ...found.members.filter((one) => one !== found.taken && one.refusal !== null)] : [];
  }
}

/**
 * Usable roads before those that may become so by themselves (another window of ours is at it), before refused ones. Of these
 * what a person can mend is said first: that the browser keeps the reader from extensions is no news where the bridge sees it.
 */
function best(members: readonly ReaderState[], { isOpen, hasFailed }: Judgement): ReaderState {
  const usable = members.filter(({ refusal }) => refusal === null);
  const found =
    usable.find(isOpen) ??
    usable.find((one) => !hasFailed(one)) ??
    usable[0] ??
    members.find(({ refusal }) => refusal === "READER_BUSY") ??
    members.find(({ refusal }) => refusal !== "READER_PROTECTED") ??
    members[0];
  if (!found) throw new Error("a reader that no road reports");
  return found;
}

/** The first road's name for the reader, unless a reader that is being taken away still has it. */
function freeId(wanted: ReaderId, others: readonly Merged[]): ReaderId {
  let id = wanted;
  for (let n = 2; others.some((other) => other.id === id); n += 1) id = `${wanted}~${n}`;
  return id;
}
