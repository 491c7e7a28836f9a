// What frames leave in the vault: drafts while it is locked, and their files when a draft is thrown away.
import { describe, expect, it } from "vitest";
import { signersOf } from "../../../src/vault/signers.ts";
import { withPassphrase, World } from "./world.ts";

describe("kept while locked", () => {
  it("what is typed is one entry a draft, however often it is kept, and the last words count", async () => {
    const world = await World.make();
    await world.created();
    await world.service.records.put("drafts", "a", "ღიად");
    world.start();
    for (let typed = 1; typed <= 20; typed += 1) {
      world.wall += 400;
      await world.service.inbox.keep({ kind: "record", collection: "drafts", id: "a", value: `ა ${typed}` });
      await world.service.inbox.keep({ kind: "record", collection: "drafts", id: "b", value: `ბ ${typed}` });
    }
    await world.service.inbox.keep({ kind: "file", file: new Blob(["ფაილი"]), facts: { name: "ფაილი" } });
    expect(await world.service.inbox.waiting()).toBe(3);
    // Another life does not know what the first one sealed: nothing is replaced that might be somebody else's.
    world.start();
    world.wall += 400;
    await world.service.inbox.keep({ kind: "record", collection: "drafts", id: "a", value: "ბოლო" });
    expect(await world.service.inbox.waiting()).toBe(4);
    await world.service.lock.unlock(withPassphrase());
    expect((await world.service.records.get("drafts", "a"))?.value).toBe("ბოლო");
    expect((await world.service.records.get("drafts", "b"))?.value).toBe("ბ 20");
    expect((await world.service.documents.search({})).total).toBe(1);
    expect(await world.service.inbox.waiting()).toBe(0);
  });
});

describe("a draft's files", () => {
  it("go to the bin and come back with it; nothing else is touched by that call", async () => {
    const world = await World.make();
    await world.created();
    const { document: theirs } = await world.service.documents.add(new Blob(["ა"]), { name: "ა", source: "draft", extra: { attachment: "x" } });
    const { document: other } = await world.service.documents.add(new Blob(["ბ"]), { name: "ბ", source: "draft", extra: { attachment: "y" } });
    const { document: own } = await world.service.documents.add(new Blob(["გ"]), { name: "გ", source: "file", extra: { attachment: "x" } });
    const binned = async (id: string): Promise<boolean> => (await world.service.documents.get(id))?.binnedAt !== null;
    await world.service.documents.binAttachments(["x", "unknown"], true);
    expect([await binned(theirs.documentId), await binned(other.documentId), await binned(own.documentId)]).toEqual([true, false, false]);
    await world.service.documents.binAttachments(["x"], false);
    expect(await binned(theirs.documentId)).toBe(false);
  });
});

it("a vault that the browser has lost is not taken for one that never was", async () => {
  const world = await World.make();
  expect(await world.service.state()).toEqual({ kind: "none", lost: false });
  await world.created();
  await world.database.clear("header");
  world.start();
  expect(await world.service.state()).toEqual({ kind: "none", lost: true });
  await world.service.lock.destroy();
  world.start();
  expect(await world.service.state()).toEqual({ kind: "none", lost: false });
});

describe("verdicts", () => {
  it("words that say what a document is about find it, and are no tag of anybody's", async () => {
    const world = await World.make();
    await world.created();
    await world.service.documents.add(new Blob(["x"]), { name: "scan-004.pdf", extra: { about: "პასუხი ქონების შესახებ 14/2026" } });
    for (const text of ["ქონებ", "14/2026"]) expect((await world.service.documents.search({ text })).documents.map(({ name, tags }) => [name, tags])).toEqual([["scan-004.pdf", []]]);
  });

  it("belong to one content: a document that was replaced is looked at anew, and keeps its place in the list", async () => {
    const world = await World.make();
    await world.created();
    const { document } = await world.service.documents.add(new Blob(["%PDF-1"]), { name: "ა.PDF" });
    await world.service.documents.add(new Blob(["text"]), { name: "ბ.txt" });
    const ask = () => world.service.documents.withoutVerdict([".pdf"], [], 1000, 10);
    const [found] = await ask();
    expect(found?.documentId).toBe(document.documentId);
    const sha256 = document.revisions[0]?.sha256 ?? "";
    world.wall += 1000;
    await world.service.documents.setVerdict(document.documentId, "0".repeat(64), "valid");
    expect(await ask()).toHaveLength(1);
    await world.service.documents.setVerdict(document.documentId, sha256, "valid", ["ნინო ტესტაძე"]);
    expect(await ask()).toHaveLength(0);
    const view = await world.service.documents.get(document.documentId);
    expect(view).toMatchObject({ signed: "valid", changedAt: document.changedAt });
    expect((await world.service.documents.search({ signed: true })).total).toBe(1);
    expect((await world.service.documents.search({ text: "ტესტაძ" })).documents.map(signersOf)).toEqual([["ნინო ტესტაძე"]]);
    await world.service.documents.addRevision(document.documentId, new Blob(["%PDF-2"]), view?.version ?? "");
    expect(await ask()).toHaveLength(1);
    // Nobody signed what is there now.
    const replaced = await world.service.documents.get(document.documentId);
    expect(replaced).toMatchObject({ signed: null, extra: {} });
    expect((await world.service.documents.search({ signed: true })).total).toBe(0);
    // Another computer's version came above the one that was looked at: [folder/merge.ts].
    await world.service.documents.change(document.documentId, { signed: "valid", extra: { looked: sha256, signers: ["ნინო ტესტაძე"] } });
    expect(await world.service.documents.get(document.documentId)).toMatchObject({ signed: null, extra: {} });
  });
});
