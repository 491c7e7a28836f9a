import { endSize, signature } from "./format.ts";

/** The directory's end may be followed by a comment of this length. */
const longestComment = 0xffff;

/** Whether a ZIP has no end of directory, which is its very last part. See: [Note: cut off is not forged]. */
export async function zipIsCutOff(blob: Blob): Promise<boolean> {
  const tail = new DataView(await blob.slice(Math.max(0, blob.size - endSize - longestComment)).arrayBuffer());
  for (let at = tail.byteLength - endSize; at >= 0; at -= 1) if (tail.getUint32(at, true) === signature.end) return false;
  return true;
}
