// Where a PDF's bytes come from. [Note: only what is looked at] A PDF is read from its end, by its cross-reference
// table: of a 100 MB scan a signature needs a few kilobytes. The file stays where it is (a Blob, usually on disk) and
// is read by the piece, so that signing costs one hash over the file and not a parse of it.
import type { Bytes } from "../../card/bytes.ts";

export interface PdfSource {
  readonly size: number;
  /** Bytes `start` (in) to `end` (out); `end` is at most `size`. */
  read(start: number, end: number): Promise<Bytes>;
}

/** Pieces are kept: a cross-reference chain and a page tree touch the same few again and again. */
const pieceSize = 64 * 1024;
const piecesKept = 64;

/** @param end what is behind it is not looked at: an earlier revision is the file up to where it ended. */
export function blobSource(blob: Blob, end = blob.size): PdfSource {
  const kept = new Map<number, Promise<Bytes>>();
  const piece = (n: number): Promise<Bytes> => {
    const found = kept.get(n);
    if (found) return found;
    const from = n * pieceSize;
    const read = blob.slice(from, Math.min(from + pieceSize, end)).arrayBuffer().then((buffer) => new Uint8Array(buffer));
    kept.set(n, read);
    const oldest = kept.keys().next().value;
    if (kept.size > piecesKept && oldest !== undefined) kept.delete(oldest);
    return read;
  };
  return {
    size: end,
    read: async (start, wanted) => {
      const stop = Math.min(wanted, end);
      if (stop - start > 4 * pieceSize) return new Uint8Array(await blob.slice(start, stop).arrayBuffer());
      const out = new Uint8Array(Math.max(0, stop - start));
      for (let at = start; at < stop; ) {
        const n = Math.floor(at / pieceSize);
        const part = (await piece(n)).subarray(at - n * pieceSize, stop - n * pieceSize);
        if (part.length === 0) break;
        out.set(part, at - start);
        at += part.length;
      }
      return out;
    },
  };
}
