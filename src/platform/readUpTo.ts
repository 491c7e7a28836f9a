import { chunksOf } from "../codec/chunksOf.ts";

/** An answer's body; null: it is longer than `limit` bytes, and is not read on. @throws when it breaks off */
export async function readUpTo({ body }: Response, limit: number): Promise<Blob | null> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  if (!body) return new Blob();
  for await (const value of chunksOf(body)) {
    length += value.length;
    if (length > limit) return null;
    parts.push(value);
  }
  return new Blob(parts);
}
