// What the shipped code wrote on the day the format was fixed (tests/vectors/vault/shipped-1.mqvault, a backup with every way
// in and every edge size) is read by the second implementation, by the code of today, and by it through every change to come.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openBackup, readStream, withPassphrase as slotByPassphrase, withRecoveryCode } from "../../../tools/restore-backup.mjs";
import type { Secret } from "../../../src/vault/api.ts";
import { secretBytes } from "../../../src/vault/crypto/passphrase.ts";
import { contentOf, edgeSizes, secrets, sha256 } from "../../virtual/vault/vectors.ts";
import { passphrase, same, withPassphrase, World } from "./world.ts";

const sizes = edgeSizes.filter((size) => size < 130_000);
const path = (name: string): string => fileURLToPath(new URL(`../../vectors/vault/${name}`, import.meta.url));
const backupPath = path("shipped-1.mqvault");
const bytes = (part: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(part);

interface Facts {
  readonly recoveryCode: string;
  readonly passphrase: string;
  readonly passkeySlot: string;
  readonly cardSlot: string;
}

/** Only where it isn't there yet: a next version of the format gets one of its own, and this one stays. */
async function write(): Promise<void> {
  const world = await World.make();
  const recoveryCode = await world.created();
  const slots: string[] = [];
  for (const kind of ["passkey", "card"] as const) {
    const { slotId, challenge } = await world.service.slots.prepare();
    if (kind === "passkey") await world.service.slots.addPasskey(slotId, challenge, new Uint8Array(20).fill(5), bytes(secrets.passkey));
    else await world.service.slots.addCard(slotId, challenge, bytes(secrets.card), bytes(secrets.card));
    slots.push(slotId);
  }
  for (const size of sizes) await world.service.documents.add(new Blob([bytes(contentOf(size))]), { name: `${size}.bin`, tags: ["ჭდე"], organisation: "სამსახური" });
  const [last] = (await world.service.documents.search({ text: "122880" })).documents;
  await world.service.documents.addRevision(last?.documentId ?? "", new Blob(["მეორე ვერსია"], { type: "text/plain" }), last?.version ?? "");
  await world.service.documents.setText(last?.documentId ?? "", "სიტყვა შიგნიდან");
  await world.service.records.put("consents", "c", { purpose: "ჯანმრთელობა" });
  const { backup } = await world.service.backup.begin();
  const pieces: Uint8Array[] = [];
  for (let piece = await world.service.backup.read(backup); piece; piece = await world.service.backup.read(backup)) pieces.push(piece);
  writeFileSync(backupPath, Buffer.concat(pieces));
  const facts: Facts = { passphrase, recoveryCode, passkeySlot: slots[0] ?? "", cardSlot: slots[1] ?? "" };
  writeFileSync(path("shipped-1.json"), `${JSON.stringify({ ...facts, passkey: secrets.passkey.toString("hex"), card: secrets.card.toString("hex"), contents: Object.fromEntries(sizes.map((size) => [`${size}.bin`, sha256(contentOf(size))])) }, null, 1)}\n`);
}

if (!existsSync(backupPath)) await write();
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written above
const facts = JSON.parse(readFileSync(path("shipped-1.json"), "utf8")) as Facts;

describe("a backup of the first day", () => {
  const kindOf = (slot: unknown): string => (slot as { kind: string }).kind;
  const openers: Readonly<Record<string, (slot: unknown) => unknown>> = {
    recovery: withRecoveryCode(facts.recoveryCode),
    passphrase: slotByPassphrase(facts.passphrase),
    passkey: (slot) => (kindOf(slot) === "passkey" ? secrets.passkey : null),
    card: (slot) => (kindOf(slot) === "card" ? secrets.card : null),
  };
  it.each(Object.keys(openers))("is read by the second implementation, opened by %s", async (way) => {
    const backup = await openBackup(backupPath, openers[way] ?? (() => null));
    try {
      const documents = backup.records.filter(([collection, , , , value]) => collection === "documents" && value !== undefined).map(([, , , , value]) => value as { name: string; revisions: { sha256: string; size: number }[] });
      expect(documents.map(({ name }) => name).toSorted()).toEqual(sizes.map((size) => `${size}.bin`).toSorted());
      for (const { name, revisions } of documents) {
        const [first, second] = revisions.map((revision) => Buffer.concat([...readStream(backup.vault, revision, backup.sealedOf)]));
        expect(same(first ?? Buffer.alloc(0), contentOf(Number.parseInt(name, 10))), name).toBe(true);
        if (second) expect(second.toString("utf8")).toBe("მეორე ვერსია");
      }
      expect(backup.records.find(([collection]) => collection === "consents")).toMatchObject({ 1: "c", 4: { purpose: "ჯანმრთელობა" } });
    } finally {
      backup.close();
    }
  });

  it("is read by the code of today, opened by every way", async () => {
    const ways: readonly Secret[] = [
      withPassphrase(facts.passphrase),
      { kind: "recovery", code: secretBytes(facts.recoveryCode) },
      { kind: "passkey", slotId: facts.passkeySlot, prf: bytes(secrets.passkey) },
      { kind: "card", slotId: facts.cardSlot, signature: bytes(secrets.card) },
    ];
    const file = new Blob([bytes(readFileSync(backupPath))]);
    for (const way of ways) {
      const world = await World.make();
      expect(await world.service.backup.restore(file, way)).toMatchObject({ documents: sizes.length, damaged: [] });
      for (const { documentId, name, revisions } of (await world.service.documents.search({})).documents) {
        expect(same(await world.service.documents.read(documentId, 1, 0, 1e6), contentOf(Number.parseInt(name, 10))), name).toBe(true);
        expect(revisions).toHaveLength(name === "122880.bin" ? 2 : 1);
      }
      expect((await world.service.documents.search({ text: "შიგნიდან" })).total).toBe(1);
    }
  });
});
