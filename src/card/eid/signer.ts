// MANAGE SECURITY ENVIRONMENT and the signature itself, up the ladder until the certificate agrees.
// See: [Note: algorithm ladder]. ISO/IEC 7816-4 §11.5.11, ISO/IEC 7816-8 §11.
import type { JwaAlgorithm } from "../api.ts";
import { type Bytes, concat, fromHex } from "../bytes.ts";
import { CardError } from "../error.ts";
import type { Call, CardChannel } from "../iso7816/cardChannel.ts";
import { ok } from "../iso7816/statusWord.ts";
import type { PublicKeyInfo } from "../x509/publicKey.ts";
import { type HashBits, hashBitsOf, schemeOf } from "./algorithm.ts";
import { pssBlock, type Sha } from "./pss.ts";
import { digestInfo, pkcs1Block, type Rung, rungs } from "./rung.ts";

export interface SignerCrypto {
  readonly sha: Sha;
  /** Checks a signature over `data`, which it hashes itself; ECDSA signatures are r ‖ s. */
  readonly verify: (spkiDer: Uint8Array, algorithm: JwaAlgorithm, data: Uint8Array, signature: Uint8Array) => Promise<boolean>;
  /** The same for a digest that is there already. */
  readonly verifyDigest: (key: PublicKeyInfo, algorithm: JwaAlgorithm, digest: Uint8Array, signature: Uint8Array) => Promise<boolean>;
  readonly random: (length: number) => Bytes;
}

export interface SigningKey {
  readonly publicKey: PublicKeyInfo;
  /** keyReference of PKCS#15; null or 0: the key is named by the last byte of its path. */
  readonly keyReference: number | null;
  readonly pathEnd: number;
  /** Algorithm references that TokenInfo gives for the key. */
  readonly named: readonly number[];
}

export interface SignJob {
  readonly key: SigningKey;
  readonly algorithm: JwaAlgorithm;
  readonly hash: Uint8Array;
  /** Whether a signature is one of `hash` by this key. */
  readonly check: (signature: Bytes) => Promise<boolean>;
  readonly remembered: Rung | null;
  /**
   * Called when the card is about to sign; verifies the PIN if it is not verified.
   * @param again the card has just said that it is not, after an attempt that used the consent up
   */
  readonly consent?: (again: boolean) => Promise<void>;
}

export interface Signed {
  readonly signature: Bytes;
  readonly rung: Rung;
}

const MSE = 0x22;
const PSO = 0x2a;
const INTERNAL_AUTHENTICATE = 0x88;
const notAuthorised = 0x6982;
const noEnvironment = 0x6985;
/** The card lacks the right, the PIN state or the file: no other way of asking will change that. */
const hopeless = new Set([notAuthorised, 0x6983, 0x6984]);

/**
 * Has the card sign a hash and checks the outcome.
 * @throws CardError CARD_REFUSED when the card lacks the right; ALGORITHM_UNSUPPORTED when no rung works;
 * SIGNATURE_INVALID when the card signs, but never what was asked.
 */
export async function signWithCard(channel: CardChannel, job: SignJob, crypto: SignerCrypto, call: Call = {}): Promise<Signed> {
  const { key, algorithm, remembered } = job;
  let tried = false;
  let signedSomething = false;
  for (const rung of rungs(schemeOf(algorithm), hashBitsOf(algorithm), key.named, remembered)) {
    const signature = await tryRung(channel, job, rung, tried, crypto, call);
    if (signature === "refused") continue;
    tried = true;
    if (!signature) continue;
    signedSomething = true;
    const raw = key.publicKey.algorithm === "RSA" ? signature : toRawEcdsa(signature, key.publicKey.bits);
    if (raw && (await job.check(raw))) return { signature: raw, rung };
  }
  throw signedSomething
    ? new CardError("SIGNATURE_INVALID", "what the card signed does not fit its certificate")
    : new CardError("ALGORITHM_UNSUPPORTED", "the card takes none of the known ways of asking for a signature");
}

/** Asks for an algorithm without asking for a signature: costs no PIN. @throws CardError CARD_REFUSED */
export async function setEnvironment(channel: CardChannel, key: SigningKey, rung: Rung, call: Call = {}): Promise<boolean> {
  const algorithm = fromHex(rung.algorithm);
  const reference = key.keyReference ? Uint8Array.of(0x84, 1, key.keyReference) : Uint8Array.of(0x81, 2, 0, key.pathEnd);
  const environment = concat(algorithm.length > 0 ? Uint8Array.of(0x80, algorithm.length) : algorithm, algorithm, reference);
  const template = rung.command === "pso" ? 0xb6 : 0xa4;
  const { sw } = await channel.send({ cla: 0, ins: MSE, p1: 0x41, p2: template, data: environment }, call);
  if (hopeless.has(sw)) throw refused(sw);
  return sw === ok;
}

/** @returns "refused" when the card would not even hear of it, so that no consent was used; null when it did not sign. */
async function tryRung(channel: CardChannel, job: SignJob, rung: Rung, tried: boolean, crypto: SignerCrypto, call: Call): Promise<Bytes | "refused" | null> {
  if (!(await setEnvironment(channel, job.key, rung, call))) return "refused";
  await job.consent?.(false);
  const input = await inputFor(rung, job, crypto);
  let { data, sw } = await compute(channel, job, rung, input, call);
  if (job.consent && sw === notAuthorised && tried) {
    // The attempt before this one used the consent up without yielding a signature.
    await job.consent(true);
    ({ data, sw } = await compute(channel, job, rung, input, call));
  }
  // Some cards forget the environment with a VERIFY: the same once more.
  if (sw === noEnvironment && (await setEnvironment(channel, job.key, rung, call))) ({ data, sw } = await compute(channel, job, rung, input, call));
  if (hopeless.has(sw)) throw refused(sw);
  return sw === ok && data.length > 0 ? data : null;
}

async function compute(channel: CardChannel, { key }: SignJob, rung: Rung, data: Bytes, call: Call) {
  // A signature of 384 bytes does not fit a short answer: extended where it can be, GET RESPONSE where not.
  const le = channel.extended && key.publicKey.bits > 2048 ? 512 : 256;
  const command =
    rung.command === "pso"
      ? { cla: 0, ins: PSO, p1: 0x9e, p2: 0x9a, data, le }
      : { cla: 0, ins: INTERNAL_AUTHENTICATE, p1: 0, p2: 0, data, le };
  const response = await channel.send(command, call);
  if (response.sw !== 0x6700 || le <= 256) return response;
  // The card takes no extended APDU after all: the same in the short form, the rest by GET RESPONSE.
  channel.forgoExtended();
  return await channel.send({ ...command, le: 256 }, call);
}

/** What the card is handed: the hash, a DigestInfo, or a whole padded block. */
export async function inputFor(rung: Rung, { algorithm, hash, key }: Pick<SignJob, "algorithm" | "hash" | "key">, crypto: Pick<SignerCrypto, "sha" | "random">): Promise<Bytes> {
  const bits: HashBits = hashBitsOf(algorithm);
  const length = key.publicKey.bits / 8;
  if (rung.input === "hash") return hash.slice();
  if (rung.input === "digestInfo") return digestInfo(hash, bits);
  return schemeOf(algorithm) === "pss" ? await pssBlock(crypto.sha, bits, hash, crypto.random(bits / 8), length) : pkcs1Block(hash, bits, length);
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
