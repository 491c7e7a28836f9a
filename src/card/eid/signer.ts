// MANAGE SECURITY ENVIRONMENT and the signature itself, up the ladder until the certificate agrees.
// See: [Note: algorithm ladder]. ISO/IEC 7816-4 §11.5.11, ISO/IEC 7816-8 §11.
import type { JwaAlgorithm } from "../api.ts";
import { type Bytes, concat, fromHex } from "../bytes.ts";
import { CardError } from "../error.ts";
import type { Call, CardChannel } from "../iso7816/cardChannel.ts";
import { ok } from "../iso7816/statusWord.ts";
import type { PublicKeyInfo } from "../x509/publicKey.ts";
import { type HashBits, inputFor, type Rung, rungs } from "./rung.ts";

export interface SignerCrypto {
  readonly sha: (bits: HashBits, data: Uint8Array) => Promise<Bytes>;
  /** Checks a signature over `data`, which it hashes itself; ECDSA signatures are r ‖ s. */
  readonly verify: (spkiDer: Uint8Array, algorithm: JwaAlgorithm, data: Uint8Array, signature: Uint8Array) => Promise<boolean>;
}

export interface SigningKey {
  readonly publicKey: PublicKeyInfo;
  /** keyReference of PKCS#15; null or 0: the key is named by the last byte of its path. */
  readonly keyReference: number | null;
  readonly pathEnd: number;
  /** Algorithm references that TokenInfo gives for the key. */
  readonly named: readonly number[];
}

export interface Signed {
  readonly algorithm: JwaAlgorithm;
  readonly signature: Bytes;
  readonly rung: Rung;
}

const MSE = 0x22;
const PSO = 0x2a;
const INTERNAL_AUTHENTICATE = 0x88;
/** The card lacks the right, the PIN state or the file: no other way of asking will change that. */
const hopeless = new Set([0x6982, 0x6983, 0x6984]);

/** The JWA algorithm that goes with a key (Web eID token format 1.0). */
export function algorithmOf({ algorithm, bits }: PublicKeyInfo): JwaAlgorithm {
  if (algorithm === "RSA") return "RS256";
  return bits <= 256 ? "ES256" : bits <= 384 ? "ES384" : "ES512";
}

const hashBits: Readonly<Record<JwaAlgorithm, HashBits>> = {
  RS256: 256, RS384: 384, RS512: 512,
  PS256: 256, PS384: 384, PS512: 512,
  ES256: 256, ES384: 384, ES512: 512,
};

export function hashBitsOf(algorithm: JwaAlgorithm): HashBits {
  return hashBits[algorithm];
}

/**
 * Has the card sign `data` and checks the outcome.
 * @throws CardError CARD_REFUSED when the card lacks the right; ALGORITHM_UNSUPPORTED when no rung works;
 * SIGNATURE_INVALID when the card signs, but never what was asked.
 */
export async function signWithCard(
  channel: CardChannel,
  key: SigningKey,
  data: Uint8Array,
  crypto: SignerCrypto,
  remembered: Rung | null,
  call: Call = {},
): Promise<Signed> {
  const algorithm = algorithmOf(key.publicKey);
  const bits = hashBitsOf(algorithm);
  const hash = await crypto.sha(bits, data);
  let signedSomething = false;
  for (const rung of rungs(key.publicKey.algorithm, bits, key.named, remembered)) {
    const signature = await tryRung(channel, key, rung, hash, bits, call);
    if (!signature) continue;
    signedSomething = true;
    const raw = key.publicKey.algorithm === "RSA" ? signature : toRawEcdsa(signature, key.publicKey.bits);
    if (raw && (await crypto.verify(key.publicKey.spkiDer, algorithm, data, raw))) {
      return { algorithm, signature: raw, rung };
    }
  }
  throw signedSomething
    ? new CardError("SIGNATURE_INVALID", "what the card signed does not fit its certificate")
    : new CardError("ALGORITHM_UNSUPPORTED", "the card takes none of the known ways of asking for a signature");
}

async function tryRung(
  channel: CardChannel,
  key: SigningKey,
  rung: Rung,
  hash: Uint8Array,
  bits: HashBits,
  call: Call,
): Promise<Bytes | null> {
  const algorithm = fromHex(rung.algorithm);
  const reference = key.keyReference ? Uint8Array.of(0x84, 1, key.keyReference) : Uint8Array.of(0x81, 2, 0, key.pathEnd);
  const environment = concat(algorithm.length > 0 ? Uint8Array.of(0x80, algorithm.length) : algorithm, algorithm, reference);
  const template = rung.command === "pso" ? 0xb6 : 0xa4;
  const set = await channel.send({ cla: 0, ins: MSE, p1: 0x41, p2: template, data: environment }, call);
  if (hopeless.has(set.sw)) throw refused(set.sw);
  if (set.sw !== ok) return null;
  const data = inputFor(rung, hash, bits, key.publicKey.bits);
  // A signature of 384 bytes does not fit a short answer: extended where it can be, GET RESPONSE where not.
  const le = channel.extended && key.publicKey.bits > 2048 ? 512 : 256;
  const command =
    rung.command === "pso"
      ? { cla: 0, ins: PSO, p1: 0x9e, p2: 0x9a, data, le }
      : { cla: 0, ins: INTERNAL_AUTHENTICATE, p1: 0, p2: 0, data, le };
  let { data: signature, sw } = await channel.send(command, call);
  if (sw === 0x6700 && le > 256) {
    // The card takes no extended APDU after all: the same in the short form, the rest by GET RESPONSE.
    channel.forgoExtended();
    ({ data: signature, sw } = await channel.send({ ...command, le: 256 }, call));
  }
  if (hopeless.has(sw)) throw refused(sw);
  return sw === ok && signature.length > 0 ? signature : null;
}

function refused(sw: number): CardError {
  return new CardError("CARD_REFUSED", "the card does not let the key be used", { statusWord: sw });
}

/** r ‖ s at the curve's size, from r ‖ s or from `30 { 02 r, 02 s }`; null when it is neither. */
export function toRawEcdsa(signature: Uint8Array, keyBits: number): Bytes | null {
  const size = Math.ceil(keyBits / 8);
  if (signature.length === 2 * size) return signature.slice();
  if (signature[0] !== 0x30) return null;
  const skip = (signature[1] ?? 0) === 0x81 ? 3 : 2;
  const numbers: Uint8Array[] = [];
  for (let at = skip; at + 1 < signature.length && numbers.length < 2; ) {
    const length = signature[at + 1] ?? 0;
    if (signature[at] !== 0x02) return null;
    numbers.push(signature.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  const fixed = numbers.map((number) => {
    const digits = number.subarray(Math.max(0, number.findIndex((byte) => byte !== 0)));
    const out = new Uint8Array(size);
    if (digits.length <= size) out.set(digits, size - digits.length);
    return out;
  });
  return fixed.length === 2 ? concat(...fixed) : null;
}
