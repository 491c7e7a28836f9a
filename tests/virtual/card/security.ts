// MANAGE SECURITY ENVIRONMENT and what a key then does, ISO 7816-4 §11.6.11 and ISO 7816-8 §11.
import { type Algorithm, algorithmFor, DIGEST_INFO_PREFIX, HASH_LENGTH } from "./algorithms.ts";
import { type Answer, type Command, sw } from "./apdu.ts";
import type { Behaviour } from "./behaviour.ts";
import { type Bytes, hex, join, toHex } from "./bytes.ts";
import type { CardCrypto } from "./cardCrypto.ts";
import { parseTlv } from "./der.ts";
import type { CardImage, CardKey } from "./image.ts";
import { KEY_FILE, keyReferences, SIGNATURE_DF } from "./layout.ts";
import type { Pin } from "./pin.ts";

export interface Environment {
  readonly key: "authentication" | "signing";
  readonly algorithm: Algorithm;
}

/** MSE SET (P1 = 41): 80 algorithm, 84 key reference or 81 key file. */
export function setEnvironment(command: Command, image: CardImage, behaviour: Behaviour, currentDf: number): Environment | Answer {
  const { p1, p2, data } = command;
  if (p1 !== 0x41 || (p2 !== 0xb6 && p2 !== 0xa4)) return sw(0x6a86);
  const objects = parseTlv(data);
  if (!objects) return sw(0x6a80);
  const value = (tag: string): Bytes | undefined => objects.find((object) => object.tag === tag)?.value;
  const references = keyReferences(image);
  const byReference = value("84")?.[0];
  const byFile = value("81");
  const file = byFile?.at(-1);
  let key: Environment["key"] | null = null;
  if (byReference !== undefined) {
    if (byReference === references.authentication) key = "authentication";
    if (byReference === references.signing) key = "signing";
  } else if (file === (KEY_FILE.authentication & 0xff) && currentDf !== SIGNATURE_DF) key = "authentication";
  else if (file === (KEY_FILE.signing & 0xff) && currentDf === SIGNATURE_DF) key = "signing";
  if (!key) return sw(0x6a88);
  const reference = toHex(value("80") ?? new Uint8Array(0));
  if (!behaviour.algorithms.includes(reference)) return sw(0x6a80);
  const algorithm = algorithmFor(reference, image.keys[key].type);
  return algorithm ? { key, algorithm } : sw(0x6a80);
}

/** The signature over what the host handed in, or a status word. */
export function compute(environment: Environment, input: Bytes, image: CardImage, behaviour: Behaviour, crypto: CardCrypto): Answer {
  const { algorithm } = environment;
  const key: CardKey = image.keys[environment.key];
  if (algorithm.scheme === "ecdsa") {
    return input.length < 20 || input.length > 64 ? sw(0x6a80) : sw(0x9000, crypto.ecdsa(key.jwk, input));
  }
  const block = paddedBlock(algorithm, input, key.bits / 8, behaviour);
  return block ? sw(0x9000, crypto.rsaRaw(key.jwk, block)) : sw(0x6a80);
}

function paddedBlock(algorithm: Algorithm, input: Bytes, size: number, behaviour: Behaviour): Bytes | null {
  if (algorithm.scheme === "raw") return input.length === size ? input : null;
  if (algorithm.scheme === "pss") return null;
  let info = input;
  if (algorithm.input === "hash") {
    if (algorithm.hash === null || input.length !== HASH_LENGTH[algorithm.hash]) return null;
    // "Re-hashing" cards sign something well-formed that nobody asked for: here, the reversed hash.
    const hash = behaviour.rehashes ? input.slice().reverse() : input;
    info = join(hex(DIGEST_INFO_PREFIX[algorithm.hash]), hash);
  } else if (!Object.values(DIGEST_INFO_PREFIX).some((prefix) => toHex(input).startsWith(prefix))) return null;
  if (info.length > size - 11) return null;
  return join(Uint8Array.of(0, 1), new Uint8Array(size - info.length - 3).fill(0xff), Uint8Array.of(0), info);
}

/** Whether the PIN that guards the key has been given; a signing key spends its consent. */
export function allowed(environment: Environment, pins: { readonly login: Pin; readonly signing: Pin }, behaviour: Behaviour): boolean {
  if (environment.key === "authentication") return pins.login.verified;
  const { signing } = pins;
  if (!signing.verified || !signing.active) return false;
  if (!behaviour.userConsent) return true;
  if (signing.consents === 0) return false;
  signing.consents -= 1;
  return true;
}
