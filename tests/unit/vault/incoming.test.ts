// What is still on its way into the vault: its length known or not, whole, cut off, silent, refused.
import { describe, expect, it, vi } from "vitest";
import { Documents } from "../../../src/vault/service/documents.ts";
import { incomingSource } from "../../../src/vault/store/incomingSource.ts";
import { heldSize } from "../../../src/vault/store/streamStore.ts";
import { bytesOf, same, World } from "./world.ts";

/** Bytes in pieces of odd sizes. @param breaks after how many of them the connection is lost */
function flow(content: Uint8Array<ArrayBuffer>, { piece = 70_001, breaks = Infinity }: { readonly piece?: number; readonly breaks?: number } = {}): { readonly stream: ReadableStream<Uint8Array>; readonly given: () => string } {
  let at = 0;
  let how = "open";
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (at >= breaks) return controller.error(new TypeError("network error"));
        if (at >= content.length) return controller.close();
        controller.enqueue(content.slice(at, at + piece));
        at += piece;
      },
      cancel: () => void (how = "cancelled"),
    },
    { highWaterMark: 0 },
  );
  return { stream, given: () => how };
}

async function leftOf(world: World): Promise<readonly number[]> {
  return [await world.database.count("chunk"), await world.database.count("journal"), await world.database.count("inbox"), (await world.service.documents.search({}).catch(() => ({ total: 0 }))).total];
}

describe("what is on its way", () => {
  it.each([0, 1, 61_440, heldSize - 1, heldSize, heldSize + 1, 2 * heldSize, 2 * heldSize + 70_000])("%d bytes are stored as they come, whether their number was said or not", async (size) => {
    const world = await World.make();
    await world.created();
    const content = bytesOf(size, 7);
    for (const said of [null, size]) {
      const { document } = await world.service.documents.add({ stream: flow(content).stream, size: said }, { name: `${said}.pdf`, type: "application/pdf" });
      expect(document).toMatchObject({ type: "application/pdf", revisions: [{ size }] });
      expect(await world.service.documents.verify(document.documentId, null)).toBe(true);
      const read: Uint8Array[] = [];
      for (let at = 0; at < size; at += 1 << 20) read.push(await world.service.documents.read(document.documentId, null, at, 1 << 20));
      expect(same(Buffer.concat(read), content)).toBe(true);
    }
  });

  it("says how far it is, with and without the whole", async () => {
    const world = await World.make();
    await world.created();
    const size = 3 * heldSize;
    for (const said of [size, null]) {
      const told: { readonly done: number; readonly total: number }[] = [];
      await world.service.documents.add({ stream: flow(bytesOf(size)).stream, size: said }, { name: "დიდი" }, { onProgress: (one) => void told.push(one) });
      expect(told.some(({ done }) => done > 0 && done < size)).toBe(true);
      expect(told[0]?.total).toBe(said ?? 0);
      expect(told.at(-1)).toEqual({ done: size, total: size });
    }
  });

  it("a text is found by its words", async () => {
    const world = await World.make();
    await world.created();
    await world.service.documents.add({ stream: flow(new TextEncoder().encode("მემკვიდრეობის მოწმობა")).stream, size: null }, { name: "a.txt", type: "text/plain" });
    expect((await world.service.documents.search({ text: "მემკვიდრეობის" })).total).toBe(1);
  });

  it("a text that can't be read for its words is kept all the same", async () => {
    const world = await World.make();
    await world.created();
    const read = vi.spyOn(Documents.prototype, "read").mockRejectedValueOnce(new Error("the disk is busy"));
    await expect(world.service.documents.add({ stream: flow(new TextEncoder().encode("მოწმობა")).stream, size: null }, { name: "a.txt", type: "text/plain" })).resolves.toMatchObject({ document: { name: "a.txt" } });
    read.mockRestore();
  });

  it.each([0, 70_001, 2 * heldSize])("broken off after %d bytes nothing is left of it, open or locked", async (breaks) => {
    const world = await World.make();
    await world.created();
    const before = await leftOf(world);
    const broken = () => ({ stream: flow(bytesOf(3 * heldSize), { breaks }).stream, size: 3 * heldSize });
    await expect(world.service.documents.add(broken(), { name: "ა" })).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
    expect(await leftOf(world)).toEqual(before);
    world.start();
    const locked = await leftOf(world);
    await expect(world.service.inbox.keep({ kind: "file", file: broken(), facts: { name: "ა" } })).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
    expect(await leftOf(world)).toEqual(locked);
  });

  it("fewer or more bytes than were said are the file, when its stream ends: something has unpacked it on the way", async () => {
    const world = await World.make();
    await world.created();
    for (const size of [1, 99_999, 100_001, 3 * heldSize]) {
      const told: { readonly done: number; readonly total: number }[] = [];
      const { document } = await world.service.documents.add({ stream: flow(bytesOf(100_000, 3)).stream, size }, { name: "ა" }, { onProgress: (one) => void told.push(one) });
      expect(document.revisions).toMatchObject([{ size: 100_000 }]);
      expect(await world.service.documents.verify(document.documentId, null)).toBe(true);
      expect(told.every(({ done, total }) => total === 0 || done <= total), `of ${size}`).toBe(true);
    }
  });

  it("without room nothing is asked for; where more comes than there is room for, it is not asked for any longer", async () => {
    const world = await World.make();
    await world.created();
    const before = await leftOf(world);
    world.available = (4 << 20) + 2 * heldSize;
    for (const size of [3 * heldSize, null]) {
      const { stream, given } = flow(bytesOf(4 * heldSize));
      await expect(world.service.documents.add({ stream, size }, { name: "ა" })).rejects.toMatchObject({ code: "QUOTA_FULL" });
      expect(given()).toBe("cancelled");
    }
    expect(await leftOf(world)).toEqual(before);
  });

  it("while locked it is sealed, and is there after opening", async () => {
    const world = await World.make();
    await world.created();
    world.start();
    const content = bytesOf(heldSize + 5);
    expect(await world.service.inbox.keep({ kind: "file", file: { stream: flow(content).stream, size: null }, facts: { name: "დალუქული.pdf", type: "application/pdf" } })).toBe("sealed");
    await world.reopened();
    const { documents } = await world.service.documents.search({ text: "დალუქული" });
    expect(documents).toMatchObject([{ type: "application/pdf", revisions: [{ size: content.length }] }]);
  });

  it("a stream that says nothing has ended, and its sender is told", async () => {
    let cancelled = false;
    const stream = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(bytesOf(10)), cancel: () => void (cancelled = true) });
    const source = incomingSource({ stream, size: null }, 20);
    await expect(source.read(0, 100)).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
    expect(cancelled).toBe(true);
  });

  it("a stream that somebody reads already is none", async () => {
    const { stream } = flow(bytesOf(10));
    stream.getReader();
    expect(() => incomingSource({ stream, size: null })).toThrow(expect.objectContaining({ code: "INVALID" }));
  });
});
