import { hold } from "../codec/hold.ts";

/** An answer's body; null: it is longer than `limit` bytes, and is not read on. @throws when it breaks off */
export async function readUpTo({ body }: Response, limit: number): Promise<Blob | null> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  if (!body) return new Blob();
  const reader = body.getReader();
  const release = hold(reader);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return new Blob(parts);
      length += value.length;
      if (length > limit) {
        await reader.cancel();
        return null;
      }
      parts.push(value);
    }
  } finally {
    release();
  }
}
