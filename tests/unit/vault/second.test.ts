// The format written by a second implementation (tests/virtual/vault, @noble and Node's crypto). Its known answers lie in
// tests/vectors/vault/mqv1.json; the shipped code makes the same bytes of them, and reads a whole vault that it wrote.
import { describe, expect, it } from "vitest";
import { toBase64 } from "../../../src/codec/base64.ts";
import { openBox, sealBox } from "../../../src/vault/crypto/aead.ts";
import { openSealed, importPrivateKey, sealTo } from "../../../src/vault/crypto/hpke.ts";
import { secretBytes, stretch } from "../../../src/vault/crypto/passphrase.ts";
import { formatRecoveryCode, parseRecoveryCode } from "../../../src/vault/crypto/recoveryCode.ts";
import { chunkCount, chunkSize, newStream, openChunk, openStream, sealChunk } from "../../../src/vault/crypto/stream.ts";
import { deriveVaultKeys, unwrapSecret } from "../../../src/vault/crypto/vaultKeys.ts";
import { contentOf, edgeSizes, makeVectors, secrets, sha256, type Vectors } from "../../virtual/vault/vectors.ts";
import { named, SecondVault } from "../../virtual/vault/secondVault.ts";
import stored from "../../vectors/vault/mqv1.json" with { type: "json" };
import { flipped, same, World } from "./world.ts";

const vectors: Vectors = stored;
const plain = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
const hex = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, "hex"));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, "base64"));
const toHex = (bytes: ArrayBuffer | Uint8Array): string => Buffer.from(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)).toString("hex");

/** The vectors as a store. */
async function written(): Promise<World> {
  const second = new SecondVault();
  const world = await World.make();
  await world.database.put("header", fromBase64(vectors.header).buffer, "header");
  for (const { size, chunks } of vectors.streams) {
    const made = second.stream(`stream ${size}`, contentOf(size));
    for (const [at, chunk] of made.chunks.entries()) {
      expect(sha256(chunk)).toBe(chunks[at]?.sha256);
      const number = Buffer.alloc(4);
      number.writeUInt32BE(at);
      await world.database.put("chunk", plain(chunk), plain(Buffer.concat([made.id, number])));
    }
  }
  for (const { row, sealed } of vectors.rows) await world.database.put("main", fromBase64(sealed).buffer, row);
  await world.database.add("inbox", fromBase64(vectors.inbox.sealed).buffer);
  world.start();
  return world;
}

