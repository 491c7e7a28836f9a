// Which object identifiers, names and parameters go with a JWA algorithm.
// RFC 8017 appendix A.2 (RSA), RFC 4055 §3.1 (PSS), RFC 5758 §3.2 (ECDSA), RFC 5754 §2 (SHA-2), RFC 9231 (XML names).
import type { HashBits } from "../card/eid/algorithm.ts";
import { integer, oid, sequence, context, nullValue } from "./asn1/write.ts";
import type { Bytes, JwaAlgorithm } from "./signer.ts";

export type { HashBits } from "../card/eid/algorithm.ts";

export const hashOid: Readonly<Record<HashBits, string>> = {
  256: "2.16.840.1.101.3.4.2.1",
  384: "2.16.840.1.101.3.4.2.2",
  512: "2.16.840.1.101.3.4.2.3",
};

const rsaEncryption = "1.2.840.113549.1.1.1";
const rsaPss = "1.2.840.113549.1.1.10";
const mgf1 = "1.2.840.113549.1.1.8";
const ecdsaWith: Readonly<Record<HashBits, string>> = { 256: "1.2.840.10045.4.3.2", 384: "1.2.840.10045.4.3.3", 512: "1.2.840.10045.4.3.4" };
const rsaWith: Readonly<Record<HashBits, string>> = { 256: "1.2.840.113549.1.1.11", 384: "1.2.840.113549.1.1.12", 512: "1.2.840.113549.1.1.13" };

const bitsOf = new Map<string, HashBits>([["256", 256], ["384", 384], ["512", 512]]);
export const allHashBits: readonly HashBits[] = [256, 384, 512];

/** The hash of a JWA algorithm, by its number of bits. */
export function hashBitsOf(algorithm: JwaAlgorithm): HashBits {
  return bitsOf.get(algorithm.slice(2)) ?? 256;
}

export function hashBitsOfOid(id: string): HashBits | null {
  return allHashBits.find((bits) => hashOid[bits] === id) ?? null;
}

/** AlgorithmIdentifier of SHA-2: parameters absent (RFC 5754 §2: absent is what one should write). */
export function digestAlgorithm(bits: HashBits): Bytes {
  return sequence(oid(hashOid[bits]));
}

/** AlgorithmIdentifier of the signature, as CMS wants it (RFC 3370 §3.2: rsaEncryption with NULL). */
export function signatureAlgorithm(algorithm: JwaAlgorithm): Bytes {
  const bits = hashBitsOf(algorithm);
  if (algorithm.startsWith("ES")) return sequence(oid(ecdsaWith[bits]));
  if (algorithm.startsWith("RS")) return sequence(oid(rsaEncryption), nullValue());
  const hash = sequence(oid(hashOid[bits]), nullValue());
  return sequence(
    oid(rsaPss),
    sequence(context(0, hash), context(1, sequence(oid(mgf1), hash)), context(2, integer(bits / 8))),
  );
}

/** How a signature found in a file was made. */
export interface SignatureScheme {
  readonly kind: "RS" | "PS" | "ES";
  readonly hash: HashBits;
  /** PSS only, in bytes. */
  readonly saltLength: number;
}

/**
 * The scheme of an AlgorithmIdentifier's OID; null for one not known here (SHA-1 and older are not known on purpose).
 * @param digest hash of the SignerInfo, for rsaEncryption, which names none
 * PSS parameters are read by the caller.
 */
export function schemeOfOid(id: string, digest: HashBits | null): SignatureScheme | null {
  for (const hash of allHashBits) {
    if (rsaWith[hash] === id) return { kind: "RS", hash, saltLength: 0 };
    if (ecdsaWith[hash] === id) return { kind: "ES", hash, saltLength: 0 };
  }
  return id === rsaEncryption && digest ? { kind: "RS", hash: digest, saltLength: 0 } : null;
}

export const rsaPssOid = rsaPss;
export const mgf1Oid = mgf1;
