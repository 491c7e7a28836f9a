// A new code for the folder never costs the last copy of anything.
import { describe, expect, it } from "vitest";
import { carry, names, settle, two, whole } from "./folderWorld.ts";
import { bytesOf } from "./world.ts";

describe("a new code", () => {
  it("waits for what is still on its way: it may lie nowhere else", async () => {
    const [a, b] = await two();
    await b.service.documents.add(new Blob([bytesOf(100_000, 3)]), { name: "ხელშეკრულება" });
    await b.service.folder.now();
    const largest = [...b.folder.files].toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? "";
    carry(b.folder, a.folder, (name) => (name === largest ? "skip" : "whole"), new Set());
    const code = await a.service.folder.code();
    await expect(a.service.folder.renew()).rejects.toMatchObject({ code: "FOLDER_WAITING" });
    expect(await a.service.folder.code()).toBe(code);
    carry(b.folder, a.folder, whole, new Set());
    await a.service.folder.renew();
    expect(await a.service.folder.code()).not.toBe(code);
    expect(await names(a)).toEqual(["ხელშეკრულება"]);
  });

  it("a document that is damaged here keeps its copy under the old code; what comes there after the move is cleared", async () => {
    const [a, b] = await two();
    await a.service.documents.add(new Blob([bytesOf(100_000, 3)]), { name: "ხელშეკრულება" });
    await settle([a, b]);
    await b.service.records.put("consents", "d", { purpose: "განათლება" });
    await b.service.folder.now();
    const late = new Map(b.folder.files);
    const oldRoot = (await a.folder.folders([]))[0] ?? "";
    await a.world.database.clear("chunk");
    await a.service.folder.renew();
    const under = (): readonly string[] => [...a.folder.files.keys()].filter((name) => name.startsWith(oldRoot));
    expect(under()).toContain(`${oldRoot}/moved.mqmoved`);
    expect(under().some((name) => name.includes("/objects/"))).toBe(true);
    await a.service.folder.now();
    expect(under().some((name) => name.includes("/objects/"))).toBe(true);
    // The other computer has all of it.
    carry(a.folder, b.folder, whole, new Set());
    await b.service.folder.rejoin(new TextEncoder().encode(await a.service.folder.code()));
    expect([...b.folder.files.keys()].filter((name) => name.startsWith(oldRoot))).toEqual([`${oldRoot}/moved.mqmoved`]);
    expect([...late.keys()].filter((name) => name.startsWith(oldRoot)).length).toBeGreaterThan(1);
    expect(await names(b)).toEqual(["ხელშეკრულება"]);
  });
});
