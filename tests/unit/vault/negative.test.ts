// Everything that can be done to stored bytes: always a typed error, never wrong plaintext.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openBox, sealBox } from "../../../src/vault/crypto/aead.ts";
import { deriveAes, importSecret, randomBytes } from "../../../src/vault/crypto/derive.ts";
import { newKeyPair, importPrivateKey, openSealed, sealTo } from "../../../src/vault/crypto/hpke.ts";
import { checkParameters } from "../../../src/vault/crypto/passphrase.ts";
import { chunkCount, chunkSize, newStream, openChunk, openStream, sealChunk, sealedSize } from "../../../src/vault/crypto/stream.ts";
import { VaultError } from "../../../src/vault/error.ts";
import { bytesOf, flipped, same, World, withPassphrase } from "./world.ts";

const runs = process.env["SLOW"] ? 100 : 10;
const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => "opened", (error: unknown) => (error instanceof VaultError ? error.code : `untyped ${String(error)}`));

describe("boxes and sealed messages", () => {
  it("every byte of them counts", async () => {
    const key = await deriveAes(await importSecret(randomBytes(32)), randomBytes(16), "test");
    const [data, plaintext] = [randomBytes(20), bytesOf(100)];
    const box = await sealBox(key, plaintext, data);
    expect(same(await openBox(key, box, data, "RECORD_DAMAGED"), plaintext)).toBe(true);
    for (let at = 0; at < box.length; at += 1) expect(await codeOf(openBox(key, flipped(box, at), data, "RECORD_DAMAGED"))).toBe("RECORD_DAMAGED");
    for (let at = 0; at < data.length; at += 1) expect(await codeOf(openBox(key, box, flipped(data, at), "RECORD_DAMAGED"))).toBe("RECORD_DAMAGED");
    for (let length = 0; length < box.length; length += 1) expect(await codeOf(openBox(key, box.slice(0, length), data, "RECORD_DAMAGED"))).toBe("RECORD_DAMAGED");

    const { publicKey, privateKey } = await newKeyPair();
    const opener = await importPrivateKey(privateKey);
    const message = await sealTo(publicKey, data, plaintext);
    expect(same(await openSealed(opener, publicKey, data, message, "RECORD_DAMAGED"), plaintext)).toBe(true);
    for (let at = 0; at < message.length; at += 1) expect(await codeOf(openSealed(opener, publicKey, data, flipped(message, at), "RECORD_DAMAGED"))).toBe("RECORD_DAMAGED");
    for (const length of [0, 1, 64, 65, 80, message.length - 1]) expect(await codeOf(openSealed(opener, publicKey, data, message.slice(0, length), "RECORD_DAMAGED"))).toBe("RECORD_DAMAGED");
    expect(await codeOf(openSealed(opener, publicKey, flipped(data, 0), message, "RECORD_DAMAGED"))).toBe("RECORD_DAMAGED");
    const other = await newKeyPair();
    expect(await codeOf(openSealed(await importPrivateKey(other.privateKey), other.publicKey, data, message, "RECORD_DAMAGED"))).toBe("RECORD_DAMAGED");
  });

  it("parameters outside the format's bounds are not believed", () => {
    for (const [memory, passes] of [[19_455, 2], [19_456, 1], [1_048_577, 3], [65_536, 17], [65_536.5, 3], [Number.NaN, 3], [65_536, -1]] as const) {
      expect(() => checkParameters({ memory, passes })).toThrow(expect.objectContaining({ code: "HEADER_FORGED" }));
    }
    expect(() => checkParameters({ memory: 65_536, passes: 3 })).not.toThrow();
  });
});

describe("streams", () => {
  it("any content comes back, and sizes are what the functions say", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(0, 1, chunkSize - 1, chunkSize, chunkSize + 1, 3 * chunkSize), fc.nat(70_000), async (base, more) => {
        const content = bytesOf(base + more, more + 1);
        const stream = await newStream();
        const count = chunkCount(content.length);
        let sealedLength = 0;
        const out: number[] = [];
        const reader = await openStream(stream.id, stream.secret, stream.commitment);
        for (let chunk = 0; chunk < count; chunk += 1) {
          const piece = content.subarray(chunk * chunkSize, (chunk + 1) * chunkSize);
          const sealed = await sealChunk(stream, chunk, chunk === count - 1, piece);
          sealedLength += sealed.byteLength;
          const opened = new Uint8Array(await openChunk(reader, chunk, chunk === count - 1, sealed));
          expect(same(opened, piece)).toBe(true);
          out.push(opened.length);
        }
        expect(sealedLength).toBe(sealedSize(content.length));
        expect(out.reduce((sum, length) => sum + length, 0)).toBe(content.length);
      }),
      { numRuns: runs },
    );
  });

  it("a chunk is at home in one place of one stream; every byte counts; no key but the committed one opens", async () => {
    const [one, other] = [await newStream(), await newStream()];
    const full = bytesOf(chunkSize);
    const chunks = [await sealChunk(one, 0, false, full), await sealChunk(one, 1, false, full), await sealChunk(one, 2, true, bytesOf(10))];
    const [first = new ArrayBuffer(0), second = new ArrayBuffer(0), last = new ArrayBuffer(0)] = chunks;
    const key = await openStream(one.id, one.secret.slice(), one.commitment);
    expect((await openChunk(key, 0, false, first)).byteLength).toBe(chunkSize);
    const attempts = [openChunk(key, 1, false, first), openChunk(key, 0, false, second), openChunk(key, 2, true, first), openChunk(key, 0, true, first), openChunk(key, 2, false, last), openChunk(key, 1, true, last), openChunk(other, 0, false, first), openChunk({ id: other.id, key: key.key }, 0, false, first), openChunk(key, 2, true, new ArrayBuffer(0))].map(codeOf);
    for (const attempt of attempts) expect(await attempt).toBe("CHUNK_DAMAGED");
    const small = new Uint8Array(last);
    for (let at = 0; at < small.length; at += 1) expect(await codeOf(openChunk(key, 2, true, flipped(small, at).buffer))).toBe("CHUNK_DAMAGED");
    for (let at = 0; at < 32; at += 1) {
      expect(await codeOf(openStream(one.id, flipped(one.secret, at), one.commitment))).toBe("CHUNK_DAMAGED");
      expect(await codeOf(openStream(one.id, one.secret.slice(), flipped(one.commitment, at)))).toBe("CHUNK_DAMAGED");
    }
    // What a writer may not make, and a reader not take: an empty last chunk behind others, a short one before the last.
    for (const [chunk, isLast, length] of [[1, true, 0], [0, false, 5], [0, true, chunkSize + 1]] as const) await expect(sealChunk(one, chunk, isLast, new Uint8Array(length))).rejects.toMatchObject({ code: "INTERNAL" });
  });
});