describe("known answers", () => {
  it("are what the second implementation makes", async () => {
    await expect(`${JSON.stringify(makeVectors(), null, 1)}\n`).toMatchFileSnapshot("../../vectors/vault/mqv1.json");
  });

  it("boxes and sealed messages: the same bytes, and opened", async () => {
    for (const { key, nonce, data, plaintext, box } of vectors.boxes) {
      const aes = await crypto.subtle.importKey("raw", hex(key), "AES-GCM", false, ["encrypt", "decrypt"]);
      expect(toHex(await sealBox(aes, hex(plaintext), hex(data), hex(nonce)))).toBe(box);
      expect(toHex(await openBox(aes, hex(box), hex(data), "RECORD_DAMAGED"))).toBe(plaintext);
    }
    const curve = { name: "ECDH", namedCurve: "P-256" };
    for (const { privateKey, publicKey, ephemeralPrivateKey, ephemeralPublicKey, info, plaintext, message } of vectors.seals) {
      const ephemeral = { privateKey: await crypto.subtle.importKey("pkcs8", hex(ephemeralPrivateKey), curve, false, ["deriveBits"]), publicKey: await crypto.subtle.importKey("raw", hex(ephemeralPublicKey), curve, true, []) };
      expect(toHex(await sealTo(hex(publicKey), hex(info), hex(plaintext), ephemeral))).toBe(message);
      expect(toHex(await openSealed(await importPrivateKey(hex(privateKey)), hex(publicKey), hex(info), hex(message), "RECORD_DAMAGED"))).toBe(plaintext);
    }
  });

  it("keys: of the vault, and of each way in", async () => {
    const keys = await deriveVaultKeys(hex(vectors.vaultKey), hex(vectors.vaultId), vectors.epoch);
    const iv = new Uint8Array(12);
    for (const [label, key] of [["records", keys.records], ["wrap", keys.wrap], ["inbox-wrap", keys.inboxWrap]] as const) {
      // The keys themselves can't be had: what they make can.
      const raw = await crypto.subtle.importKey("raw", hex(vectors.derived[label] ?? ""), "AES-GCM", false, ["encrypt"]);
      const [mine, theirs] = await Promise.all([key, raw].map((one) => crypto.subtle.encrypt({ name: "AES-GCM", iv }, one, iv)));
      expect(toHex(mine ?? iv)).toBe(toHex(theirs ?? new Uint8Array(0)));
    }
    const mac = await crypto.subtle.importKey("raw", hex(vectors.derived["header-mac"] ?? ""), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    expect(toHex(await crypto.subtle.sign("HMAC", keys.headerMac, iv))).toBe(toHex(await crypto.subtle.sign("HMAC", mac, iv)));
    const { text, salt, memory, passes, secret } = vectors.slots.passphrase;
    expect(toHex(await stretch(secretBytes(text), hex(salt), { memory, passes }))).toBe(secret);
    expect(await formatRecoveryCode(hex(vectors.slots.recovery.secret))).toBe(vectors.slots.recovery.code);
  });

  it.each(vectors.streams)("a stream of $size bytes: the same chunks, and opened", async ({ size, id, secret, ref, chunks }) => {
    const content = Uint8Array.from(contentOf(size));
    const keys = await deriveVaultKeys(hex(vectors.vaultKey), hex(vectors.vaultId), vectors.epoch);
    const stream = await newStream(hex(id), hex(secret));
    expect(toBase64(stream.commitment)).toBe(ref.commitment);
    expect(toHex(await unwrapSecret(keys, hex(id), fromBase64(ref.key)))).toBe(secret);
    const reader = await openStream(hex(id), hex(secret), fromBase64(ref.commitment));
    expect(chunks).toHaveLength(chunkCount(size));
    for (const [at, vector] of chunks.entries()) {
      const piece = content.slice(at * chunkSize, (at + 1) * chunkSize);
      const sealed = await sealChunk(stream, at, at === chunks.length - 1, piece);
      expect([sealed.byteLength, sha256(new Uint8Array(sealed))]).toEqual([vector.length, vector.sha256]);
      if ("sealed" in vector) expect(toHex(sealed)).toBe(vector.sealed);
      expect(same(new Uint8Array(await openChunk(reader, at, at === chunks.length - 1, sealed)), piece)).toBe(true);
    }
  });
});

describe("a vault written by a second implementation", () => {
  it("is opened by every way in; documents of every edge size and the inbox are read", async () => {
    const world = await written();
    const ways = [
      { kind: "passphrase", passphrase: secretBytes(secrets.passphrase) },
      { kind: "recovery", code: secretBytes(vectors.slots.recovery.code) },
      { kind: "passkey", slotId: vectors.slots.passkey.slotId, prf: hex(vectors.slots.passkey.secret) },
      { kind: "card", slotId: vectors.slots.card.slotId, signature: hex(vectors.slots.card.secret) },
    ] as const;
    for (const way of ways) {
      world.start();
      await world.service.lock.unlock(way);
      for (const size of edgeSizes) {
        expect(same(await world.service.documents.read(`d${size}`, 1, 0, 1e6), contentOf(size)), `${way.kind} ${size}`).toBe(true);
        expect(await world.service.documents.verify(`d${size}`, 1)).toBe(true);
      }
    }
    expect(await world.service.records.get("drafts", "kept")).toMatchObject({ value: "დრაფტი", changedAt: 5 });
    expect(await world.service.state()).not.toMatchObject({ notices: [{ kind: "damaged" }] });
  });

  it("a header with any byte changed is refused with a typed error, and never opens", async () => {
    const world = await written();
    const header = fromBase64(vectors.header);
    const seen = new Set<string>();
    // The card's slot: no Argon2id, so that every byte of some kilobytes can be tried.
    const { slotId, secret } = vectors.slots.card;
    const code = (): Promise<string> => {
      world.start();
      return world.service.lock.unlock({ kind: "card", slotId, signature: hex(secret) }).then(
        () => "opened",
        (error: { code?: string }) => error.code ?? "untyped",
      );
    };
    // All of them with SLOW=1; else the first, where the format is named, and every thirteenth, others each time.
    const step = process.env["SLOW"] ? 1 : 13;
    const first = 64;
    for (let at = 0; at < header.length; at += at < first ? 1 : step - Math.floor(Math.random() * (step > 1 ? 3 : 1))) {
      await world.database.put("header", flipped(header, at, at % 7).buffer, "header");
      const outcome = await code();
      seen.add(outcome);
      expect(["FORMAT_UNKNOWN", "HEADER_DAMAGED", "HEADER_FORGED", "SECRET_WRONG", "SLOT_NONE"], `byte ${at}`).toContain(outcome);
    }
    expect(seen.size).toBeGreaterThanOrEqual(3);
    for (const length of [0, 4, 8, 100, header.length - 1]) {
      await world.database.put("header", header.slice(0, length).buffer, "header");
      expect(await code()).toMatch(/^(HEADER|FORMAT)/);
    }
  });
});

describe("the recovery code", () => {
  it("is 160 bits and a check, and notices a mistake", async () => {
    const code = await formatRecoveryCode(Uint8Array.from(named("recovery", 20)));
    expect(code).toMatchInlineSnapshot(`"SX70-58TN-N2Q1-MVAX-K9W6-RKXS-6T8E-1RQA-D2"`);
    expect(Buffer.from(await parseRecoveryCode(secretBytes(code)))).toEqual(named("recovery", 20));
    expect(Buffer.from(await parseRecoveryCode(secretBytes(` ${code.toLowerCase().replaceAll("-", "").replaceAll("0", "o").replaceAll("1", "l")} `)))).toEqual(named("recovery", 20));
    let noticed = 0;
    for (let at = 0; at < code.length; at += 1) {
      if (code[at] === "-") continue;
      const wrong = `${code.slice(0, at)}${code[at] === "Z" ? "Y" : "Z"}${code.slice(at + 1)}`;
      noticed += await parseRecoveryCode(secretBytes(wrong)).then(() => 0, () => 1);
    }
    expect(noticed).toBeGreaterThanOrEqual(33);
    await expect(parseRecoveryCode(secretBytes("U234"))).rejects.toMatchObject({ code: "SECRET_WRONG" });
  });
});
