// [Note: algorithm ladder] Cards differ in how they want to be told what to sign. PKCS#15 may say; many cards don't.
// A rung is one way of asking; rungs are tried on the login key until one yields a signature that its certificate
// confirms. A wrong way never passes: some cards sign something well-formed that is not what was asked for.
import { type Bytes, concat, fromHex } from "../bytes.ts";

export type HashBits = 256 | 384 | 512;

export interface Rung {
  /** Data object 80 of MSE SET (ISO/IEC 7816-4 §11.5.11); empty: none is sent. */
  readonly algorithm: string;
  readonly input: "hash" | "digestInfo" | "block";
  /** PSO COMPUTE DIGITAL SIGNATURE, or INTERNAL AUTHENTICATE. */
  readonly command: "pso" | "internalAuthenticate";
}

/** BSI TR-03110 part 3 §A.7: id-TA-RSA-v1-5-SHA-x and id-TA-ECDSA-SHA-x. */
const oid = (family: "01" | "02", bits: HashBits): string =>
  `04007F00070202020${family === "01" ? "1" : "2"}${{ 256: "03", 384: "04", 512: "05" }[bits]}`;

/** What single-byte references mean on the cards that use them; the rest are tried with the bare hash. */
const inputs: Readonly<Record<number, Rung["input"]>> = { 0x02: "digestInfo", 0x08: "block" };

/**
 * All rungs for a key, the card's own words first.
 * @param named algorithm references from TokenInfo for this key
 * @param remembered the rung that worked for this kind of card before
 */
export function rungs(kind: "RSA" | "ECDSA", bits: HashBits, named: readonly number[], remembered: Rung | null): readonly Rung[] {
  const pso = (algorithm: string, input: Rung["input"]): Rung => ({ algorithm, input, command: "pso" });
  const own = named
    .filter((value) => value > 0 && value <= 0xff)
    .map((value) => pso(value.toString(16).padStart(2, "0").toUpperCase(), kind === "RSA" ? (inputs[value] ?? "hash") : "hash"));
  const usual: readonly Rung[] =
    kind === "RSA"
      ? [
          pso(oid("01", bits), "hash"),
          ...(bits === 256 ? [pso("42", "hash")] : []),
          pso("02", "digestInfo"),
          { algorithm: "02", input: "digestInfo", command: "internalAuthenticate" },
          pso("", "digestInfo"),
          pso("08", "block"),
        ]
      : [
          pso(oid("02", bits), "hash"),
          pso("04", "hash"),
          pso("54", "hash"),
          { algorithm: "04", input: "hash", command: "internalAuthenticate" },
          pso("", "hash"),
        ];
  const all = [...(remembered ? [remembered] : []), ...own, ...usual];
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

/** What the card is handed: the hash, a DigestInfo, or a whole PKCS#1 block. @param keyBits length of the modulus */
export function inputFor(rung: Rung, hash: Uint8Array, bits: HashBits, keyBits: number): Bytes {
  if (rung.input === "hash") return hash.slice();
  const info = concat(digestInfoPrefix[bits], hash);
  if (rung.input === "digestInfo") return info;
  const padding = new Uint8Array(keyBits / 8 - info.length - 3).fill(0xff);
  return concat(Uint8Array.of(0, 1), padding, Uint8Array.of(0), info);
}
