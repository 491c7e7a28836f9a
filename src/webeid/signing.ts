// get-signing-certificate and sign: what the page sees of a signing key. Facts of the public library: one padding for
// each hash function, names as in its SignatureAlgorithm.
import { toBase64 } from "../codec/base64.ts";
import type { HashFunction } from "./pageRequest.ts";
import type { SignatureAlgorithm, SignReply, SigningCertificateReply } from "./protocol.ts";

/** JWA names (RFC 7518 §3.1), as the card worker names what a key can do, the most widely understood first. */
type Jwa = string;

/** The SHA-2 functions that a card signs; the other names of the protocol are known, and no card here takes them. */
export const signedHashFunctions = ["SHA-256", "SHA-384", "SHA-512"] as const satisfies readonly HashFunction[];

/** The algorithm for a hash function: the first of the key's that has that hash; null when it has none. */
export function algorithmFor<T extends Jwa>(algorithms: readonly T[], hashFunction: HashFunction): T | null {
  if (!signedHashFunctions.some((one) => one === hashFunction)) return null;
  return algorithms.find((one) => one.endsWith(hashFunction.slice("SHA-".length))) ?? null;
}

function describe(algorithm: Jwa): SignatureAlgorithm | null {
  const hashFunction = signedHashFunctions.find((one) => algorithm.endsWith(one.slice("SHA-".length)));
  if (!hashFunction) return null;
  if (algorithm.startsWith("ES")) return { cryptoAlgorithm: "ECC", hashFunction, paddingScheme: "NONE" };
  return { cryptoAlgorithm: "RSA", hashFunction, paddingScheme: algorithm.startsWith("PS") ? "PSS" : "PKCS1.5" };
}

/** @param algorithms what the key can do; of two paddings for one hash the page sees the one that `sign` would use. */
export function signingCertificateReply(certificateDer: Uint8Array, algorithms: readonly Jwa[]): SigningCertificateReply {
  const offered = signedHashFunctions.flatMap((hashFunction) => {
    const algorithm = algorithmFor(algorithms, hashFunction);
    const described = algorithm === null ? null : describe(algorithm);
    return described ? [described] : [];
  });
  return { action: "web-eid:get-signing-certificate-success", certificate: toBase64(certificateDer), supportedSignatureAlgorithms: offered };
}

/** @param signature RSA: the block; ECDSA: r ‖ s, never DER. */
export function signReply(algorithm: Jwa, signature: Uint8Array): SignReply | null {
  const signatureAlgorithm = describe(algorithm);
  return signatureAlgorithm && { action: "web-eid:sign-success", signature: toBase64(signature), signatureAlgorithm };
}
