// The key operations the card needs, injected: node:crypto in tests, pure code inside a browser worker.
import { DIGEST_INFO_PREFIX, HASH_LENGTH, type HashName } from "./algorithms.ts";
import { type Bytes, hex, join } from "./bytes.ts";
import type { CardKey } from "./image.ts";

export interface CardCrypto {
  /** m^d mod n of a block as long as the modulus (RFC 8017 §5.2.1). */
  rsaRaw(key: CardKey, block: Bytes): Promise<Bytes>;
  /** ECDSA over a ready hash (FIPS 186-5 §6.4): r ‖ s, each as long as the curve's order. */
  ecdsa(key: CardKey, hash: Bytes): Promise<Bytes>;
}

/** EMSA-PKCS1-v1_5 (RFC 8017 §9.2) around a finished DigestInfo; null when it does not fit. */
export function pkcs1Block(info: Bytes, length: number): Bytes | null {
  if (info.length === 0 || info.length > length - 11) return null;
  const fill = new Uint8Array(length - info.length - 3).fill(0xff);
  return join(Uint8Array.of(0, 1), fill, Uint8Array.of(0), info);
}

export function digestInfo(hash: HashName, value: Bytes): Bytes {
  return join(hex(DIGEST_INFO_PREFIX[hash]), value);
}

export async function digest(hash: HashName, data: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest(hash, data));
}

async function mgf1(hash: HashName, seed: Bytes, length: number): Promise<Bytes> {
  const parts: Bytes[] = [];
  for (let i = 0; i * HASH_LENGTH[hash] < length; i += 1) {
    parts.push(await digest(hash, join(seed, Uint8Array.of(0, 0, 0, i))));
  }
  return join(...parts).slice(0, length);
}

/** EMSA-PSS (RFC 8017 §9.1.1) with the salt as long as the hash, for moduli of a multiple of 8 bits. */
export async function pssBlock(hash: HashName, mHash: Bytes, length: number): Promise<Bytes> {
  const salt = crypto.getRandomValues(new Uint8Array(HASH_LENGTH[hash]));
  const h = await digest(hash, join(new Uint8Array(8), mHash, salt));
  const db = join(new Uint8Array(length - salt.length - h.length - 2), Uint8Array.of(1), salt);
  const mask = await mgf1(hash, h, db.length);
  const masked = db.map((byte, i) => byte ^ (mask[i] ?? 0));
  masked[0] = (masked[0] ?? 0) & 0x7f;
  return join(masked, h, Uint8Array.of(0xbc));
}
