// Algorithm references of MSE SET (data object 80) and what they make of the PSO input.

export type HashName = "SHA-1" | "SHA-256" | "SHA-384" | "SHA-512";

export interface Algorithm {
  readonly scheme: "pkcs1" | "pss" | "ecdsa" | "raw";
  /** What the host hands over: the hash itself, a DigestInfo (PKCS#1 §9.2), or a whole block. */
  readonly input: "hash" | "digestInfo" | "block";
  readonly hash: HashName | null;
}

const pkcs1 = (hash: HashName): Algorithm => ({ scheme: "pkcs1", input: "hash", hash });
const pss = (hash: HashName): Algorithm => ({ scheme: "pss", input: "hash", hash });

/** One-byte references in use on PKCS#15 cards (IAS-ECC, IDEMIA, Thales, common Java Card applets). */
const BY_REFERENCE: Readonly<Record<string, Algorithm>> = {
  "02": { scheme: "pkcs1", input: "digestInfo", hash: null },
  "04": { scheme: "ecdsa", input: "hash", hash: null },
  "54": { scheme: "ecdsa", input: "hash", hash: null },
  "08": { scheme: "raw", input: "block", hash: null },
  "12": pkcs1("SHA-1"),
  "42": pkcs1("SHA-256"),
  "28": pkcs1("SHA-256"),
  "29": pkcs1("SHA-384"),
  "2A": pkcs1("SHA-512"),
  "2B": pss("SHA-256"),
  "2C": pss("SHA-384"),
  "2D": pss("SHA-512"),
  "45": pss("SHA-256"),
  "55": pss("SHA-384"),
  "65": pss("SHA-512"),
};

/** 0.4.0.127.0.7.2.2.2.x.y, BSI TR-03110 part 3 §A.7.3. */
const OID = "04007F00070202020";
const HASH_BY_ARC: Readonly<Record<string, HashName>> = {
  "01": "SHA-1",
  "03": "SHA-256",
  "04": "SHA-384",
  "05": "SHA-512",
};

export const ALL_OIDS: readonly string[] = ["101", "103", "104", "105", "203", "204", "205"].map((arc) => OID + arc);

/**
 * The algorithm a reference names for a key type; null = not for this key, or unknown.
 * Arc 2 means PSS with an RSA key on the sample card and ECDSA (as in the TR) with an EC key.
 */
export function algorithmFor(reference: string, keyType: "rsa" | "ec"): Algorithm | null {
  let found: Algorithm | null = null;
  if (reference === "") found = BY_REFERENCE[keyType === "rsa" ? "02" : "04"] ?? null;
  else if (reference.startsWith(OID)) {
    const hash = HASH_BY_ARC[reference.slice(-2)];
    const arc = reference.slice(-3, -2);
    if (hash !== undefined && arc === "1") found = pkcs1(hash);
    if (hash !== undefined && arc === "2") found = keyType === "rsa" ? pss(hash) : { scheme: "ecdsa", input: "hash", hash };
  } else found = BY_REFERENCE[reference] ?? null;
  return found !== null && (found.scheme === "ecdsa") === (keyType === "ec") ? found : null;
}

export const HASH_LENGTH: Readonly<Record<HashName, number>> = { "SHA-1": 20, "SHA-256": 32, "SHA-384": 48, "SHA-512": 64 };

/** DER prefix of DigestInfo with NULL parameters, RFC 8017 §9.2 note 1. */
export const DIGEST_INFO_PREFIX: Readonly<Record<HashName, string>> = {
  "SHA-1": "3021300906052B0E03021A05000414",
  "SHA-256": "3031300D060960864801650304020105000420",
  "SHA-384": "3041300D060960864801650304020205000430",
  "SHA-512": "3051300D060960864801650304020305000440",
};
