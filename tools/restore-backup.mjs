#!/usr/bin/env node
// Reads a backup of the document vault, or the folder for several computers, without the extension: Node 20 or newer, nothing else. It shares no code with the
// extension; docs/vault-format.md is what it is written from.
//
//   node restore-backup.mjs BACKUP.mqvault OUTPUT-FOLDER
//   node restore-backup.mjs SHARED-FOLDER OUTPUT-FOLDER
//
// For a shared folder it asks for the folder's code. For a backup it asks for the recovery code on the printed sheet. With --passphrase it asks for the passphrase instead; that needs
// Node 24.7 or newer (its crypto module has Argon2) or `npm install @noble/hashes` beside this file.
import { createDecipheriv, createECDH, createHash, createHmac, createPrivateKey, hkdfSync, timingSafeEqual } from "node:crypto";
import * as nodeCrypto from "node:crypto";
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, statSync, writeFileSync, writeSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const chunkSize = 61440;
const bytes = (base64) => Buffer.from(base64, "base64");
const uint32 = (value) => {
  const out = Buffer.alloc(4);
  out.writeUInt32BE(value);
  return out;
};
const hkdf = (secret, salt, label, length = 32) => Buffer.from(hkdfSync("sha256", secret, salt, label, length));
const hmac = (key, ...parts) => createHmac("sha256", key).update(Buffer.concat(parts)).digest();
const text = (value) => Buffer.from(value, "utf8");

function openGcm(key, nonce, sealed, additional) {
  const decipher = createDecipheriv("aes-256-gcm", key, nonce);
  decipher.setAAD(additional);
  decipher.setAuthTag(sealed.subarray(sealed.length - 16));
  return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - 16)), decipher.final()]);
}

/** nonce (12) ‖ ciphertext ‖ tag (16) */
const openBox = (key, box, additional) => openGcm(key, box.subarray(0, 12), box.subarray(12), additional);

/** RFC 9180, base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, one message. */
function openSealed(privateKeyPkcs8, publicKey, info, message) {
  const enc = message.subarray(0, 65);
  const ecdh = createECDH("prime256v1");
  const { d } = createPrivateKey({ key: privateKeyPkcs8, format: "der", type: "pkcs8" }).export({ format: "jwk" });
  ecdh.setPrivateKey(Buffer.from(d, "base64url"));
  const dh = ecdh.computeSecret(enc);
  const kem = Buffer.concat([text("KEM"), Buffer.from([0x00, 0x10])]);
  const suite = Buffer.concat([text("HPKE"), Buffer.from([0x00, 0x10, 0x00, 0x01, 0x00, 0x02])]);
  const extract = (id, salt, label, ikm) => hmac(salt.length > 0 ? salt : Buffer.alloc(32), text("HPKE-v1"), id, text(label), ikm);
  const expand = (id, prk, label, context, length) => hmac(prk, Buffer.from([length >> 8, length & 255]), text("HPKE-v1"), id, text(label), context, Buffer.from([1])).subarray(0, length);
  const none = Buffer.alloc(0);
  const shared = expand(kem, extract(kem, none, "eae_prk", dh), "shared_secret", Buffer.concat([enc, publicKey]), 32);
  const context = Buffer.concat([Buffer.from([0]), extract(suite, none, "psk_id_hash", none), extract(suite, none, "info_hash", info)]);
  const secret = extract(suite, shared, "secret", none);
  return openGcm(expand(suite, secret, "key", context, 32), expand(suite, secret, "base_nonce", context, 12), message.subarray(65), none);
}

