// [Note: what a transfer leaves behind] The browser packs the bytes of a transfer into a message to another process, in memory of
// its own that it gives back at once and does not wipe. A VERIFY stayed there until something of the same size came: after each
// second wrong PIN over the bridge (19 of 40), after most of them over USB (34 of 40). JavaScript can't reach that memory, but it
// can have the browser take it once more and write something else into it: a thread that asks for memory is given first what it
// gave back last, and a text that is decomposed (Unicode's NFD) is written, two bytes a letter, into the same kind of memory. With
// it: none of 80 (over the bridge with a wider row of lengths, of which this is the part that a PIN's command can need). It costs a
// tenth of a millisecond and sends nothing. No browser promises any of this; what holds is what `tests/e2e/memory.test.ts` finds.

/** Commands with a PIN are short: header of CCID, of the card's command, one PIN or two. */
const longest = 96;
/** A message is about a hundred bytes longer than what is sent in it; memory is given out in steps of 16 bytes or more. */
const texts = Array.from({ length: 16 }, (_, i) => "Å".repeat(52 + 4 * i));

/** Called on the thread that handed a transfer to the browser, right afterwards: before anything is awaited. @param length of the transfer, in bytes */
export function overwriteFreedMessage(length: number): void {
  if (length > longest) return;
  for (const text of texts) text.normalize("NFD");
}
