// HPKE (RFC 9180), base mode, one message: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, from WebCrypto's parts.
// P-256 because X25519 came to Chromium's WebCrypto only with version 133.
import { type Bytes, concat, wipe } from "../../card/bytes.ts";
import { VaultError, type VaultErrorCode } from "../error.ts";
import { ascii } from "./derive.ts";

const curve = { name: "ECDH", namedCurve: "P-256" } as const;
const pointLength = 65;
/** RFC 9180 §7: KEM 0x0010, KDF 0x0001, AEAD 0x0002. */
const kemSuite = concat(ascii("KEM"), Uint8Array.of(0x00, 0x10));
const suite = concat(ascii("HPKE"), Uint8Array.of(0x00, 0x10, 0x00, 0x01, 0x00, 0x02));
const none = new Uint8Array(0);

async function hmac(keyBytes: Bytes, data: Bytes): Promise<Bytes> {
  // HMAC pads a short key with zeros (RFC 2104), so an empty salt is as good as one of zeros (RFC 5869 §2.2), which WebCrypto wants.
  const key = await crypto.subtle.importKey("raw", keyBytes.length > 0 ? keyBytes : new Uint8Array(32), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, data));
}

/** RFC 9180 §4. */
const labeledExtract = (id: Bytes, salt: Bytes, label: string, ikm: Bytes): Promise<Bytes> => hmac(salt, concat(ascii("HPKE-v1"), id, ascii(label), ikm));

/** RFC 9180 §4; one block of HKDF-Expand is enough, as nothing here is longer than 32 bytes. */
async function labeledExpand(id: Bytes, prk: Bytes, label: string, info: Bytes, length: number): Promise<Bytes> {
  const block = await hmac(prk, concat(Uint8Array.of(length >> 8, length & 0xff), ascii("HPKE-v1"), id, ascii(label), info, Uint8Array.of(1)));
  return block.subarray(0, length);
}

/** §4.1 ExtractAndExpand, then §5.1 KeySchedule in base mode. */
async function keySchedule(dh: Bytes, kemContext: Bytes, info: Bytes): Promise<{ readonly key: CryptoKey; readonly nonce: Bytes }> {
  const prk = await labeledExtract(kemSuite, none, "eae_prk", dh);
  const shared = await labeledExpand(kemSuite, prk, "shared_secret", kemContext, 32);
  const context = concat(Uint8Array.of(0), await labeledExtract(suite, none, "psk_id_hash", none), await labeledExtract(suite, none, "info_hash", info));
  const secret = await labeledExtract(suite, shared, "secret", none);
  const raw = await labeledExpand(suite, secret, "key", context, 32);
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  const nonce = await labeledExpand(suite, secret, "base_nonce", context, 12);
  wipe(dh, prk, shared, secret, raw);
  return { key, nonce };
}

const rawPublic = async (key: CryptoKey): Promise<Bytes> => new Uint8Array(await crypto.subtle.exportKey("raw", key));
const agree = async (mine: CryptoKey, theirs: CryptoKey): Promise<Bytes> => new Uint8Array(await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, mine, 256));

export interface KeyPairBytes {
  /** Uncompressed point, 65 bytes. */
  readonly publicKey: Bytes;
  /** PKCS #8; to be wrapped and then wiped by the caller. */
  readonly privateKey: Bytes;
}

export async function newKeyPair(): Promise<KeyPairBytes> {
  const pair = await crypto.subtle.generateKey(curve, true, ["deriveBits"]);
  return { publicKey: await rawPublic(pair.publicKey), privateKey: new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey)) };
}

/** @param pkcs8 is wiped. */
export async function importPrivateKey(pkcs8: Bytes): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey("pkcs8", pkcs8, curve, false, ["deriveBits"]);
  wipe(pkcs8);
  return key;
}

/**
 * @param publicKey the receiver's uncompressed point.
 * @param ephemeral fresh for every message; given only by tests.
 * @returns enc (65) ‖ ciphertext ‖ tag (16)
 */
export async function sealTo(publicKey: Bytes, info: Bytes, plaintext: Bytes, ephemeral?: CryptoKeyPair): Promise<Bytes> {
  const receiver = await crypto.subtle.importKey("raw", publicKey, curve, false, []);
  const mine = ephemeral ?? (await crypto.subtle.generateKey(curve, false, ["deriveBits"]));
  const enc = await rawPublic(mine.publicKey);
  const { key, nonce } = await keySchedule(await agree(mine.privateKey, receiver), concat(enc, publicKey), info);
  return concat(enc, new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, plaintext)));
}

/** @throws VaultError with `code` when it was not sealed to this key. */
export async function openSealed(privateKey: CryptoKey, publicKey: Bytes, info: Bytes, message: Bytes, code: VaultErrorCode): Promise<Bytes> {
  try {
    const enc = message.slice(0, pointLength);
    const sender = await crypto.subtle.importKey("raw", enc, curve, false, []);
    const { key, nonce } = await keySchedule(await agree(privateKey, sender), concat(enc, publicKey), info);
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, key, message.subarray(pointLength)));
  } catch (error) {
    throw new VaultError(code, "a sealed message does not open", error);
  }
}