export function parseRecoveryCode(code) {
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const letters = [...code.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1")];
  const values = letters.map((letter) => alphabet.indexOf(letter));
  if (letters.length !== 34 || values.includes(-1)) throw new Error("that is not a recovery code");
  let number = 0n;
  for (const value of values.slice(0, 32)) number = number * 32n + BigInt(value);
  const secret = Buffer.from(number.toString(16).padStart(40, "0"), "hex");
  const hash = createHash("sha256").update(secret).digest();
  if (values[32] !== hash[0] >> 3 || values[33] !== (((hash[0] & 7) << 2) | (hash[1] >> 6))) throw new Error("the recovery code has a mistake in it");
  return secret;
}

async function argon2id(passphrase, { salt, memory, passes }) {
  const parameters = { memory, passes, parallelism: 1, tagLength: 32 };
  if (nodeCrypto.argon2Sync) return nodeCrypto.argon2Sync("argon2id", { message: passphrase, nonce: bytes(salt), ...parameters });
  const { argon2id: noble } = await import("@noble/hashes/argon2.js").catch(() => {
    throw new Error("this Node has no Argon2: use Node 24.7, or run `npm install @noble/hashes` here, or use the recovery code");
  });
  return Buffer.from(noble(passphrase, bytes(salt), { m: memory, t: passes, p: 1, dkLen: 32 }));
}

/** @param secretOf slot → what opens it (Buffer), or null to pass it over. */
export async function openHeader(header, secretOf) {
  if (header.subarray(0, 4).toString("latin1") !== "MQV1" || header[4] !== 1) throw new Error("not a vault of a known version");
  const length = header.readUInt32BE(5);
  const body = header.subarray(0, 9 + length);
  const value = JSON.parse(body.subarray(9).toString("utf8"));
  const vaultId = bytes(value.vaultId);
  for (const slot of value.slots) {
    const secret = await secretOf(slot);
    if (!secret) continue;
    const id = bytes(slot.id);
    if (!timingSafeEqual(hkdf(secret, id, "mqv1/slot-commit"), bytes(slot.commitment))) continue;
    const data = text(JSON.stringify(["mqv1/slot", value.vaultId, slot.id, slot.kind, slot.madeOn, slot.memory, slot.passes, slot.salt, slot.credentialId, slot.challenge, slot.publicKey]));
    const privateKey = openBox(hkdf(secret, id, "mqv1/slot-key"), bytes(slot.privateKey), data);
    const info = Buffer.concat([text("mqv1/vault-key"), vaultId, id, uint32(value.epoch)]);
    const vaultKey = openSealed(privateKey, bytes(slot.publicKey), info, bytes(slot.vaultKey));
    if (!timingSafeEqual(hmac(hkdf(vaultKey, vaultId, "mqv1/header-mac"), body), header.subarray(9 + length))) throw new Error("the header was changed by somebody else");
    return { ...value, vaultId, wrapKey: hkdf(vaultKey, vaultId, "mqv1/wrap"), recordKey: hkdf(vaultKey, vaultId, "mqv1/records") };
  }
  throw new Error("that does not open the backup");
}

/** A stream's key, from its wrapped secret. */
export function streamKey(vault, { stream, key, secret: plain, commitment }) {
  const id = bytes(stream);
  // In a shared folder the secret stands beside it, inside the folder's own encryption.
  const secret = plain ? bytes(plain) : openBox(vault.wrapKey, bytes(key), Buffer.concat([text("mqv1/wrap"), vault.vaultId, id]));
  if (!timingSafeEqual(hkdf(secret, id, "mqv1/stream-commit"), bytes(commitment))) throw new Error("a stream's key is another one's");
  return { id, key: hkdf(secret, id, "mqv1/stream-key") };
}

function openChunk({ id, key }, chunk, last, sealed) {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(chunk, 7);
  nonce[11] = last ? 1 : 0;
  return openGcm(key, nonce, sealed, id);
}

/** The list of documents stands in a backup twice: the copy that opens is taken. */
function openAnyCopy(key, chunk, last, sealedOf) {
  for (let copy = 0; ; copy += 1) {
    const sealed = sealedOf(copy);
    if (!sealed && copy === 0) throw new Error("a piece is missing");
    if (!sealed) throw new Error("a piece is damaged");
    try {
      return openChunk(key, chunk, last, sealed);
    } catch {
      // The next one.
    }
  }
}

/** Plaintext pieces of a stream. @param sealedOf (stream id as base64, chunk number, copy) → Buffer or null */
export function* readStream(vault, ref, sealedOf) {
  const key = streamKey(vault, ref);
  const count = Math.max(1, Math.ceil(ref.size / chunkSize));
  for (let chunk = 0; chunk < count; chunk += 1) {
    yield openAnyCopy(key, chunk, chunk === count - 1, (copy) => sealedOf(ref.stream, chunk, copy));
  }
}

/** Where every chunk of a backup file lies: of each copy, should there be several. */
export function mapFile(file, from, size) {
  const map = new Map();
  const window = Buffer.alloc(1 << 20);
  let [at, start, filled] = [from, 0, 0];
  const bytesAt = (length) => {
    if (at + length > size) return null;
    if (at < start || at + length > start + filled) [start, filled] = [at, readSync(file, window, 0, window.length, at)];
    return window.subarray(at - start, at - start + length);
  };
  for (let prefix = bytesAt(28); prefix; prefix = bytesAt(28)) {
    const length = prefix.readUInt32BE(24);
    if (prefix.subarray(0, 4).toString("latin1") === "MQVE" && length <= chunkSize + 16 && at + 28 + length <= size) {
      const name = `${prefix.subarray(4, 20).toString("base64")} ${prefix.readUInt32BE(20)}`;
      map.set(name, [...(map.get(name) ?? []), [at + 28, length]]);
      at += 28 + length;
    } else at += 1; // damaged: on to the next marker
  }
  return map;
}

export async function openBackup(path, secretOf) {
  const file = openSync(path, "r");
  const { size } = fstatSync(file);
  const read = (offset, length) => {
    const out = Buffer.alloc(length);
    return readSync(file, out, 0, length, offset) === length ? out : null;
  };
  const prefix = read(0, 9);
  if (!prefix || prefix.subarray(0, 4).toString("latin1") !== "MQVB" || prefix[4] !== 1) throw new Error("not a backup of a vault");
  const headerLength = prefix.readUInt32BE(5);
  const vault = await openHeader(read(9, headerLength), secretOf);
  const map = mapFile(file, 9 + headerLength, size);
  const sealedOf = (stream, chunk, copy = 0) => {
    const place = map.get(`${stream} ${chunk}`)?.[copy];
    return place ? read(...place) : null;
  };
  const records = [];
  let list = "";
  try {
    if (vault.main) list = Buffer.concat([...readStream(vault, vault.main, sealedOf)]).toString("utf8");
  } catch {
    throw new Error("the list of documents can't be read: this file was cut off or damaged, and nothing was restored. Try another backup, even an older one, and keep this one");
  }
  for (const line of list.split("\n")) if (line) records.push(JSON.parse(line));
  return { vault, records, sealedOf, close: () => closeSync(file) };
}

const sha256 = (content) => createHash("sha256").update(content).digest("hex");

/** A head or batch of a shared folder; null: not ours or not whole. */
function openJson({ id, key }, what, sealed) {
  try {
    const plaintext = openBox(key, sealed, Buffer.concat([text(`mqv1/folder-${what}`), id]));
    return JSON.parse(plaintext.subarray(4, 4 + plaintext.readUInt32BE(0)).toString("utf8"));
  } catch {
    return null;
  }
}

/** Whether clock a has seen everything that b has. */
const covers = (a, b) => Object.entries(b).every(([device, count]) => (a[device] ?? 0) >= count);

/** A shared folder: every record that no later one replaces (of rivals, all). */
export function openFolder(path, code) {
  const secret = parseRecoveryCode(code);
  const id = hkdf(secret, Buffer.alloc(0), "mqv1/folder-id", 16);
  const vault = { id, key: hkdf(secret, id, "mqv1/folder-key") };
  const root = join(path, `moqalaqe-${id.subarray(0, 8).toString("hex")}`);
  if (!existsSync(root)) throw new Error("that does not open the folder");
  const inside = (folder) => (existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []);
  const names = inside("objects");
  const objectOf = (name) => {
    for (const one of names) {
      if (!one.startsWith(name)) continue;
      const content = readFileSync(join(root, "objects", one));
      if (sha256(content) === name) return content;
    }
    return null;
  };
  const heads = inside("heads").flatMap((name) => openJson(vault, "head", readFileSync(join(root, "heads", name))) ?? []);
  const newest = heads.filter((head) => !heads.some((other) => other.device === head.device && other.number > head.number));
  const sign = join(root, "moved.mqmoved");
  const moved = existsSync(sign) && openJson(vault, "moved", readFileSync(sign)) !== null;
  // What could not be brought under the new code lies here still; otherwise there is nothing.
  if (heads.length === 0) throw new Error(moved ? "the folder has a new code: this one opens nothing any more" : "no list of what the folder holds has arrived yet");
  let missing = 0;
  const entries = [...new Set(newest.flatMap(({ batches }) => batches))].flatMap((name) => {
    const content = objectOf(name);
    if (!content) missing += 1;
    return content ? (openJson(vault, "batch", content) ?? []) : [];
  });
  const byRecord = new Map();
  for (const entry of entries) byRecord.set(`${entry.collection}/${entry.id}`, [...(byRecord.get(`${entry.collection}/${entry.id}`) ?? []), entry]);
  const records = [];
  const objects = new Map();
  for (const rivals of byRecord.values()) {
    for (const [at, one] of rivals.entries()) {
      const replaced = rivals.some((other, place) => place !== at && covers(other.clock, one.clock) && (!covers(one.clock, other.clock) || place < at));
      if (replaced) continue;
      records.push([one.collection, one.id, one.version, one.changedAt, one.value]);
      for (const revision of one.collection === "documents" ? (one.value?.revisions ?? []) : []) objects.set(revision.stream, revision.objects);
    }
  }
  const perObject = 128;
  let [held, content] = ["", null];
  const sealedOf = (stream, chunk) => {
    const name = objects.get(stream)?.[Math.floor(chunk / perObject)];
    if (!name) return null;
    if (name !== held) [held, content] = [name, objectOf(name)];
    const from = (chunk % perObject) * (chunkSize + 16);
    return content && from < content.length ? content.subarray(from, from + chunkSize + 16) : null;
  };
  return { vault, records, sealedOf, missing, moved, close: () => undefined };
}

/** Writes every document's revisions and all other records. @returns what could not be read */
export function writeAll({ vault, records, sealedOf }, folder, say = () => undefined) {
  mkdirSync(folder, { recursive: true });
  const damaged = [];
  const taken = new Set();
  const others = [];
  for (const [collection, id, , changedAt, value] of records) {
    if (value === undefined) continue;
    if (collection !== "documents") {
      others.push({ collection, id, changedAt, value });
      continue;
    }
    for (const revision of value.revisions) {
      // oxlint-disable-next-line no-control-regex -- what no file system takes
      const plain = value.name.replace(/[<>:"/\\|?*\u0000-\u001f]/g, "_").replace(/^\.+/, "_") || "_";
      const base = value.revisions.length > 1 ? `${revision.revision} ${plain}` : plain;
      let name = base;
      for (let number = 2; taken.has(name); number += 1) name = `${number} ${base}`;
      taken.add(name);
      const out = openSync(join(folder, name), "w");
      try {
        const hash = createHash("sha256");
        for (const piece of readStream(vault, revision, sealedOf)) {
          hash.update(piece);
          writeSync(out, piece);
        }
        if (hash.digest("hex") !== revision.sha256) throw new Error("its hash is another one");
        say(`✓ ${name}`);
      } catch (error) {
        damaged.push(name);
        say(`✗ ${name}: ${error.message}`);
      } finally {
        closeSync(out);
      }
    }
  }
  writeFileSync(join(folder, "records.json"), `${JSON.stringify(others, null, 2)}\n`);
  return damaged;
}

function ask(question) {
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((done) => {
    reader.question(question, (answer) => {
      reader.close();
      done(answer);
    });
  });
}

export const withRecoveryCode = (code) => {
  const secret = parseRecoveryCode(code);
  return (slot) => (slot.kind === "recovery" ? secret : null);
};

export const withPassphrase = (passphrase) => (slot) => (slot.kind === "passphrase" ? argon2id(text(passphrase.normalize("NFC")), slot) : null);

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [path, folder] = process.argv.slice(2).filter((one) => !one.startsWith("--"));
  if (!path || !folder) {
    console.error("node restore-backup.mjs BACKUP.mqvault|SHARED-FOLDER OUTPUT-FOLDER [--passphrase]");
    process.exit(2);
  }
  if (!existsSync(path)) {
    console.error(`✗ there is no file or folder "${path}": check the name`);
    process.exit(2);
  }
  try {
    if (statSync(path).isDirectory()) {
      const shared = openFolder(path, await ask("The folder's code: "));
      const bad = writeAll(shared, folder, (line) => console.log(line));
      console.log(bad.length + shared.missing === 0 ? "Everything was read." : `Not readable: ${bad.length}; parts that have not arrived: ${shared.missing}. Everything else was read.`);
      if (shared.moved) console.log("The folder has a new code: this is only what was left under the old one.");
      process.exit(bad.length + shared.missing === 0 && !shared.moved ? 0 : 1);
    }
    const secretOf = process.argv.includes("--passphrase") ? withPassphrase(await ask("Passphrase: ")) : withRecoveryCode(await ask("Recovery code: "));
    const backup = await openBackup(path, secretOf);
    const damaged = writeAll(backup, folder, (line) => console.log(line));
    backup.close();
    console.log(damaged.length === 0 ? "Everything was read." : `Not readable: ${damaged.length}. Everything else was read.`);
    process.exit(damaged.length === 0 ? 0 : 1);
  } catch (error) {
    console.error(`✗ ${error.message}`);
    process.exit(1);
  }
}
