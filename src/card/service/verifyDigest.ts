// Checks a signature over a digest that is there already. WebCrypto only takes data it hashes itself, so the public-key
// step is done here: RSA with big integers (e is small), ECDSA by @noble/curves.
import { p256, p384, p521 } from "@noble/curves/nist.js";
import type { JwaAlgorithm } from "../api.ts";
import { type Bytes, equal, fromHex, toHex } from "../bytes.ts";
import { hashBitsOf, schemeOf } from "../eid/algorithm.ts";
import { isPssBlock } from "../eid/pss.ts";
import { pkcs1Block } from "../eid/rung.ts";
import { readAll, readTlv } from "../iso7816/tlv.ts";
import type { PublicKeyInfo } from "../x509/publicKey.ts";
import { sha } from "./crypto.ts";

const curves = { 256: p256, 384: p384, 521: p521 } as const;

/**
 * @param signature RSA: the block; ECDSA: r ‖ s.
 * @returns false for a wrong signature, and for a key that this code can't read.
 */
export async function verifyDigest(key: PublicKeyInfo, algorithm: JwaAlgorithm, digest: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const bits = hashBitsOf(algorithm);
  const scheme = schemeOf(algorithm);
  if (digest.length !== bits / 8 || (scheme === "ecdsa") !== (key.algorithm === "ECDSA")) return false;
  try {
    if (scheme === "ecdsa") {
      const curve = Object.entries(curves).find(([size]) => Number(size) === key.bits)?.[1];
      // The low-s rule is a custom of block chains; cards do not know it.
      return curve?.verify(signature.slice(), digest.slice(), key.keyBytes, { prehash: false, lowS: false }) ?? false;
    }
    const block = rsaPublic(key, signature);
    if (!block) return false;
    return scheme === "pss" ? await isPssBlock(sha, bits, digest, block) : equal(block, pkcs1Block(digest, bits, key.bits / 8));
  } catch {
    return false;
  }
}

/** RSAVP1 (RFC 8017 §5.2.2); null when the signature is no number below the modulus. */
function rsaPublic(key: PublicKeyInfo, signature: Uint8Array): Bytes | null {
  const [modulus, exponent] = readAll(readTlv(key.keyBytes).value).map(({ value }) => BigInt(`0x${toHex(value)}`));
  if (!modulus || !exponent || signature.length !== key.bits / 8 || exponent > 0xffff_ffffn) return null;
  let base = BigInt(`0x${toHex(signature)}`);
  if (base >= modulus) return null;
  let result = 1n;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * base) % modulus;
    base = (base * base) % modulus;
  }
  return fromHex(result.toString(16).padStart(key.bits / 4, "0"));
}
