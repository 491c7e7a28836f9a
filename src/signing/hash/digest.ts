// Digests of what fits memory, by the browser's WebCrypto.
import { copyOf } from "../../card/bytes.ts";
import type { HashBits } from "../algorithms.ts";
import type { Bytes } from "../signer.ts";

/** SHA-2 by its number of bits. */
export async function digestBytes(bits: HashBits, data: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest(`SHA-${bits}`, copyOf(data)));
}
