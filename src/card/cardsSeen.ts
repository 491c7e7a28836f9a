// Which cards lie in readers, as one page has seen it, and which of them are gone: what the vault locks by, if that was chosen.
import type { ReaderId, ReaderState } from "./reader.ts";

/**
 * A slot's name that other pages have for it, too (`ReaderState.id` is a page's own: it depends on which road came first). A slot
 * has two, since a road may learn later, or never, which USB device it is. Readers of one make can't be told apart by them.
 */
export type CardPlace = string;

const placesOf = ({ usbId, name, slot }: ReaderState): readonly CardPlace[] => [...(usbId === null ? [] : [`${usbId}#${slot}`]), `${name}#${slot}`];

/** Whether a place is in a device that the browser says is gone. */
export function isInDevice(place: CardPlace, usbId: string): boolean {
  return place.startsWith(`${usbId}#`);
}

export class CardsSeen {
  /** A reader may get its USB name later, from a road that comes to see it, too: each name that it had is kept. */
  #places = new Map<ReaderId, ReadonlySet<CardPlace>>();

  /**
   * @param readers all that there are now; null: nobody looks any more, and so no card is seen going
   * @returns where cards lie, and where one lay the last time and does not now
   */
  look(readers: readonly ReaderState[] | null): { readonly present: readonly CardPlace[]; readonly gone: readonly CardPlace[] } {
    const before = this.#places;
    this.#places = new Map();
    if (readers === null) return { present: [], gone: [] };
    for (const reader of readers) {
      const known = before.get(reader.id);
      if (reader.card === "present") this.#places.set(reader.id, new Set([...(known ?? []), ...placesOf(reader)]));
      // Mute, or kept by another window or program: it may lie there still.
      else if (known && reader.card !== "absent") this.#places.set(reader.id, known);
    }
    const gone = [...before].flatMap(([id, places]) => (this.#places.has(id) ? [] : [...places]));
    return { present: [...this.#places.values()].flatMap((places) => [...places]), gone };
  }
}

/** The names of one reader's slot. */
export function placesIn(readers: readonly ReaderState[] | null, id: ReaderId): readonly CardPlace[] {
  const reader = readers?.find((one) => one.id === id);
  return reader ? placesOf(reader) : [];
}
