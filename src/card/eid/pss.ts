// EMSA-PSS (RFC 8017 §9.1) with MGF1 over the same hash and a salt as long as it, which is what JWA, CMS and WebCrypto
// take "PSS" to mean. For cards that sign raw blocks, and to check what a card signed.
import { type Bytes, concat, equal } from "../bytes.ts";
import type { HashBits } from "./algorithm.ts";

export type Sha = (bits: HashBits, data: Uint8Array) => Promise<Bytes>;

async function mgf1(sha: Sha, bits: HashBits, seed: Uint8Array, length: number): Promise<Bytes> {
  const parts: Bytes[] = [];
  for (let i = 0; (i * bits) / 8 < length; i += 1) parts.push(await sha(bits, concat(seed, Uint8Array.of(0, 0, 0, i))));
  return concat(...parts).slice(0, length);
}

const hashOf = (sha: Sha, bits: HashBits, hash: Uint8Array, salt: Uint8Array): Promise<Bytes> => sha(bits, concat(new Uint8Array(8), hash, salt));

/** @param salt fresh random bytes, as many as the hash has. @param length of the modulus in bytes, its top bit set */
export async function pssBlock(sha: Sha, bits: HashBits, hash: Uint8Array, salt: Uint8Array, length: number): Promise<Bytes> {
  const h = await hashOf(sha, bits, hash, salt);
  const db = concat(new Uint8Array(length - salt.length - h.length - 2), Uint8Array.of(1), salt);
  const mask = await mgf1(sha, bits, h, db.length);
  const masked = db.map((byte, i) => byte ^ (mask[i] ?? 0));
  masked[0] = (masked[0] ?? 0) & 0x7f;
  return concat(masked, h, Uint8Array.of(0xbc));
}

/** Whether a block is a PSS encoding of `hash` with a salt of its length. */
export async function isPssBlock(sha: Sha, bits: HashBits, hash: Uint8Array, block: Uint8Array): Promise<boolean> {
  const size = bits / 8;
  if (block.length < 2 * size + 2 || block.at(-1) !== 0xbc || (block[0] ?? 0) & 0x80) return false;
  const h = block.subarray(block.length - size - 1, -1);
  const masked = block.subarray(0, block.length - size - 1);
  const mask = await mgf1(sha, bits, h, masked.length);
  const db = masked.map((byte, i) => byte ^ (mask[i] ?? 0));
  db[0] = (db[0] ?? 0) & 0x7f;
  const salt = db.subarray(db.length - size);
  const lead = db.subarray(0, db.length - size);
  const wellPadded = lead.at(-1) === 1 && lead.subarray(0, -1).every((byte) => byte === 0);
  return wellPadded && equal(h, await hashOf(sha, bits, hash, salt));
}
