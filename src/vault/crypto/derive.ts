// HKDF-SHA-256 (RFC 5869) and HMAC-SHA-256 (RFC 2104), by WebCrypto. All labels of the format are in here.
import { concat, type Bytes } from "../../card/bytes.ts";

const utf8 = new TextEncoder();

/** Labels (docs/vault-format.md, "Derived keys"). */
export const labels = {
  headerMac: "mqv1/header-mac",
  records: "mqv1/records",
  wrap: "mqv1/wrap",
  inboxWrap: "mqv1/inbox-wrap",
  slotKey: "mqv1/slot-key",
  slotCommit: "mqv1/slot-commit",
  streamKey: "mqv1/stream-key",
  streamCommit: "mqv1/stream-commit",
  folderId: "mqv1/folder-id",
  folderKey: "mqv1/folder-key",
} as const;

/** A label as bytes. */
export function ascii(text: string): Bytes {
  return concat(utf8.encode(text));
}

/** 32 bits, big endian. */
export function uint32(value: number): Bytes {
  return Uint8Array.of(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);
}

export async function importSecret(secret: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits", "deriveKey"]);
}

const hkdf = (salt: Bytes, label: string): HkdfParams => ({ name: "HKDF", hash: "SHA-256", salt, info: ascii(label) });

/** A key for AES-256-GCM that never leaves WebCrypto. */
export async function deriveAes(secret: CryptoKey, salt: Bytes, label: string): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(hkdf(salt, label), secret, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** A key for HMAC-SHA-256 (32 bytes) that never leaves WebCrypto. */
export async function deriveHmac(secret: CryptoKey, salt: Bytes, label: string): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(hkdf(salt, label), secret, { name: "HMAC", hash: "SHA-256", length: 256 }, false, ["sign", "verify"]);
}

export async function deriveBytes(secret: CryptoKey, salt: Bytes, label: string, length = 32): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.deriveBits(hkdf(salt, label), secret, length * 8));
}

export async function sha256(...parts: readonly Uint8Array[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", concat(...parts)));
}

/** Whether two byte strings are the same, in a time that does not tell where they differ. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (const [at, byte] of a.entries()) difference |= byte ^ (b[at] ?? 0);
  return difference === 0;
}

export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(new ArrayBuffer(length)));
}
