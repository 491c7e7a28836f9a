// The format's known answers, made by the second implementation alone. Every key, nonce and content follows from a name
// (`named`), so that a third implementation can make and read all of it: tests/vectors/vault/mqv1.json.
import { createHash } from "node:crypto";
import { argon2id } from "@noble/hashes/argon2.js";
import { box, hkdf, named, pair, sealTo, SecondVault } from "./secondVault.ts";

export const edgeSizes: readonly number[] = [0, 1, 61_439, 61_440, 61_441, 122_880, 400_000];
export const secrets = { passphrase: "ორი მთა და ერთი ზღვა", recovery: named("recovery", 20), passkey: named("passkey", 32), card: named("card", 256) };
export const contentOf = (size: number): Buffer => named(`content ${size}`, size);
export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
const utf8 = (text: string): Buffer => Buffer.from(text, "utf8");

export const documentValue = (size: number, ref: object): object => ({
  name: `${size}.bin`, type: "", category: null, tags: [], organisation: null, folder: "", signed: null, keepUntil: null, source: "file", extra: {}, addedAt: 1, binnedAt: null,
  revisions: [{ revision: 1, storedAt: 1, sha256: sha256(contentOf(size)), conflict: false, ...ref }],
});

function boxVector(name: string, plaintext: Buffer) {
  const [key, nonce, data] = [named(`${name} key`, 32), named(`${name} nonce`, 12), named(`${name} data`, 20)];
  return { key: hex(key), nonce: hex(nonce), data: hex(data), plaintext: hex(plaintext), box: hex(box(key, nonce, plaintext, data)) };
}

function sealVector(name: string, plaintext: Buffer) {
  const [receiver, ephemeral, info] = [pair(`${name} receiver`), pair(`${name} ephemeral`), utf8(`mqv1/${name}`)];
  return {
    privateKey: hex(receiver.pkcs8), publicKey: hex(receiver.publicKey), ephemeralPrivateKey: hex(ephemeral.pkcs8), ephemeralPublicKey: hex(ephemeral.publicKey),
    info: hex(info), plaintext: hex(plaintext), message: hex(sealTo(receiver.publicKey, info, plaintext, `${name} ephemeral`)),
  };
}

export function makeVectors() {
  const second = new SecondVault();
  const streams = edgeSizes.map((size) => {
    const name = `stream ${size}`;
    const { id, chunks, ref } = second.stream(name, contentOf(size));
    // A chunk is as long as a test is patient; what it must be, its hash says.
    return { size, content: sha256(contentOf(size)), id: hex(id), secret: hex(named(`${name} secret`, 32)), ref, chunks: chunks.map((chunk) => ({ length: chunk.length, sha256: sha256(chunk), ...(chunk.length <= 64 ? { sealed: hex(chunk) } : {}) })) };
  });
  const rows = edgeSizes.map((size, at) => {
    const changes = [["documents", `d${size}`, `00000000${at}-0000-aaaaaa`, 1, documentValue(size, streams[at]?.ref ?? {})]];
    return { row: at + 1, changes, sealed: base64(second.row(changes)) };
  });
  const entry = { kind: "record", collection: "drafts", id: "kept", value: "დრაფტი", at: 5 };
  const derived = Object.fromEntries(["header-mac", "records", "wrap", "inbox-wrap"].map((label) => [label, hex(hkdf(second.vaultKey, second.vaultId, `mqv1/${label}`))]));
  return {
    about: "docs/vault-format.md, version 1, suite 1. A value named N of length L is SHA-256(\"N 0\") ‖ SHA-256(\"N 1\") ‖ …, cut to L. Content of a stream: named \"content SIZE\". Hexadecimal, but for what the format itself has in base64.",
    vaultId: hex(second.vaultId), vaultKey: hex(second.vaultKey), epoch: second.epoch, derived,
    slots: {
      passphrase: { text: secrets.passphrase, salt: hex(named("salt", 16)), memory: 19_456, passes: 2, secret: hex(argon2id(utf8(secrets.passphrase.normalize("NFC")), named("salt", 16), { m: 19_456, t: 2, p: 1, dkLen: 32 })) },
      recovery: { secret: hex(secrets.recovery), code: "SX70-58TN-N2Q1-MVAX-K9W6-RKXS-6T8E-1RQA-D2" },
      passkey: { secret: hex(secrets.passkey), slotId: base64(named("passkey slot", 16)) },
      card: { secret: hex(secrets.card), slotId: base64(named("card slot", 16)) },
    },
    header: base64(second.header(secrets)),
    boxes: [boxVector("empty box", Buffer.alloc(0)), boxVector("short box", named("short", 1)), boxVector("padded box", named("padded", 256))],
    seals: [sealVector("vault-key", named("sealed key", 32)), sealVector("inbox", named("sealed entry", 256))],
    streams, rows,
    inbox: { entry, sealed: base64(second.inboxEntry(entry)) },
  };
}

export type Vectors = ReturnType<typeof makeVectors>;
