// AES-256-GCM with a random nonce: a box is nonce (12) ‖ ciphertext ‖ tag (16).
import { type Bytes, concat } from "../../card/bytes.ts";
import { VaultError, type VaultErrorCode } from "../error.ts";
import { randomBytes } from "./derive.ts";

const nonceLength = 12;

/** @param nonce fresh for every box; given only by tests. */
export async function sealBox(key: CryptoKey, plaintext: Uint8Array<ArrayBuffer>, additionalData: Bytes, nonce = randomBytes(nonceLength)): Promise<Bytes> {
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData }, key, plaintext);
  return concat(nonce, new Uint8Array(sealed));
}

/** @throws VaultError with `code` when the box was not sealed with this key and data. */
export async function openBox(key: CryptoKey, box: Bytes, additionalData: Bytes, code: VaultErrorCode): Promise<Bytes> {
  if (box.length < nonceLength + 16) throw new VaultError(code, "a sealed box is cut short");
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: box.subarray(0, nonceLength), additionalData }, key, box.subarray(nonceLength)));
  } catch (error) {
    throw new VaultError(code, "a sealed box does not authenticate", error);
  }
}