describe("a store that was meddled with", () => {
  it("chunks dropped, swapped, repeated, flipped, taken from elsewhere: that document fails, typed; the others are read", async () => {
    const world = await World.make();
    await world.created();
    const ids: string[] = [];
    for (const seed of [1, 2]) ids.push((await world.service.documents.add(new Blob([bytesOf(200_000, seed)]), { name: `${seed}` })).document.documentId);
    const keys = await world.database.getAllKeys("chunk");
    const values = await world.database.getAll("chunk");
    const [a = "", b = ""] = ids;
    const meddle = async (act: () => Promise<unknown>): Promise<void> => {
      await act();
      await world.reopened();
      const codes = [await codeOf(world.service.documents.verify(a, null)), await codeOf(world.service.documents.verify(b, null))];
      expect(codes.filter((code) => code === "CHUNK_DAMAGED" || code === "CHUNK_MISSING").length).toBeGreaterThan(0);
      expect(codes.every((code) => ["opened", "CHUNK_DAMAGED", "CHUNK_MISSING"].includes(code))).toBe(true);
      for (const [at, key] of keys.entries()) await world.database.put("chunk", values[at] ?? new ArrayBuffer(0), key);
    };
    const put = (to: number, from: number) => async () => world.database.put("chunk", values[from] ?? new ArrayBuffer(0), keys[to] ?? new ArrayBuffer(0));
    await meddle(() => world.database.delete("chunk", keys[1] ?? new ArrayBuffer(0)));
    await meddle(put(0, 1));
    await meddle(put(0, 4));
    await meddle(put(3, 7));
    await meddle(async () => world.database.put("chunk", flipped(new Uint8Array(values[2] ?? new ArrayBuffer(0)), 30_000).buffer, keys[2] ?? new ArrayBuffer(0)));
    await meddle(async () => world.database.put("chunk", (values[3] ?? new ArrayBuffer(0)).slice(0, 20), keys[3] ?? new ArrayBuffer(0)));
    await world.reopened();
    for (const id of ids) expect(await world.service.documents.verify(id, null)).toBe(true);
  });

  it("rows flipped, dropped, swapped, put back: said, and never a wrong record", async () => {
    const world = await World.make();
    await world.created();
    for (let at = 0; at < 5; at += 1) await world.service.records.put("drafts", `${at}`, `value ${at}`);
    const rows = await world.database.getAll("main");
    const restore = async (): Promise<void> => {
      for (const [at, row] of rows.entries()) await world.database.put("main", row, at + 1);
    };
    const meddled = async (act: () => Promise<unknown>, missing: readonly number[]): Promise<void> => {
      await act();
      await world.reopened();
      expect(await world.service.state()).toMatchObject({ notices: expect.arrayContaining([{ kind: "damaged", rows: expect.any(Number) }]) });
      const found = await world.service.records.list("drafts");
      expect(found.map(({ id, value }) => value === `value ${id}`)).not.toContain(false);
      expect(found.map(({ id }) => Number(id)).sort((one, two) => one - two)).toEqual([0, 1, 2, 3, 4].filter((one) => !missing.includes(one)));
      await restore();
    };
    const row = (at: number): ArrayBuffer => rows[at] ?? new ArrayBuffer(0);
    for (const at of [0, 12, 100, row(2).byteLength - 1]) await meddled(() => world.database.put("main", flipped(new Uint8Array(row(2)), at).buffer, 3), [2]);
    await meddled(() => world.database.delete("main", 3), [2]);
    await meddled(async () => {
      await world.database.put("main", row(1), 4);
      await world.database.put("main", row(3), 2);
    }, [1, 3]);
    await meddled(() => world.database.put("main", row(0), 6), []);
    await world.reopened(withPassphrase());
    expect(await world.service.records.list("drafts")).toHaveLength(5);
  });
});
