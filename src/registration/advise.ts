// Which way of registering suits: by what the person has at hand. The portal's terms know two ways, the second in two forms.
export const ways = ["card", "video", "house"] as const;
export type Way = (typeof ways)[number];

export interface AtHand {
  /** An identity card of the new type (with a chip), valid. */
  readonly card: boolean;
  readonly reader: boolean;
  /** Camera and microphone. */
  readonly camera: boolean;
}

export interface Advice {
  readonly best: Way;
  /** The card is there, and only a reader is missing for the way that opens all services. */
  readonly readerMissing: boolean;
  /** Without the card, services that want a signature stay closed. */
  readonly withoutSigning: boolean;
}

/** The card opens everything and needs nobody; a video call needs no journey; a House of Justice needs nothing but a document. */
export function advise({ card, reader, camera }: AtHand): Advice {
  const best = card && reader ? "card" : camera ? "video" : "house";
  return { best, readerMissing: card && !reader, withoutSigning: best !== "card" };
}
