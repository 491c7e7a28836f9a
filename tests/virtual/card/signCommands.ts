// MANAGE SECURITY ENVIRONMENT, PERFORM SECURITY OPERATION and INTERNAL AUTHENTICATE: ISO 7816-4 §11.5, 7816-8 §5.
import { type Algorithm, DIGEST_INFO_PREFIX, HASH_LENGTH, type HashName, algorithmFor } from "./algorithms.ts";
import { type Answer, type Command, sw } from "./apdu.ts";
import type { Behaviour } from "./behaviour.ts";
import { type Bytes, toHex, toUint } from "./bytes.ts";
import { type CardCrypto, digest, digestInfo, pkcs1Block, pssBlock } from "./crypto.ts";
import { parseTlv } from "./der.ts";
import type { CardImage, CardKey } from "./image.ts";
import { KEY_FILE, SIGNATURE_DF, keyReferences } from "./layout.ts";
import type { Pin } from "./pin.ts";

type KeyName = "authentication" | "signing";

interface Environment {
  readonly key: KeyName;
  readonly algorithm: Algorithm;
  readonly reference: string;
}

export interface SignHost {
  readonly image: CardImage;
  readonly behaviour: Behaviour;
  readonly crypto: CardCrypto;
  readonly loginPin: Pin;
  readonly signingPin: Pin;
  readonly currentDf: number;
}

export class SecurityEnvironment {
  #templates = new Map<number, Environment>();
  #hash: Bytes | null = null;

  reset(): void {
    this.#templates.clear();
    this.#hash = null;
  }

  manage(host: SignHost, { p1, p2, data }: Command): Answer {
    if (p1 === 0xf3) {
      this.reset();
      return data.length > 0 ? sw(0x6700) : sw(0x9000);
    }
    if ((p1 & 0x0f) !== 0x01) return sw(0x6a86);
    // HT of IAS-ECC names a hash for PSO HASH; the precomputed form used here needs none, so it is only checked.
    if (p2 === 0xaa) return parseTlv(data)?.[0]?.tag === "80" ? sw(0x9000) : sw(0x6a80);
    if (p2 !== 0xb6 && p2 !== 0xa4) return sw(0x6a88);
    const objects = parseTlv(data);
    if (objects === null) return sw(0x6a80);
    const value = (...tags: string[]): Bytes | undefined => objects.find((object) => tags.includes(object.tag))?.value;
    const key = keyNamed(host, value("83", "84"), value("81"));
    if (key === null) return sw(0x6a88);
    const reference = toHex(value("80") ?? new Uint8Array(0));
    if (!host.behaviour.algorithms.includes(reference)) return sw(0x6a80);
    const algorithm = algorithmFor(reference, host.image.keys[key].type);
    if (algorithm === null) return sw(0x6a80);
    this.#templates.set(p2, { key, algorithm, reference });
    return sw(0x9000);
  }

  /** 2A 90 A0: takes the finished hash (90); hashing the last block on the card (IAS-ECC) is not offered. */
  hash({ data }: Command): Answer {
    const object = parseTlv(data)?.[0];
    if (object?.tag !== "90" || !Object.values(HASH_LENGTH).includes(object.value.length)) return sw(0x6a80);
    this.#hash = object.value;
    return sw(0x9000);
  }

  /** 2A 9E 9A with template B6, or INTERNAL AUTHENTICATE with template A4. */
  async sign(host: SignHost, template: 0xb6 | 0xa4, data: Bytes): Promise<Answer> {
    const environment = this.#templates.get(template);
    if (environment === undefined) return sw(0x6985);
    const signing = environment.key === "signing";
    const pin = signing ? host.signingPin : host.loginPin;
    if (signing && (host.currentDf !== SIGNATURE_DF || !pin.active)) return sw(0x6985);
    if (!pin.verified || (signing && host.behaviour.userConsent && pin.consents === 0)) return sw(0x6982);
    // User consent is spent by the attempt: a refused input costs the VERIFY as well.
    if (signing && host.behaviour.userConsent) pin.forget();
    const input = data.length > 0 ? data : (this.#hash ?? data);
    this.#hash = null;
    const signature = await produce(host, host.image.keys[environment.key], environment, input);
    return signature === null ? sw(0x6a80) : sw(0x9000, signature);
  }
}

/** By reference (84/83), or by file (81: identifier, or last path byte, or whole path). Local keys in their own DF. */
function keyNamed(host: SignHost, reference: Bytes | undefined, file: Bytes | undefined): KeyName | null {
  const references = keyReferences(host.image);
  const here: KeyName = host.currentDf === SIGNATURE_DF ? "signing" : "authentication";
  const fid = KEY_FILE[here];
  if (reference !== undefined) {
    return toUint(reference) === (references[here] ?? (fid & 0xff)) ? here : null;
  }
  if (file === undefined) return null;
  const last = file.slice(-2);
  const named = last.length === 1 || last[0] === 0 ? toUint(last) === (fid & 0xff) : toUint(last) === fid;
  return named ? here : null;
}

async function produce(host: SignHost, key: CardKey, { algorithm, reference }: Environment, input: Bytes) {
  const length = key.bits / 8;
  if (algorithm.scheme === "ecdsa") {
    const fits = algorithm.hash === null ? input.length > 0 && input.length <= length : isHash(input, algorithm.hash);
    return fits ? host.crypto.ecdsa(key, input) : null;
  }
  const block = await paddedBlock(host, algorithm, reference, input, length);
  return block === null ? null : host.crypto.rsaRaw(key, block);
}

function isHash(input: Bytes, hash: HashName): boolean {
  return input.length === HASH_LENGTH[hash];
}

async function paddedBlock(
  { behaviour }: SignHost,
  { scheme, input: kind, hash }: Algorithm,
  reference: string,
  input: Bytes,
  length: number,
): Promise<Bytes | null> {
  // The modulus has its top bit set, so a block below 80 00 … is below the modulus.
  if (scheme === "raw") return input.length === length && (input[0] ?? 0) < 0x80 ? input : null;
  if (kind === "digestInfo") return isDigestInfo(input) ? pkcs1Block(input, length) : null;
  if (hash === null || !isHash(input, hash)) return null;
  const again = behaviour.rehashes && ["28", "29", "2A"].includes(reference);
  const value = again ? await digest(hash, input) : input;
  return scheme === "pss" ? pssBlock(hash, value, length) : pkcs1Block(digestInfo(hash, value), length);
}

function isDigestInfo(input: Bytes): boolean {
  const text = toHex(input);
  return Object.entries(DIGEST_INFO_PREFIX).some(
    ([hash, prefix]) => text.startsWith(prefix) && isHash(input.slice(prefix.length / 2), hash as HashName),
  );
}
