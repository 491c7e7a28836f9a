// JWA names (RFC 7518 §3.1) taken apart: padding or curve, and hash.
import type { JwaAlgorithm } from "../api.ts";
import type { PublicKeyInfo } from "../x509/publicKey.ts";

export type HashBits = 256 | 384 | 512;
export type Scheme = "pkcs1" | "pss" | "ecdsa";

const hashBits: Readonly<Record<JwaAlgorithm, HashBits>> = {
  RS256: 256, RS384: 384, RS512: 512,
  PS256: 256, PS384: 384, PS512: 512,
  ES256: 256, ES384: 384, ES512: 512,
};

export function isJwaAlgorithm(value: unknown): value is JwaAlgorithm {
  return typeof value === "string" && Object.hasOwn(hashBits, value);
}

export function hashBitsOf(algorithm: JwaAlgorithm): HashBits {
  return hashBits[algorithm];
}

export function schemeOf(algorithm: JwaAlgorithm): Scheme {
  return algorithm.startsWith("ES") ? "ecdsa" : algorithm.startsWith("PS") ? "pss" : "pkcs1";
}

/** What a key can in principle sign with, the most widely understood first. RFC 7518 ties each curve to one hash. */
export function algorithmsOf({ algorithm, bits }: PublicKeyInfo): readonly [JwaAlgorithm, ...JwaAlgorithm[]] {
  if (algorithm === "RSA") return ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"];
  return [bits <= 256 ? "ES256" : bits <= 384 ? "ES384" : "ES512"];
}

/** The JWA algorithm of a login (Web eID token format 1.0). */
export function algorithmOf(key: PublicKeyInfo): JwaAlgorithm {
  return algorithmsOf(key)[0];
}
