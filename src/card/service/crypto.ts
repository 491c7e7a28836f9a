// The browser's WebCrypto as the card code wants it: hash, and check what a card signed.
import type { JwaAlgorithm } from "../api.ts";
import type { Bytes } from "../bytes.ts";

const hashOf = (algorithm: JwaAlgorithm): string => `SHA-${algorithm.slice(2)}`;

/** SHA-2 by its number of bits. */
export async function sha(bits: 256 | 384 | 512, data: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest(`SHA-${bits}`, data.slice()));
}

/**
 * Checks a signature over `data` (not yet hashed).
 * @param signature RSA: the block; ECDSA: r ‖ s (IEEE P1363), as WebCrypto and JWS have it.
 * @returns false for a wrong signature and for a key WebCrypto can't read.
 */
export async function verifySignature(
  spkiDer: Uint8Array,
  algorithm: JwaAlgorithm,
  data: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const hash = hashOf(algorithm);
  const bits = Number(algorithm.slice(2));
  const kind = algorithm.slice(0, 2);
  const curve = bits === 512 ? "P-521" : `P-${bits}`;
  const importAs: RsaHashedImportParams | EcKeyImportParams =
    kind === "ES"
      ? { name: "ECDSA", namedCurve: curve }
      : { name: kind === "PS" ? "RSA-PSS" : "RSASSA-PKCS1-v1_5", hash };
  const verifyAs: AlgorithmIdentifier | RsaPssParams | EcdsaParams =
    kind === "ES" ? { name: "ECDSA", hash } : { name: importAs.name, saltLength: bits / 8 };
  try {
    const key = await crypto.subtle.importKey("spki", spkiDer.slice(), importAs, false, ["verify"]);
    return await crypto.subtle.verify(verifyAs, key, signature.slice(), data.slice());
  } catch {
    return false;
  }
}

export function random(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}
