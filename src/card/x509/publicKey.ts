// SubjectPublicKeyInfo (RFC 5280 §4.1.2.7, RFC 5480).
import { type Bytes } from "../bytes.ts";
import { CardError } from "../error.ts";
import { oid, Tag } from "../iso7816/der.ts";
import { readAll, readTlv, type Tlv } from "../iso7816/tlv.ts";

export interface PublicKeyInfo {
  readonly spkiDer: Bytes;
  readonly algorithm: "RSA" | "ECDSA";
  /** Modulus length, or field size. */
  readonly bits: number;
  /** RSAPublicKey (RFC 8017 §A.1.1), or the curve point (SEC 1 §2.3.3). */
  readonly keyBytes: Bytes;
}

const RSA = "1.2.840.113549.1.1.1";
const EC = "1.2.840.10045.2.1";
const curves: ReadonlyMap<string, number> = new Map([
  ["1.2.840.10045.3.1.7", 256],
  ["1.3.132.0.34", 384],
  ["1.3.132.0.35", 521],
]);

/** @throws CardError CARD_MALFORMED, ALGORITHM_UNSUPPORTED */
export function readPublicKey(spki: Tlv): PublicKeyInfo {
  const [algorithm, key] = readAll(spki.value);
  if (!algorithm || key?.tag !== Tag.bitString) throw new CardError("CARD_MALFORMED", "certificate: no public key");
  const [type, parameters] = readAll(algorithm.value);
  const id = type ? oid(type.value) : "";
  const spkiDer = spki.raw.slice();
  const keyBytes = key.value.slice(1);
  if (id === RSA) {
    const [modulus] = readAll(readTlv(keyBytes).value);
    if (!modulus) throw new CardError("CARD_MALFORMED", "certificate: no modulus");
    const digits = modulus.value[0] === 0 ? modulus.value.subarray(1) : modulus.value;
    return { spkiDer, algorithm: "RSA", bits: digits.length * 8, keyBytes };
  }
  const bits = id === EC && parameters?.tag === Tag.oid ? curves.get(oid(parameters.value)) : undefined;
  if (bits === undefined) throw new CardError("ALGORITHM_UNSUPPORTED", "a kind of key that is not known");
  return { spkiDer, algorithm: "ECDSA", bits, keyBytes };
}
