// The vault format written a second time, from docs/vault-format.md, with @noble's and Node's primitives and nothing of
// src: what it writes, the shipped code must read. (tools/restore-backup.mjs reads what the shipped code writes.)
import { createHash, createHmac, createPrivateKey, hkdfSync } from "node:crypto";
import { gcm } from "@noble/ciphers/aes.js";
import { p256 } from "@noble/curves/nist.js";
import { argon2id } from "@noble/hashes/argon2.js";

/** Bytes that follow from a name: keys and nonces of the vectors. */
export function named(name: string, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, block) => createHash("sha256").update(`${name} ${block}`).digest());
  return Buffer.concat(blocks).subarray(0, length);
}

const utf8 = (text: string): Buffer => Buffer.from(text, "utf8");
const uint32 = (value: number): Buffer => {
  const out = Buffer.alloc(4);
  out.writeUInt32BE(value);
  return out;
};
export const hkdf = (secret: Buffer, salt: Buffer, label: string): Buffer => Buffer.from(hkdfSync("sha256", secret, salt, label, 32));
const hmac = (key: Buffer, ...parts: readonly Buffer[]): Buffer => createHmac("sha256", key).update(Buffer.concat(parts)).digest();
export const box = (key: Buffer, nonce: Buffer, plaintext: Buffer, data: Buffer): Buffer => Buffer.concat([nonce, gcm(key, nonce, data).encrypt(plaintext)]);

export interface Pair {
  readonly publicKey: Buffer;
  readonly scalar: Buffer;
  readonly pkcs8: Buffer;
}

export function pair(name: string): Pair {
  const scalar = named(name, 32);
  scalar[0] = (scalar[0] ?? 0) & 0x7f;
  const publicKey = Buffer.from(p256.getPublicKey(scalar, false));
  const b64 = (part: Buffer): string => part.toString("base64url");
  const key = createPrivateKey({ key: { kty: "EC", crv: "P-256", d: b64(scalar), x: b64(publicKey.subarray(1, 33)), y: b64(publicKey.subarray(33)) }, format: "jwk" });
  return { publicKey, scalar, pkcs8: key.export({ format: "der", type: "pkcs8" }) };
}

/** RFC 9180, SealBase, with a named ephemeral key. */
export function sealTo(publicKey: Buffer, info: Buffer, plaintext: Buffer, name: string): Buffer {
  const ephemeral = pair(name);
  const dh = Buffer.from(p256.getSharedSecret(ephemeral.scalar, publicKey, true)).subarray(1);
  const kem = Buffer.from("4b454d0010", "hex");
  const suite = Buffer.from("48504b45001000010002", "hex");
  const extract = (id: Buffer, salt: Buffer, label: string, ikm: Buffer): Buffer => hmac(salt.length > 0 ? salt : Buffer.alloc(32), utf8("HPKE-v1"), id, utf8(label), ikm);
  const expand = (id: Buffer, prk: Buffer, label: string, context: Buffer, length: number): Buffer =>
    hmac(prk, Buffer.from([0, length]), utf8("HPKE-v1"), id, utf8(label), context, Buffer.from([1])).subarray(0, length);
  const none = Buffer.alloc(0);
  const shared = expand(kem, extract(kem, none, "eae_prk", dh), "shared_secret", Buffer.concat([ephemeral.publicKey, publicKey]), 32);
  const context = Buffer.concat([Buffer.from([0]), extract(suite, none, "psk_id_hash", none), extract(suite, none, "info_hash", info)]);
  const secret = extract(suite, shared, "secret", none);
  const sealed = gcm(expand(suite, secret, "key", context, 32), expand(suite, secret, "base_nonce", context, 12)).encrypt(plaintext);
  return Buffer.concat([ephemeral.publicKey, sealed]);
}

export interface SecondStream {
  readonly id: Buffer;
  readonly chunks: readonly Buffer[];
  readonly ref: { readonly stream: string; readonly key: string; readonly commitment: string; readonly size: number };
}

export class SecondVault {
  readonly vaultId = named("vault id", 16);
  readonly vaultKey = named("vault key", 32);
  readonly epoch = 3;
  #chain = Buffer.alloc(32);
  #row = 0;

