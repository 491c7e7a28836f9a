import { describe, expect, it } from "vitest";
import { secretBytes } from "../../../src/vault/crypto/passphrase.ts";
import { bytesOf, same, withPassphrase, World } from "./world.ts";

async function backupOf(world: World): Promise<Blob> {
  const { backup, size } = await world.service.backup.begin();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let piece = await world.service.backup.read(backup); piece; piece = await world.service.backup.read(backup)) pieces.push(piece);
  const file = new Blob(pieces);
  expect(file.size).toBe(size);
  return file;
}

async function filled(): Promise<{ readonly world: World; readonly code: string; readonly ids: readonly string[] }> {
  const world = await World.make();
  const code = await world.created();
  const ids: string[] = [];
  for (const [at, size] of [0, 5, 61_440, 200_000].entries()) {
    const { document } = await world.service.documents.add(new Blob([bytesOf(size, at + 3)], { type: "text/plain" }), { name: `საბუთი ${at}` });
    ids.push(document.documentId);
  }
  await world.service.records.put("consents", "c", { purpose: "გადასახადები" });
  return { world, code, ids };
}

describe("a backup", () => {
  it("is checked by reading it back, and becomes the vault of another computer", async () => {
    const { world, code, ids } = await filled();
    expect(await world.service.backup.last()).toMatchObject({ at: null });
    const file = await backupOf(world);
    expect(await world.service.backup.verify(file)).toMatchObject({ documents: 4, damaged: [] });
    expect(await world.service.backup.last()).toEqual({ at: world.wall, changesSince: 0 });
    expect(await world.database.count("journal")).toBe(0);
    const other = await World.make();
    await expect(other.service.backup.restore(file, withPassphrase("სულ სხვა სიტყვები აქ"))).rejects.toMatchObject({ code: "SECRET_WRONG" });
    expect(await other.service.backup.restore(file, { kind: "recovery", code: secretBytes(code) })).toMatchObject({ documents: 4, damaged: [] });
    expect(same(await other.service.documents.read(ids[3] ?? "", null, 0, 1e6), bytesOf(200_000, 6))).toBe(true);
    await other.reopened();
    expect(await other.service.records.get("consents", "c")).toMatchObject({ value: { purpose: "გადასახადები" } });
    expect((await other.service.documents.search({})).total).toBe(4);
    expect(await other.database.count("journal")).toBe(0);
  });

  it("merges without loss, and twice is as good as once", async () => {
    const { world, ids } = await filled();
    const file = await backupOf(world);
    const [first = "", second = ""] = ids;
    const seen = await world.service.documents.get(second);
    await world.service.documents.addRevision(second, new Blob(["უფრო ახალი"]), seen?.version ?? "");
    await world.service.documents.change(second, { name: "ახალი სახელი" });
    await world.service.records.put("consents", "c", { purpose: "შეცვლილი" });
    await world.service.documents.purge([first]);
    for (let time = 0; time < 2; time += 1) {
      expect(await world.service.backup.restore(file, withPassphrase())).toMatchObject({ damaged: [] });
      expect((await world.service.documents.search({})).total).toBe(4);
      expect(await world.service.documents.verify(first, null)).toBe(true);
      expect(await world.service.documents.get(second)).toMatchObject({ name: "ახალი სახელი", revisions: [{ revision: 1 }, { revision: 2 }] });
      expect(await world.service.records.get("consents", "c")).toMatchObject({ value: { purpose: "შეცვლილი" } });
    }
    // Another vault takes it in, too.
    const other = await World.make();
    await other.service.lock.create(secretBytes("მეორე კომპიუტერის ფრაზა"));
    await other.service.documents.add(new Blob(["ჩემი"]), { name: "ჩემი" });
    await other.service.backup.restore(file, withPassphrase());
    expect((await other.service.documents.search({})).total).toBe(5);
    await other.reopened(withPassphrase("მეორე კომპიუტერის ფრაზა"));
    for (const id of ids) expect(await other.service.documents.verify(id, null)).toBe(true);
  });

  it("mends what is damaged or gone in the vault itself", async () => {
    const { world, ids } = await filled();
    const file = await backupOf(world);
    const keys = await world.database.getAllKeys("chunk");
    const values = await world.database.getAll("chunk");
    for (const [at, key] of keys.entries()) {
      if (at % 2 === 0) await world.database.delete("chunk", key);
      else await world.database.put("chunk", (values[at] ?? new ArrayBuffer(0)).slice(0, -1), key);
    }
    const whole = async (): Promise<number> => (await Promise.all(ids.map((id) => world.service.documents.verify(id, null).catch(() => false)))).filter(Boolean).length;
    expect(await whole()).toBe(0);
    expect(await world.service.backup.restore(file, withPassphrase())).toMatchObject({ damaged: [], restored: true });
    expect(await whole()).toBe(ids.length);
  });

  it("with a damaged place gives everything else, and names what is lost", async () => {
    const { world, ids } = await filled();
    const bytes = new Uint8Array(await (await backupOf(world)).arrayBuffer());
    // Inside the last document's second chunk; and a length that leads astray, in the entry after it.
    const spoiled = bytes.slice();
    spoiled[spoiled.length - 100_000] = (spoiled[spoiled.length - 100_000] ?? 0) ^ 1;
    await expect(world.service.backup.verify(new Blob([spoiled]))).resolves.toMatchObject({ documents: 3, damaged: ["საბუთი 3"] });
    // And in the list of documents: it stands there twice.
    const first = Buffer.from(bytes.buffer).indexOf("MQVE") + 100;
    spoiled[first] = (spoiled[first] ?? 0) ^ 1;
    const other = await World.make();
    expect(await other.service.backup.restore(new Blob([spoiled]), withPassphrase())).toMatchObject({ documents: 3, damaged: ["საბუთი 3"] });
    expect(await other.service.documents.verify(ids[2] ?? "", null)).toBe(true);
  });

  it("that was cut off becomes no vault by itself: what it lacks is said first, and without its list it is refused", async () => {
    const { world, ids } = await filled();
    const whole = await backupOf(world);
    const cut = (length: number): Blob => whole.slice(0, length);
    // No header, no list of documents: nothing of it can be used, and nothing is there afterwards.
    for (const [length, code] of [[0, "BACKUP_NONE"], [3, "BACKUP_NONE"], [500, "BACKUP_DAMAGED"], [Buffer.from(await whole.arrayBuffer()).indexOf("MQVE") + 50, "BACKUP_DAMAGED"]] as const) {
      const empty = await World.make();
      await expect(empty.service.backup.restore(cut(length), withPassphrase(), { incomplete: true }), `${length}`).rejects.toMatchObject({ code });
      expect(await empty.service.state()).toMatchObject({ kind: "none" });
    }
    const other = await World.make();
    const short = cut(whole.size - 70_000);
    const lack = { documents: 3, listed: 4, unlisted: 0, damaged: ["საბუთი 3"] };
    expect(await other.service.backup.restore(short, withPassphrase())).toMatchObject({ ...lack, restored: false });
    expect(await other.service.state()).toMatchObject({ kind: "none" });
    expect(await other.service.backup.restore(short, withPassphrase(), { incomplete: true })).toMatchObject({ ...lack, restored: true });
    expect((await other.service.documents.search({})).total).toBe(3);
    // Into an open vault likewise; and the rest comes from a whole one.
    expect(await other.service.backup.restore(short, withPassphrase())).toMatchObject({ restored: false });
    expect(await other.service.backup.restore(whole, withPassphrase())).toMatchObject({ documents: 4, damaged: [], restored: true });
    expect(await other.service.documents.verify(ids[3] ?? "", null)).toBe(true);
    // Only the second copy of the list is gone: nothing is missing, and nothing is asked.
    const third = await World.make();
    expect(await third.service.backup.restore(cut(whole.size - 1), withPassphrase())).toMatchObject({ documents: 4, damaged: [], restored: true });
  });

  it("into an open vault with its list gone is refused, not called a success", async () => {
    const { world } = await filled();
    const bytes = new Uint8Array(await (await backupOf(world)).arrayBuffer());
    const text = Buffer.from(bytes.buffer);
    for (const at of [text.indexOf("MQVE"), text.lastIndexOf("MQVE")]) bytes[at + 60] = (bytes[at + 60] ?? 0) ^ 1;
    await expect(world.service.backup.restore(new Blob([bytes]), withPassphrase(), { incomplete: true })).rejects.toMatchObject({ code: "BACKUP_DAMAGED" });
    expect((await world.service.documents.search({})).total).toBe(4);
  });
});

it("takes the place of a header that can't be read any more", async () => {
  const { world, ids } = await filled();
  const file = await backupOf(world);
  await world.database.put("header", new ArrayBuffer(10), "header");
  world.start();
  expect(await world.service.state()).toEqual({ kind: "locked", slots: [] });
  await expect(world.service.lock.unlock(withPassphrase())).rejects.toMatchObject({ code: "HEADER_DAMAGED" });
  expect(await world.service.backup.restore(file, withPassphrase())).toMatchObject({ documents: 4, damaged: [] });
  expect(await world.service.documents.verify(ids[3] ?? "", null)).toBe(true);
});
