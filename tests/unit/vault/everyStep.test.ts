// The worker ends before each of its transactions, one after the other, in everything it writes: at the next opening the
// old state is there, or the new one, and nothing is left over.
import { describe, expect, it } from "vitest";
import type { VaultService } from "../../../src/vault/service/vaultService.ts";
import { bytesOf, withPassphrase, World } from "./world.ts";

interface Picture {
  readonly documents: readonly string[];
  readonly records: readonly string[];
}

async function picture(service: VaultService): Promise<Picture> {
  const { documents } = await service.documents.search({ limit: 1000, sort: "name" });
  const shown: string[] = [];
  for (const { documentId, name, revisions, binnedAt } of documents) {
    for (const { revision } of revisions) expect(await service.documents.verify(documentId, revision)).toBe(true);
    shown.push(`${name}: ${revisions.map(({ sha256 }) => sha256.slice(0, 8)).join(" ")}${binnedAt === null ? "" : " binned"}`);
  }
  return { documents: shown, records: (await service.records.list("drafts")).map(({ id, value }) => `${id}=${JSON.stringify(value)}`) };
}

/** Streams in the store, and how many there should be. */
async function streams(world: World): Promise<readonly [number, number]> {
  const found = new Set((await world.database.getAllKeys("chunk")).map((key) => Buffer.from(key).subarray(0, 16).toString("hex")));
  const { documents } = await world.service.documents.search({ limit: 1000 });
  const bin = await world.service.documents.search({ limit: 1000, inBin: true });
  const header = Buffer.from((await world.database.get("header", "header")) ?? new ArrayBuffer(0));
  const { main, text } = JSON.parse(header.subarray(9, -32).toString("utf8")) as { main: unknown; text: unknown };
  const revisions = [...documents, ...bin.documents].reduce((sum, one) => sum + one.revisions.length, 0);
  return [found.size, revisions + (main ? 1 : 0) + (text ? 1 : 0)];
}

/** Lets `allowed` writing transactions through, then none. */
function endAfter(world: World, allowed: number): { readonly used: () => number; readonly lift: () => void } {
  const real = world.database;
  let count = 0;
  world.database = new Proxy(real, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (name !== "transaction" || typeof value !== "function") return typeof value === "function" ? value.bind(target) : value;
      return (stores: string, mode?: string, options?: object): unknown => {
        if (mode === "readwrite" && ++count > allowed) throw new Error("the worker ended");
        return Reflect.apply(value, target, [stores, mode, options]);
      };
    },
  });
  return { used: () => count, lift: () => void (world.database = real) };
}

const settled = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 40));

async function prepared(): Promise<World> {
  const world = await World.make();
  await world.created();
  for (const seed of [1, 2]) await world.service.documents.add(new Blob([bytesOf(130_000, seed)]), { name: `document ${seed}` });
  await world.service.records.put("drafts", "kept", 1);
  return world;
}

const idOf = async (world: World, name: string): Promise<string> => (await world.service.documents.search({ text: name })).documents[0]?.documentId ?? "";

const works: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
  "a document stored": (world) => world.service.documents.add(new Blob([bytesOf(2_500_000, 9)]), { name: "new" }),
  "a document replaced": async (world) => {
    const one = await world.service.documents.get(await idOf(world, "document 1"));
    return world.service.documents.addRevision(one?.documentId ?? "", new Blob(["replaced"]), one?.version ?? "");
  },
  "a document purged": async (world) => world.service.documents.purge([await idOf(world, "document 2")]),
  "the key rotated": (world) => world.service.slots.rotate(),
  "several records at once": (world) => world.service.records.commit(Array.from({ length: 50 }, (_, at) => ({ collection: "drafts", id: `many ${at}`, value: "x".repeat(3_000) }))),
  "a file kept while locked": async (world) => {
    world.start();
    return world.service.inbox.keep({ kind: "file", file: new Blob([bytesOf(70_000, 4)]), facts: { name: "kept" } });
  },
};

describe.each(Object.keys(works))("%s", (name) => {
  it("ended before any of its transactions", async () => {
    const work = works[name];
    if (!work) throw new Error("no such work");
    let steps = 0;
    for (let allowed = 0; ; allowed += 1) {
      const world = await prepared();
      const before = await picture(world.service);
      const end = endAfter(world, allowed);
      world.start();
      await world.service.lock.unlock(withPassphrase()).catch(() => undefined);
      const outcome = await work(world).then(() => "done", () => "ended");
      await settled();
      const used = end.used();
      end.lift();
      await world.reopened();
      await settled();
      const after = await picture(world.service);
      if (outcome === "done") {
        expect(used).toBeLessThanOrEqual(allowed);
        steps = allowed;
      }
      // Old or new: what was there before is there unchanged, but for what the work was about.
      const untouched = before.documents.filter((one) => !one.startsWith("document 1") && !one.startsWith("document 2"));
      for (const one of untouched) expect(after.documents).toContain(one);
      expect(after.records.some((one) => one === "kept=1")).toBe(true);
      const many = after.records.filter((one) => one.startsWith("many")).length;
      expect([0, 50]).toContain(many);
      const state = await world.service.state();
      const notices = state.kind === "unlocked" ? state.notices.map(({ kind }) => kind) : [];
      expect(notices.filter((kind) => kind !== "merged")).toEqual([]);
      const [found, wanted] = await streams(world);
      expect(found, `${allowed} transactions`).toBe(wanted);
      expect(await world.database.count("journal")).toBe(0);
      if (outcome === "done") break;
    }
    expect(steps).toBeGreaterThan(0);
  });
});
