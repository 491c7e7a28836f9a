// Several computers over a folder that any sync service may carry: they come to the same, and nothing is lost.
import { describe, expect, it } from "vitest";
import { carry, Computer, names, settle, two, whole } from "./folderWorld.ts";
import { bytesOf, same } from "./world.ts";

const named = async (computer: Computer, name: string) => {
  const { documents } = await computer.service.documents.search({ limit: 1000 });
  const found = documents.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

it("computers that were given the same name are told apart", async () => {
  const [a, b, c] = [await Computer.make(), await Computer.make(), await Computer.make()];
  await a.begin("Chrome, Linux");
  const code = await a.service.folder.code();
  for (const one of [b, c]) {
    for (const other of [a, b]) carry(other.folder, one.folder, whole, new Set());
    await one.begin("Chrome, Linux", code);
  }
  await settle([a, b, c]);
  for (const one of [a, b, c]) {
    const state = await one.service.folder.state();
    expect(state.kind === "on" ? state.computers.map(({ label }) => label).toSorted() : []).toEqual(["Chrome, Linux", "Chrome, Linux 2", "Chrome, Linux 3"]);
  }
});

describe("two computers", () => {
  it("documents, versions, records and removals come over; only ciphertext lies in the folder", async () => {
    const [a, b] = await two();
    const content = bytesOf(200_000, 5);
    await a.service.documents.add(new Blob([content]), { name: "ქვითარი-ზებრა", tags: ["გადასახადი"] });
    await a.service.documents.add(new Blob(["ექიმის დასკვნა"], { type: "text/plain" }), { name: "ცნობა" });
    await a.service.records.put("consents", "c", { purpose: "ჯანმრთელობა" });
    await a.service.records.put("settings", "lock", { idleMinutes: 60 });
    await settle([a, b]);
    expect(await names(b)).toEqual(["ქვითარი-ზებრა", "ცნობა"]);
    const there = await named(b, "ქვითარი-ზებრა");
    expect(same(await b.service.documents.read(there.documentId, null, 0, 1e6), content)).toBe(true);
    expect((await b.service.documents.search({ text: "დასკვნა" })).total).toBe(1);
    expect(await b.service.records.get("consents", "c")).toMatchObject({ value: { purpose: "ჯანმრთელობა" } });
    // How this computer locks is its own.
    expect(await b.service.records.get("settings", "lock")).toBeNull();
    for (const file of a.folder.files.values()) for (const text of ["ზებრა", "ოფისი", "ჯანმრთელობა"]) expect(Buffer.from(file).includes(Buffer.from(text))).toBe(false);
    // A new version there, and away with the other.
    await b.service.documents.addRevision(there.documentId, new Blob(["მეორე"]), there.version);
    await b.service.documents.purge([(await named(b, "ცნობა")).documentId]);
    await b.service.records.remove("consents", "c");
    await settle([a, b]);
    expect(await names(a)).toEqual(["ქვითარი-ზებრა"]);
    const back = await named(a, "ქვითარი-ზებრა");
    expect(back.revisions.map(({ conflict }) => conflict)).toEqual([false, false]);
    expect(Buffer.from(await a.service.documents.read(back.documentId, null, 0, 100)).toString()).toBe("მეორე");
    expect(await a.service.records.get("consents", "c")).toBeNull();
    // What was thrown away is not in the folder either: two revisions, one object each.
    const objects = (computer: Computer): number => [...computer.folder.files.entries()].filter(([name, file]) => name.includes("/objects/") && file.length % 256 !== 28).length;
    expect([objects(a), objects(b)]).toEqual([2, 2]);
    // Open again after a restart, all of it is still there and nothing goes round in circles.
    await a.world.reopened();
    expect(await a.service.folder.now()).toMatchObject({ received: 0, sent: 0, waiting: 0 });
    expect(await a.service.folder.state()).toMatchObject({ kind: "on", computers: [{ label: "ოფისი", mine: true }, { label: "სახლი", mine: false }] });
  });

  it("changed on both: both versions are kept, and it is said", async () => {
    const [a, b] = await two();
    const { document } = await a.service.documents.add(new Blob(["ერთი"]), { name: "ხელშეკრულება" });
    await a.service.records.put("drafts", "d", { text: "თავიდან" });
    await settle([a, b]);
    for (const [computer, word] of [[a, "ოფისში"], [b, "სახლში"]] as const) {
      computer.world.wall += 60_000;
      const view = await named(computer, "ხელშეკრულება");
      const changed = await computer.service.documents.addRevision(document.documentId, new Blob([word]), view.version);
      await computer.service.documents.change(document.documentId, { name: `ხელშეკრულება ${word}` }, changed.version);
      await computer.service.records.put("drafts", "d", { text: word });
    }
    await settle([a, b]);
    for (const computer of [a, b]) {
      const view = await computer.service.documents.get(document.documentId);
      expect(view?.revisions.map(({ revision, conflict }) => [revision, conflict])).toEqual([[1, false], [2, false], [3, true]]);
      const texts = new Set<string>();
      for (const { revision } of view?.revisions ?? []) texts.add(Buffer.from(await computer.service.documents.read(document.documentId, revision, 0, 100)).toString());
      expect(texts).toEqual(new Set(["ერთი", "ოფისში", "სახლში"]));
      const conflicts = await computer.service.folder.conflicts();
      expect(conflicts.map(({ collection }) => collection).toSorted()).toEqual(["documents", "drafts"]);
      const seen = [JSON.stringify(await computer.service.records.get("drafts", "d")), view?.name, ...conflicts.map(({ lost }) => JSON.stringify(lost))].join();
      for (const word of ["ოფისში", "სახლში"]) expect(seen).toContain(word);
    }
    // The person takes the other version: here and there.
    const [mine] = (await a.service.folder.conflicts()).filter(({ collection }) => collection === "drafts");
    // Both versions are shown.
    expect([JSON.stringify(mine?.lost), JSON.stringify(mine?.standing)].flatMap((one) => /ოფისში|სახლში/.exec(one ?? "") ?? []).toSorted()).toEqual(["ოფისში", "სახლში"]);
    const before = (await a.service.records.get("drafts", "d"))?.value;
    await a.service.folder.resolve(mine?.conflictId ?? "", true);
    expect((await a.service.records.get("drafts", "d"))?.value).not.toEqual(before);
    // That was the choice: it is not asked for again.
    expect((await a.service.folder.conflicts()).map(({ collection }) => collection)).toEqual(["documents"]);
    await settle([a, b]);
    expect((await b.service.records.get("drafts", "d"))?.value).toEqual((await a.service.records.get("drafts", "d"))?.value);
    expect(await b.service.folder.conflicts()).toHaveLength(1);
  });

  it("thrown away here, worked on there: it stays", async () => {
    const [a, b] = await two();
    const { document } = await a.service.documents.add(new Blob(["ერთი"]), { name: "ცნობა" });
    await settle([a, b]);
    await a.service.documents.purge([document.documentId]);
    const view = await named(b, "ცნობა");
    await b.service.documents.addRevision(document.documentId, new Blob(["ორი"]), view.version);
    await settle([a, b]);
    for (const computer of [a, b]) expect((await named(computer, "ცნობა")).revisions).toHaveLength(2);
  });

  it("a new code: all of it is there under the new one and nothing under the old; the other computer is told, and goes on with the new one", async () => {
    const [a, b] = await two();
    const content = bytesOf(100_000, 3);
    await a.service.documents.add(new Blob([content]), { name: "ხელშეკრულება" });
    await settle([a, b]);
    const old = await a.service.folder.code();
    const oldRoot = (await a.folder.folders([]))[0] ?? "";
    // What the other one wrote last comes along; what it has not brought yet comes when it has the code.
    await b.service.records.put("consents", "c", { purpose: "ჯანმრთელობა" });
    await settle([a, b]);
    await b.service.records.put("consents", "d", { purpose: "განათლება" });
    await a.service.folder.renew();
    const code = await a.service.folder.code();
    expect(code).not.toBe(old);
    expect([...a.folder.files.keys()].filter((name) => name.startsWith(oldRoot))).toEqual([`${oldRoot}/moved.mqmoved`]);
    expect(await a.service.folder.state()).toMatchObject({ kind: "on", trouble: null, last: { strangers: false } });
    carry(a.folder, b.folder, whole, new Set(b.folder.files.keys()));
    await expect(b.service.folder.now()).rejects.toMatchObject({ code: "FOLDER_MOVED" });
    expect(await b.service.folder.state()).toMatchObject({ trouble: "FOLDER_MOVED" });
    await expect(b.service.folder.rejoin(new TextEncoder().encode(old))).rejects.toMatchObject({ code: "FOLDER_MOVED" });
    const stranger = await Computer.make();
    await stranger.begin("სხვა");
    await expect(b.service.folder.rejoin(new TextEncoder().encode(await stranger.service.folder.code()))).rejects.toMatchObject({ code: "SECRET_WRONG" });
    await b.service.folder.rejoin(new TextEncoder().encode(code));
    await settle([a, b]);
    for (const computer of [a, b]) {
      expect(await names(computer)).toEqual(["ხელშეკრულება"]);
      expect(await computer.service.records.get("consents", "c")).toMatchObject({ value: { purpose: "ჯანმრთელობა" } });
      expect(await computer.service.records.get("consents", "d")).toMatchObject({ value: { purpose: "განათლება" } });
      expect(await computer.service.folder.state()).toMatchObject({ trouble: null, conflicts: 0, last: { strangers: false, waiting: 0 } });
    }
    const { documentId } = await named(b, "ხელშეკრულება");
    expect(same(await b.service.documents.read(documentId, null, 0, 1e6), content)).toBe(true);
    // A third one with the old code is told, too.
    const c = await Computer.make();
    carry(a.folder, c.folder, whole, new Set());
    await expect(c.begin("მესამე", old)).rejects.toMatchObject({ code: "FOLDER_MOVED" });
  });

  it("a new code, cut off at whatever write: the next meeting goes on, and nothing stays under the old one", async () => {
    for (let writes = 0; ; writes += 1) {
      const a = await Computer.make();
      await a.begin("ოფისი");
      await a.service.documents.add(new Blob(["ცნობა"]), { name: "ცნობა" });
      await a.service.folder.now();
      const oldRoot = (await a.folder.folders([]))[0] ?? "";
      a.folder.writesLeft = writes;
      const done = await a.service.folder.renew().then(() => true, () => false);
      a.folder.writesLeft = Infinity;
      await a.world.reopened();
      if (!done) {
        await a.service.folder.now();
        const left = [...a.folder.files.keys()].filter((name) => name.startsWith(oldRoot));
        // Cut off before the code was changed, it is the old one still.
        if (left.length > 1) expect((await a.folder.folders([])).length).toBe(1);
      }
      const b = await Computer.make();
      carry(a.folder, b.folder, whole, new Set());
      await b.begin("სახლი", await a.service.folder.code());
      expect(await names(b)).toEqual(["ცნობა"]);
      if (done) break;
      expect(writes).toBeLessThan(20);
    }
  });

  it("is met after a change, and once a minute; not for what a meeting itself has brought", async () => {
    const [a, b] = await two();
    /** Seconds pass; whether the folder was met then. */
    const met = async (computer: Computer, seconds: number): Promise<boolean> => {
      const before = computer.folder.looks;
      computer.world.steady += seconds * 1000;
      computer.service.checkFolder();
      for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setTimeout(resolve, 2));
      return computer.folder.looks > before;
    };
    expect(await met(a, 5)).toBe(false);
    await a.service.records.put("consents", "c", { purpose: "ჯანმრთელობა" });
    expect(await met(a, 1)).toBe(false);
    expect(await met(a, 5)).toBe(true);
    expect(await met(a, 5)).toBe(false);
    carry(a.folder, b.folder, whole, new Set());
    expect(await b.service.folder.now()).toMatchObject({ received: 1 });
    expect(await met(b, 5)).toBe(false);
    expect(await met(b, 60)).toBe(true);
  });

  it("a wrong code opens nothing; a folder the browser closed, or gone, is said; others' files do no harm", async () => {
    const [a, b] = await two();
    const c = await Computer.make();
    carry(a.folder, c.folder, whole, new Set());
    expect(await c.service.folder.look({} as FileSystemDirectoryHandle)).toEqual({ used: true });
    const stranger = await Computer.make();
    await stranger.begin("სხვა");
    await expect(c.begin("მესამე", await stranger.service.folder.code())).rejects.toMatchObject({ code: "SECRET_WRONG" });
    await expect(c.begin("მესამე", "არა")).rejects.toMatchObject({ code: "SECRET_WRONG" });
    expect(await c.service.folder.state()).toEqual({ kind: "off" });
    for (const [name, content] of stranger.folder.files) a.folder.files.set(name, content);
    for (const name of a.folder.files.keys()) if (name.endsWith(".mqhead")) a.folder.files.set(name.replace(".mqhead", ".txt"), new Uint8Array([1, 2, 3]));
    expect(await a.service.folder.now()).toMatchObject({ strangers: true });
    b.folder.permitted = false;
    await expect(b.service.folder.now()).rejects.toMatchObject({ code: "FOLDER_REFUSED" });
    expect(await b.service.folder.state()).toMatchObject({ trouble: "FOLDER_REFUSED" });
    await b.service.folder.stop();
    expect(await b.service.folder.state()).toEqual({ kind: "off" });
  });

  it("an old copy of the folder is noticed; a file that is not whole is written anew by who has it", async () => {
    const [a, b] = await two();
    const old = new Map(b.folder.files);
    await a.service.documents.add(new Blob([bytesOf(100_000, 3)]), { name: "ახალი" });
    await settle([a, b]);
    await a.service.records.put("drafts", "d", 1);
    await settle([a, b]);
    b.folder.files.clear();
    for (const [name, content] of old) b.folder.files.set(name, content);
    expect((await b.service.folder.now()).behind).toContain("ოფისი");
    // Nothing is lost here by it.
    expect(await names(b)).toEqual(["ახალი"]);
    const c = await Computer.make();
    for (const name of a.folder.files.keys()) if (name.includes("/objects/") && (a.folder.files.get(name)?.length ?? 0) > 50_000) a.folder.files.set(name, new Uint8Array(10));
    carry(a.folder, c.folder, whole, new Set());
    await c.begin("მესამე", await a.service.folder.code());
    expect((await c.service.folder.now()).waiting).toBeGreaterThan(0);
    await settle([a, c]);
    expect(await names(c)).toEqual(["ახალი"]);
  });

  it("whatever byte of whatever file is changed, cut or swapped with another's: nothing wrong comes in, and nothing fails", async () => {
    const [a, b] = await two();
    await a.service.documents.add(new Blob([bytesOf(70_000, 8)]), { name: "ერთი" });
    await a.service.documents.add(new Blob([bytesOf(500, 9)]), { name: "ორი" });
    await a.service.records.put("drafts", "d", "სიტყვა");
    await a.service.folder.now();
    const good = new Map(a.folder.files);
    const paths = [...good.keys()];
    expect(paths.length).toBeGreaterThan(4);
    for (const [at, name] of paths.entries()) {
      const content = good.get(name) ?? new Uint8Array(0);
      const other = good.get(paths[(at + 1) % paths.length] ?? "") ?? content;
      const flipped = content.slice();
      const place = (at * 7919) % flipped.length;
      flipped[place] = (flipped[place] ?? 0) ^ 1;
      for (const bad of [flipped, content.slice(0, -1), other, new Uint8Array(0)]) {
        b.folder.files.clear();
        for (const [one, file] of good) b.folder.files.set(one, one === name ? bad : file);
        await b.world.reopened();
        await b.service.folder.now();
        for (const view of (await b.service.documents.search({})).documents) expect(await b.service.documents.verify(view.documentId, null)).toBe(true);
        expect([null, "სიტყვა"]).toContain((await b.service.records.get("drafts", "d"))?.value ?? null);
      }
    }
    await settle([a, b]);
    expect((await b.service.documents.search({})).total).toBe(2);
  });

  it("a copied profile is another computer from the day it is noticed", async () => {
    const [a, b] = await two();
    await settle([a, b]);
    // The copy writes in the same name.
    const twin = await Computer.make();
    for (const store of ["header", "main", "text", "chunk"] as const) {
      await twin.world.database.clear(store);
      const keys = await a.world.database.getAllKeys(store);
      for (const key of keys) await twin.world.database.put(store, (await a.world.database.get(store, key as never)) as never, key);
    }
    carry(a.folder, twin.folder, whole, new Set());
    twin.keepFolder();
    await twin.world.reopened();
    for (const [name, content] of a.folder.files) twin.folder.files.set(name, content);
    for (const [computer, word] of [[a, "a"], [twin, "twin"]] as const) {
      await computer.service.records.put("drafts", word, word);
      await computer.service.folder.now();
    }
    await settle([a, twin, b]);
    for (const computer of [a, b, twin]) expect((await computer.service.records.list("drafts")).map(({ id }) => id).toSorted()).toEqual(["a", "twin"]);
  });
});
