// [Note: algorithm ladder] Cards differ in how they want to be told what to sign. PKCS#15 may say; many cards don't.
// A rung is one way of asking; rungs are tried until one yields a signature that the certificate confirms. A wrong way
// never passes: some cards sign something well-formed that is not what was asked for. The login key is the place to
// find out: it takes many signatures for one PIN, and what worked there goes first with the signing key.
import { type Bytes, concat, fromHex } from "../bytes.ts";
import type { HashBits, Scheme } from "./algorithm.ts";

export interface Rung {
  /** Data object 80 of MSE SET (ISO/IEC 7816-4 §11.5.11); empty: none is sent. */
  readonly algorithm: string;
  readonly input: "hash" | "digestInfo" | "block";
  /** PSO COMPUTE DIGITAL SIGNATURE, or INTERNAL AUTHENTICATE. */
  readonly command: "pso" | "internalAuthenticate";
}

/** BSI TR-03110 part 3 §A.7; on the Georgian-labelled sample card the arcs 1 and 2 mean PKCS#1 and PSS for an RSA key. */
const oid = (family: "1" | "2", bits: HashBits): string => `04007F00070202020${family}${{ 256: "03", 384: "04", 512: "05" }[bits]}`;

/** What single-byte references mean on the cards that use them; the rest are tried with the bare hash. */
const inputs: Readonly<Record<number, Rung["input"]>> = { 0x02: "digestInfo", 0x08: "block" };

/** References that are known to mean PSS, by hash: CardOS and Thales cards, and their relatives. */
const pssReferences: Readonly<Record<HashBits, readonly string[]>> = { 256: ["2B", "45"], 384: ["2C", "55"], 512: ["2D", "65"] };
const allPss = new Set(Object.values(pssReferences).flat());

function usual(scheme: Scheme, bits: HashBits): readonly Rung[] {
  switch (scheme) {
    case "pkcs1":
      return [
        pso(oid("1", bits), "hash"),
        ...(bits === 256 ? [pso("42", "hash")] : []),
        pso("02", "digestInfo"),
        { algorithm: "02", input: "digestInfo", command: "internalAuthenticate" },
        pso("", "digestInfo"),
        pso("08", "block"),
      ];
    case "pss":
      return [pso(oid("2", bits), "hash"), ...pssReferences[bits].map((reference) => pso(reference, "hash")), pso("08", "block")];
    case "ecdsa":
      return [
        pso(oid("2", bits), "hash"),
        pso("04", "hash"),
        pso("54", "hash"),
        { algorithm: "04", input: "hash", command: "internalAuthenticate" },
        pso("", "hash"),
      ];
  }
}

function pso(algorithm: string, input: Rung["input"]): Rung {
  return { algorithm, input, command: "pso" };
}

/**
 * All rungs for a way of signing, the card's own words first.
 * @param named algorithm references from TokenInfo for this key
 * @param remembered the rung that worked for this kind of card before; left out when it is for another hash or padding
 */
export function rungs(scheme: Scheme, bits: HashBits, named: readonly number[], remembered: Rung | null): readonly Rung[] {
  const own = named
    .filter((value) => value > 0 && value <= 0xff)
    .map((value) => pso(value.toString(16).padStart(2, "0").toUpperCase(), scheme === "ecdsa" ? "hash" : (inputs[value] ?? "hash")))
    .filter((rung) => rung.input !== "digestInfo" || scheme === "pkcs1")
    .filter((rung) => scheme === "ecdsa" || rung.input !== "hash" || allPss.has(rung.algorithm) === (scheme === "pss"));
  const possible = [...own, ...usual(scheme, bits)];
  const first = remembered && possible.some((rung) => sameRung(rung, remembered)) ? [remembered] : [];
  const all = [...first, ...possible];
  return all.filter((rung, i) => all.findIndex((other) => sameRung(other, rung)) === i);
}

export function sameRung(a: Rung, b: Rung): boolean {
  return a.algorithm === b.algorithm && a.input === b.input && a.command === b.command;
}

/** DigestInfo of PKCS#1 v1.5 without the hash (RFC 8017 §9.2 note 1). */
const digestInfoPrefix: Readonly<Record<HashBits, Bytes>> = {
  256: fromHex("3031300D060960864801650304020105000420"),
  384: fromHex("3041300D060960864801650304020205000430"),
  512: fromHex("3051300D060960864801650304020305000440"),
};

export function digestInfo(hash: Uint8Array, bits: HashBits): Bytes {
  return concat(digestInfoPrefix[bits], hash);
}

/** EMSA-PKCS1-v1_5 (RFC 8017 §9.2). @param length of the modulus in bytes */
export function pkcs1Block(hash: Uint8Array, bits: HashBits, length: number): Bytes {
  const info = digestInfo(hash, bits);
  const padding = new Uint8Array(length - info.length - 3).fill(0xff);
  return concat(Uint8Array.of(0, 1), padding, Uint8Array.of(0), info);
}