  stream(name: string, content: Buffer): SecondStream {
    const [id, secret] = [named(`${name} id`, 16), named(`${name} secret`, 32)];
    const key = hkdf(secret, id, "mqv1/stream-key");
    const chunks: Buffer[] = [];
    const count = Math.max(1, Math.ceil(content.length / 61_440));
    for (let chunk = 0; chunk < count; chunk += 1) {
      const nonce = Buffer.alloc(12);
      nonce.writeUInt32BE(chunk, 7);
      nonce[11] = chunk === count - 1 ? 1 : 0;
      chunks.push(Buffer.from(gcm(key, nonce, id).encrypt(content.subarray(chunk * 61_440, (chunk + 1) * 61_440))));
    }
    const wrapped = box(hkdf(this.vaultKey, this.vaultId, "mqv1/wrap"), named(`${name} nonce`, 12), secret, Buffer.concat([utf8("mqv1/wrap"), this.vaultId, id]));
    const b64 = (part: Buffer): string => part.toString("base64");
    return { id, chunks, ref: { stream: b64(id), key: b64(wrapped), commitment: b64(hkdf(secret, id, "mqv1/stream-commit")), size: content.length } };
  }

  /** The next row of the main log. */
  row(changes: readonly unknown[]): Buffer {
    this.#row += 1;
    const body = utf8(JSON.stringify(changes));
    const plaintext = Buffer.alloc(Math.ceil((40 + body.length) / 256) * 256);
    plaintext.writeUInt16BE(0, 0);
    plaintext.writeUInt16BE(1, 2);
    this.#chain.copy(plaintext, 4);
    plaintext.writeUInt32BE(body.length, 36);
    body.copy(plaintext, 40);
    const data = Buffer.concat([utf8("mqv1/row"), this.vaultId, uint32(this.epoch), Buffer.from([1]), uint32(0), uint32(this.#row)]);
    const sealed = box(hkdf(this.vaultKey, this.vaultId, "mqv1/records"), named(`row ${this.#row} nonce`, 12), plaintext, data);
    this.#chain = createHash("sha256").update(sealed).digest();
    return sealed;
  }

  inboxEntry(entry: unknown): Buffer {
    const body = utf8(JSON.stringify(entry));
    const plaintext = Buffer.alloc(Math.ceil((4 + body.length) / 256) * 256);
    plaintext.writeUInt32BE(body.length, 0);
    body.copy(plaintext, 4);
    return sealTo(pair("inbox").publicKey, Buffer.concat([utf8("mqv1/inbox"), this.vaultId]), plaintext, "inbox ephemeral");
  }

  /** @param secrets what opens each slot, by kind. */
  header(secrets: { readonly passphrase: string; readonly recovery: Buffer; readonly passkey: Buffer; readonly card: Buffer }): Buffer {
    const b64 = (part: Buffer): string => part.toString("base64");
    const salt = named("salt", 16);
    const stretched = Buffer.from(argon2id(utf8(secrets.passphrase.normalize("NFC")), salt, { m: 19_456, t: 2, p: 1, dkLen: 32 }));
    const slots = (["passphrase", "recovery", "passkey", "card"] as const).map((kind) => {
      const id = named(`${kind} slot`, 16);
      const secret = kind === "passphrase" ? stretched : secrets[kind];
      const { publicKey, pkcs8 } = pair(`${kind} pair`);
      const argon = kind === "passphrase" ? { memory: 19_456, passes: 2, salt: b64(salt) } : { memory: 0, passes: 0, salt: "" };
      const challenge = kind === "passkey" || kind === "card" ? b64(named(`${kind} challenge`, 32)) : "";
      const credentialId = kind === "passkey" ? b64(named("credential", 20)) : "";
      const data = utf8(JSON.stringify(["mqv1/slot", b64(this.vaultId), b64(id), kind, 20_000, argon.memory, argon.passes, argon.salt, credentialId, challenge, b64(publicKey)]));
      const privateKey = box(hkdf(secret, id, "mqv1/slot-key"), named(`${kind} nonce`, 12), pkcs8, data);
      const vaultKey = sealTo(publicKey, Buffer.concat([utf8("mqv1/vault-key"), this.vaultId, id, uint32(this.epoch)]), this.vaultKey, `${kind} ephemeral`);
      return { id: b64(id), kind, madeOn: 20_000, ...argon, credentialId, challenge, publicKey: b64(publicKey), privateKey: b64(privateKey), commitment: b64(hkdf(secret, id, "mqv1/slot-commit")), vaultKey: b64(vaultKey) };
    });
    const inbox = pair("inbox");
    const inboxPrivate = box(hkdf(this.vaultKey, this.vaultId, "mqv1/inbox-wrap"), named("inbox nonce", 12), inbox.pkcs8, utf8("mqv1/inbox-private"));
    const json = utf8(JSON.stringify({ vaultId: b64(this.vaultId), epoch: this.epoch, generation: 7, slots, inboxPublic: b64(inbox.publicKey), inboxPrivate: b64(inboxPrivate), main: null, text: null }));
    const body = Buffer.concat([utf8("MQV1"), Buffer.from([1]), uint32(json.length), json]);
    return Buffer.concat([body, hmac(hkdf(this.vaultKey, this.vaultId, "mqv1/header-mac"), body)]);
  }
}
