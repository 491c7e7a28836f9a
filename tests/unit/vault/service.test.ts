import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../src/vault/api.ts";
import { bytesOf, passphraseBytes, same, withPassphrase, World } from "./world.ts";
import { secretBytes } from "../../../src/vault/crypto/passphrase.ts";

const file = (content: Uint8Array<ArrayBuffer> | string, type = ""): Blob => new Blob([content], { type });

describe("a vault", () => {
  it("is made, locked, opened by passphrase and by sheet", async () => {
    const world = await World.make();
    expect(await world.service.state()).toEqual({ kind: "none", lost: false });
    const code = await world.created();
    expect((await world.service.state()).kind).toBe("unlocked");
    await world.service.records.put("consents", "a", { purpose: "ჯანმრთელობა" });
    world.start();
    expect((await world.service.state()).kind).toBe("locked");
    await expect(world.service.records.list("consents")).rejects.toMatchObject({ code: "VAULT_LOCKED" });
    await expect(world.service.lock.unlock(withPassphrase("არასწორი სიტყვები აქ"))).rejects.toMatchObject({ code: "SECRET_WRONG" });
    await world.service.lock.unlock(withPassphrase());
    expect(await world.service.records.list("consents")).toMatchObject([{ id: "a", value: { purpose: "ჯანმრთელობა" } }]);
    await world.reopened({ kind: "recovery", code: secretBytes(code.toLowerCase().replaceAll("-", " ")) });
    expect(await world.service.records.get("consents", "a")).toMatchObject({ value: { purpose: "ჯანმრთელობა" } });
    await expect(world.service.lock.create(passphraseBytes())).rejects.toMatchObject({ code: "VAULT_EXISTS" });
  });

  it("keeps documents of every edge size, their facts and revisions", async () => {
    const world = await World.make();
    await world.created();
    for (const size of [0, 1, 61_439, 61_440, 61_441, 300_000]) {
      const content = bytesOf(size, size + 1);
      const { document } = await world.service.documents.add(file(content, "application/pdf"), { name: `${size}.pdf`, category: "health", tags: ["ექიმი"] });
      expect(document).toMatchObject({ name: `${size}.pdf`, category: "health", tags: ["ექიმი"], type: "application/pdf" });
      expect(same(await world.service.documents.read(document.documentId, null, 0, size + 10), content)).toBe(true);
      expect(await world.service.documents.verify(document.documentId, null)).toBe(true);
      if (size > 2) expect(await world.service.documents.read(document.documentId, null, size - 2, 1)).toEqual(content.slice(size - 2, size - 1));
    }
    const [one] = (await world.service.documents.search({ text: "61440" })).documents;
    if (!one) throw new Error("not found");
    const second = await world.service.documents.addRevision(one.documentId, file("ახალი"), one.version);
    expect(second.revisions).toMatchObject([{ revision: 1, conflict: false }, { revision: 2, conflict: false }]);
    const third = await world.service.documents.addRevision(one.documentId, file("სხვა"), one.version);
    expect(third.revisions.at(-1)).toMatchObject({ revision: 3, conflict: true });
    await world.reopened();
    expect(new TextDecoder().decode(await world.service.documents.read(one.documentId, 2, 0, 100))).toBe("ახალი");
    expect(new TextDecoder().decode(await world.service.documents.read(one.documentId, null, 0, 100))).toBe("სხვა");
    expect((await world.service.documents.search({})).total).toBe(6);
  });

  it("purges for good: rows, chunks, text; and the vault key is another one", async () => {
    const world = await World.make();
    await world.created();
    const kept = await world.service.documents.add(file("ვინახავ", "text/plain"), { name: "ერთი" });
    const gone = await world.service.documents.add(file(bytesOf(200_000)), { name: "ორი" });
    const chunks = await world.database.count("chunk");
    await world.service.documents.bin([gone.document.documentId]);
    expect((await world.service.documents.search({ inBin: true })).total).toBe(1);
    await world.service.documents.purge([gone.document.documentId]);
    expect(await world.service.documents.get(gone.document.documentId)).toBeNull();
    expect(await world.database.count("chunk")).toBeLessThan(chunks);
    expect(await world.database.count("journal")).toBe(0);
    expect(new TextDecoder().decode(await world.service.documents.read(kept.document.documentId, null, 0, 99))).toBe("ვინახავ");
    await world.reopened();
    expect(new TextDecoder().decode(await world.service.documents.read(kept.document.documentId, null, 0, 99))).toBe("ვინახავ");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await world.service.documents.search({ text: "ვინახავს" })).toMatchObject({ total: 1 });
    const [, second] = world.events.filter((event) => event.kind === "text-ready");
    expect(second).toBeDefined();
  });

  it("a document of parts that are in the vault already, and of new ones between them", async () => {
    const world = await World.make();
    await world.created();
    const original = bytesOf(5_000_000, 3);
    const { document } = await world.service.documents.add(file(original), { name: "სკანი.pdf" });
    const { documentId } = document;
    const [before, after] = [bytesOf(100, 1), bytesOf(70_000, 2)];
    const sha256 = document.revisions[0]?.sha256 ?? "";
    const signed = await world.service.documents.addRevision(documentId, [{ documentId, sha256, from: 0, to: original.length }, new Blob([after])], document.version);
    expect(signed.revisions).toMatchObject([{ size: 5_000_000 }, { size: 5_070_000 }]);
    const container = await world.service.documents.add([new Blob([before]), { documentId, sha256, from: 61_000, to: 200_000 }, new Blob([after])], { name: "სკანი.asice", type: "application/vnd.etsi.asic-e+zip" });
    const parts = container.document.documentId;
    expect(await world.service.documents.verify(parts, null)).toBe(true);
    expect(same(await world.service.documents.read(parts, null, 0, 1e6), new Uint8Array([...before, ...original.slice(61_000, 200_000), ...after]))).toBe(true);
    expect(same(await world.service.documents.read(documentId, 2, 4_999_000, 1e6), new Uint8Array([...original.slice(4_999_000), ...after]))).toBe(true);
    // A part that is not there: nothing is left of it.
    const chunks = await world.database.count("chunk");
    await expect(world.service.documents.add([{ documentId, sha256: "0".repeat(64), from: 0, to: 10 }], { name: "არა" })).rejects.toMatchObject({ code: "DOCUMENT_NONE" });
    await expect(world.service.documents.add([{ documentId, sha256, from: 0, to: 6_000_000 }], { name: "არა" })).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
    for (const [from, to] of [[10, 5], [-1, 5], [0.5, 5]] as const) await expect(world.service.documents.add([{ documentId, sha256, from, to }], { name: "არა" })).rejects.toMatchObject({ code: "INVALID" });
    expect(await world.database.count("chunk")).toBe(chunks);
    expect(await world.database.count("journal")).toBe(0);
  });

  it("keeps while locked, and merges at opening", async () => {
    const world = await World.make();
    await expect(world.service.inbox.keep({ kind: "record", collection: "drafts", id: "d", value: 1 })).rejects.toMatchObject({ code: "VAULT_NONE" });
    await world.created();
    world.start();
    const content = bytesOf(130_000, 7);
    expect(await world.service.inbox.keep({ kind: "record", collection: "drafts", id: "d", value: { text: "დრაფტი" } })).toBe("sealed");
    expect(await world.service.inbox.keep({ kind: "file", file: file(content), facts: { name: "პასუხი.pdf" } })).toBe("sealed");
    expect(await world.service.inbox.waiting()).toBe(2);
    await world.service.lock.unlock(withPassphrase());
    expect(await world.service.inbox.waiting()).toBe(0);
    expect(await world.service.state()).toMatchObject({ notices: [{ kind: "merged", entries: 2, damaged: 0 }] });
    expect(await world.service.records.get("drafts", "d")).toMatchObject({ value: { text: "დრაფტი" } });
    const [answer] = (await world.service.documents.search({ text: "პასუხი" })).documents;
    expect(same(await world.service.documents.read(answer?.documentId ?? "", null, 0, 1e6), content)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await world.service.documents.verify(answer?.documentId ?? "", null)).toBe(true);
  });

  it("what is new and kept twice while locked is one record, and takes the place of nothing that is there", async () => {
    const world = await World.make();
    await world.created();
    const keep = (value: string): Promise<string> => world.service.inbox.keep({ kind: "record", collection: "organisations", id: "o", value, fresh: true });
    for (const life of [1, 2]) {
      world.start();
      expect(await keep(`press ${life}`)).toBe("sealed");
    }
    await world.service.lock.unlock(withPassphrase());
    expect((await world.service.records.list("organisations")).map(({ value }) => value)).toEqual(["press 1"]);
    await world.service.records.put("organisations", "o", "as the person put it right");
    world.wall += 60_000;
    world.start();
    await keep("press 3");
    await world.service.lock.unlock(withPassphrase());
    expect(await keep("press 4")).toBe("stored");
    expect((await world.service.records.list("organisations")).map(({ value }) => value)).toEqual(["as the person put it right"]);
  });

  it("what fills a record that is there gives it the named fields and no others, whichever of the two is sealed first, and what says less takes nothing of it away", async () => {
    const world = await World.make();
    await world.created();
    const [part, whole] = [{ files: ["a"], missing: ["b"], at: 1 }, { files: ["a", "b"], missing: [], at: 2 }];
    const keep = (id: string, value: Json, fills: object): Promise<string> => world.service.inbox.keep({ kind: "record", collection: "answers", id, value, fresh: true, ...fills });
    const fills = { fills: ["files", "missing"] };
    // In one life of the worker, in two, and with a record that the person has changed since.
    await world.service.records.put("answers", "there", { ...part, marks: "theirs" });
    world.start();
    for (const id of ["one life", "two lives"]) await keep(id, part, {});
    await keep("one life", whole, fills);
    await keep("other way", whole, fills);
    await keep("other way", part, {});
    world.start();
    await keep("two lives", whole, fills);
    await keep("there", whole, fills);
    await keep("other way", part, {});
    await world.service.lock.unlock(withPassphrase());
    const kept = async (id: string): Promise<unknown> => (await world.service.records.get("answers", id))?.value;
    expect([await kept("one life"), await kept("two lives"), await kept("other way"), await kept("there")]).toEqual([whole, { ...whole, at: 1 }, whole, { ...part, ...whole, at: 1, marks: "theirs" }]);
    // The vault was opened while it was fetched.
    await world.service.records.put("answers", "open", { ...part, marks: "theirs" });
    expect(await keep("open", whole, fills)).toBe("stored");
    expect(await kept("open")).toEqual({ ...whole, at: 1, marks: "theirs" });
  });

  it("changes its ways in, and never loses the last one", async () => {
    const world = await World.make();
    const code = await world.created();
    await world.service.records.put("drafts", "a", 1);
    const next = "ახალი გრძელი სიტყვა 2026";
    await expect(world.service.slots.changePassphrase(withPassphrase("სულ სხვა სიტყვები"), secretBytes(next))).rejects.toMatchObject({ code: "SECRET_WRONG" });
    await expect(world.service.slots.changePassphrase(withPassphrase(), secretBytes("მოკლე"))).rejects.toMatchObject({ code: "SECRET_WEAK" });
    await world.service.slots.changePassphrase(withPassphrase(), secretBytes(next));
    const { slotId, challenge } = await world.service.slots.prepare();
    await world.service.slots.addPasskey(slotId, challenge, Uint8Array.of(1, 2, 3), bytesOf(32, 9));
    const card = await world.service.slots.prepare();
    await expect(world.service.slots.addCard(card.slotId, card.challenge, bytesOf(256, 1), bytesOf(256, 2))).rejects.toMatchObject({ code: "INVALID" });
    await world.service.slots.addCard(card.slotId, card.challenge, bytesOf(256, 1), bytesOf(256, 1));
    const { recoveryCode } = await world.service.slots.newRecoveryCode();
    for (const secret of [withPassphrase(next), { kind: "recovery", code: secretBytes(recoveryCode) }, { kind: "passkey", slotId, prf: bytesOf(32, 9) }, { kind: "card", slotId: card.slotId, signature: bytesOf(256, 1) }] as const) {
      await world.reopened(secret);
      expect(await world.service.records.get("drafts", "a")).toMatchObject({ value: 1 });
    }
    world.start();
    for (const secret of [withPassphrase(), { kind: "recovery", code: secretBytes(code) }, { kind: "passkey", slotId, prf: bytesOf(32, 8) }] as const) {
      await expect(world.service.lock.unlock(secret)).rejects.toMatchObject({ code: "SECRET_WRONG" });
    }
    await world.reopened(withPassphrase(next));
    const state = await world.service.state();
    const slots = state.kind === "unlocked" ? state.slots : [];
    expect(slots.map(({ kind }) => kind).sort()).toEqual(["card", "passkey", "passphrase", "recovery"]);
    const idOf = (kind: string): string => slots.find((slot) => slot.kind === kind)?.slotId ?? "";
    await world.service.slots.remove(idOf("recovery"));
    await expect(world.service.slots.remove(idOf("passphrase"))).rejects.toMatchObject({ code: "SLOT_LAST" });
    await expect(world.service.slots.remove("AAAAAAAAAAAAAAAAAAAAAA==")).rejects.toMatchObject({ code: "SLOT_NONE" });
  });

  it("locks when nobody acts, by either clock", async () => {
    const world = await World.make();
    await world.created();
    world.wall += 9 * 60_000;
    world.steady += 9 * 60_000;
    await world.service.lock.touch();
    world.wall -= 24 * 3_600_000;
    world.service.checkIdle();
    expect(world.ended).toBe(0);
    world.steady += 10 * 60_000;
    world.service.checkIdle();
    expect(world.ended).toBe(1);
    await world.service.lock.happened({ kind: "system-locked" });
    expect(world.ended).toBe(2);
  });

  it("locks by the card that was there, if that was chosen: not by another reader or another's card", async () => {
    const world = await World.make();
    await world.created();
    const { lock, slots } = world.service;
    const [mine, other] = ["072f:90cc#0", "04e6:5111#0"];
    const happen = async (kind: "card-seen" | "card-removed", ...places: string[]): Promise<number> => {
      await lock.happened({ kind, places });
      return world.ended;
    };
    const unplug = async (place: string): Promise<number> => {
      await lock.happened({ kind: "reader-gone", usbId: place.slice(0, 9) });
      return world.ended;
    };
    await happen("card-seen", mine);
    // Not chosen yet.
    expect(await happen("card-removed", mine)).toBe(0);
    await lock.setRules({ idleMinutes: 10, onSystemLock: true, onCardRemoval: true });
    expect([await happen("card-removed", other), await unplug(other)]).toEqual([0, 0]);
    expect([await happen("card-removed", other, mine), await unplug(mine)]).toEqual([1, 2]);
    const { slotId, challenge } = await slots.prepare();
    await slots.addCard(slotId, challenge, new Uint8Array(256).fill(7), new Uint8Array(256).fill(7));
    world.start();
    await world.service.lock.unlock({ kind: "card", slotId, signature: new Uint8Array(256).fill(7), places: [mine] });
    const before = world.ended;
    // A card that lies in another reader is another's: this one opened the vault.
    await world.service.lock.happened({ kind: "card-seen", places: [other, mine] });
    await world.service.lock.happened({ kind: "card-removed", places: [other] });
    await world.service.lock.happened({ kind: "reader-gone", usbId: "04e6:5111" });
    expect(world.ended).toBe(before);
    await world.service.lock.happened({ kind: "card-removed", places: [mine] });
    expect(world.ended).toBe(before + 1);
  });

  it("notices an older copy of itself", async () => {
    const world = await World.make();
    await world.created();
    await world.service.records.put("drafts", "a", 1);
    const rows = await world.database.getAll("main");
    await world.service.records.put("drafts", "b", 2);
    await world.database.delete("main", rows.length + 1);
    await world.reopened();
    expect(await world.service.state()).toMatchObject({ notices: [{ kind: "rolled-back" }] });
  });

  it("says that there is no room before it writes, and leaves nothing", async () => {
    const world = await World.make();
    await world.created();
    world.available = 5 << 20;
    await expect(world.service.documents.add(file(bytesOf(2 << 20)), { name: "დიდი" })).rejects.toMatchObject({ code: "QUOTA_FULL" });
    expect(await world.database.count("chunk")).toBe(0);
    // So little that nothing goes in any more; then something is thrown away.
    world.available = 4 << 20;
    await expect(world.service.documents.add(file(bytesOf(2 << 20)), { name: "დიდი" })).rejects.toMatchObject({ code: "QUOTA_FULL" });
    await expect(world.service.documents.add(file(bytesOf(1000)), { name: "პატარა" })).rejects.toMatchObject({ code: "QUOTA_FULL" });
    world.available = 1 << 30;
    await world.service.documents.add(file(bytesOf(1000)), { name: "პატარა" });
  });

  it("knows a file by the same hash, whether it is hashed at once, gathered, or in pieces", async () => {
    const world = await World.make();
    await world.created();
    for (const size of [0, 1, 32 * 61_440, 32 * 61_440 + 1, (12 << 20) - 1, 12 << 20, (12 << 20) + 1]) {
      const bytes = bytesOf(size, size + 3);
      const { document } = await world.service.documents.add(file(bytes), { name: String(size) });
      expect(document.revisions[0]?.sha256, String(size)).toBe(createHash("sha256").update(bytes).digest("hex"));
      expect(await world.service.documents.verify(document.documentId, null), String(size)).toBe(true);
    }
  });
});

it("knows a vault that went away by itself from one that was never there, and from one that was taken away", async () => {
  const world = await World.make();
  expect(await world.service.state()).toEqual({ kind: "none", lost: false });
  await world.created();
  await world.database.delete("header", "header");
  world.start();
  expect(await world.service.state()).toEqual({ kind: "none", lost: true });
  await world.created();
  await world.service.lock.destroy();
  world.start();
  expect(await world.service.state()).toEqual({ kind: "none", lost: false });
});
