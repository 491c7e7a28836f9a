// What a second implementation writes, the shipped code reads; and what it writes is what was written on the day the
// format was fixed (hashes below): neither may drift.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { formatRecoveryCode, parseRecoveryCode } from "../../../src/vault/crypto/recoveryCode.ts";
import { secretBytes } from "../../../src/vault/crypto/passphrase.ts";
import { named, SecondVault, type SecondStream } from "../../virtual/vault/secondVault.ts";
import { same, World } from "./world.ts";

const sizes = [0, 1, 61_439, 61_440, 61_441, 400_000];
const content = (size: number): Buffer => named(`content ${size}`, size);
const secrets = { passphrase: "ორი მთა და ერთი ზღვა", recovery: named("recovery", 20), passkey: named("passkey", 32), card: named("card", 256) };
const plain = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

async function written(): Promise<{ readonly world: World; readonly header: Buffer; readonly all: Buffer }> {
  const second = new SecondVault();
  const world = await World.make();
  const header = second.header(secrets);
  const parts: Buffer[] = [header];
  await world.database.put("header", plain(header), "header");
  const putStream = async ({ id, chunks }: SecondStream): Promise<void> => {
    for (const [at, chunk] of chunks.entries()) {
      const number = Buffer.alloc(4);
      number.writeUInt32BE(at);
      await world.database.put("chunk", plain(chunk), plain(Buffer.concat([id, number])));
      parts.push(chunk);
    }
  };
  for (const [at, size] of sizes.entries()) {
    const stream = second.stream(`stream ${size}`, content(size));
    await putStream(stream);
    const revision = { revision: 1, storedAt: 1, sha256: createHash("sha256").update(content(size)).digest("hex"), conflict: false, ...stream.ref };
    const value = { name: `${size}.bin`, type: "", category: null, tags: [], organisation: null, folder: "", signed: null, keepUntil: null, source: "file", extra: {}, addedAt: 1, binnedAt: null, revisions: [revision] };
    const row = second.row([["documents", `d${size}`, `00000000${at}-0000-aaaaaa`, 1, value]]);
    await world.database.put("main", plain(row), at + 1);
    parts.push(row);
  }
  const entry = second.inboxEntry({ kind: "record", collection: "drafts", id: "kept", value: "დრაფტი", at: 5 });
  await world.database.add("inbox", plain(entry));
  parts.push(entry);
  world.start();
  return { world, header, all: Buffer.concat(parts) };
}

describe("a vault written by a second implementation", () => {
  it("is opened by every way in; documents of every edge size and the inbox are read", async () => {
    const { world, all } = await written();
    expect(createHash("sha256").update(all).digest("hex")).toMatchInlineSnapshot(`"9effe2912111581606520c60b149b486defd9f2f42d0bf2f76e58b80ed27f5b0"`);
    const slot = (kind: string): string => named(`${kind} slot`, 16).toString("base64");
    const ways = [
      { kind: "passphrase", passphrase: secretBytes(secrets.passphrase) },
      { kind: "recovery", code: secretBytes(await formatRecoveryCode(Uint8Array.from(secrets.recovery))) },
      { kind: "passkey", slotId: slot("passkey"), prf: Uint8Array.from(secrets.passkey) },
      { kind: "card", slotId: slot("card"), signature: Uint8Array.from(secrets.card) },
    ] as const;
    for (const way of ways) {
      world.start();
      await world.service.lock.unlock(way);
      for (const size of sizes) {
        expect(same(await world.service.documents.read(`d${size}`, 1, 0, 1e6), content(size)), `${way.kind} ${size}`).toBe(true);
        expect(await world.service.documents.verify(`d${size}`, 1)).toBe(true);
      }
    }
    expect(await world.service.records.get("drafts", "kept")).toMatchObject({ value: "დრაფტი", changedAt: 5 });
    expect(await world.service.state()).not.toMatchObject({ notices: [{ kind: "damaged" }] });
  });

  it("a header with any byte changed is refused with a typed error, and never opens", async () => {
    const { world, header } = await written();
    const seen = new Set<string>();
    // The card's slot: no Argon2id, so that every byte of some kilobytes can be tried.
    const slotId = named("card slot", 16).toString("base64");
    // All of them with SLOW=1; else every fifth, another fifth each time.
    const step = process.env["SLOW"] ? 1 : 5;
    for (let at = Math.floor(Math.random() * step); at < header.length; at += step) {
      const changed = Uint8Array.from(header);
      changed[at] = (changed[at] ?? 0) ^ (1 << at % 7);
      await world.database.put("header", changed.buffer, "header");
      world.start();
      const code = await world.service.lock.unlock({ kind: "card", slotId, signature: Uint8Array.from(secrets.card) }).then(
        () => "opened",
        (error: { code?: string }) => error.code ?? "untyped",
      );
      seen.add(code);
      expect(["FORMAT_UNKNOWN", "HEADER_DAMAGED", "HEADER_FORGED", "SECRET_WRONG", "SLOT_NONE"], `byte ${at}`).toContain(code);
    }
    expect(seen.size).toBeGreaterThan(3);
    for (const length of [0, 4, 8, 100, header.length - 1]) {
      await world.database.put("header", plain(header.subarray(0, length)), "header");
      world.start();
      await expect(world.service.lock.unlock({ kind: "card", slotId, signature: Uint8Array.from(secrets.card) })).rejects.toMatchObject({ code: expect.stringMatching(/^(HEADER|FORMAT)/) });
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
