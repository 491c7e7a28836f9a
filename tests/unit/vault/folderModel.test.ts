// Three computers and a careless sync service, in any order: they come to the same, and nothing is lost.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Carry, carry, Computer, settle, whole } from "./folderWorld.ts";

const wordOf = (value: unknown): string => (typeof value === "string" ? value : "");
/** All words in a value. */
const textsIn = (value: unknown): readonly string[] => (typeof value === "string" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : []);

/** What a computer can do, and what the sync service does between them. */
type Op =
  | { readonly kind: "add" | "revise" | "rename" | "bin" | "purge" | "record" | "removeRecord"; readonly at: number; readonly pick: number }
  | { readonly kind: "meet"; readonly at: number; readonly writes: number }
  | { readonly kind: "carry"; readonly at: number; readonly to: number; readonly ways: readonly Carry[] }
  | { readonly kind: "clock"; readonly at: number; readonly by: number };

const at = fc.nat(2);
const op: fc.Arbitrary<Op> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom("add", "revise", "rename", "bin", "purge", "record", "removeRecord"), at, pick: fc.nat(5) }) as fc.Arbitrary<Op> },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("meet" as const), at, writes: fc.oneof({ weight: 3, arbitrary: fc.constant(1000) }, { weight: 1, arbitrary: fc.nat(3) }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("carry" as const), at, to: at, ways: fc.array(fc.constantFrom<Carry>("whole", "whole", "whole", "cut", "copy", "skip"), { minLength: 3, maxLength: 7 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("clock" as const), at, by: fc.integer({ min: -1e9, max: 1e9 }) }) },
);

describe("three computers", () => {
  it("whatever they do and whatever the sync service does, they come to the same, and nothing is lost", async () => {
    const runs = process.env["SLOW"] ? 150 : 8;
    await fc.assert(
      fc.asyncProperty(fc.array(op, { minLength: 5, maxLength: 40 }), async (ops) => {
        const computers = [await Computer.make(), await Computer.make(), await Computer.make()];
        const [first] = computers;
        await first?.begin("0");
        const code = (await first?.service.folder.code()) ?? "";
        for (const [number, one] of computers.entries()) {
          if (number === 0 || !first) continue;
          carry(first.folder, one.folder, whole, new Set());
          await one.begin(String(number), code);
        }
        /** Words that somebody wrote and nobody who had seen them replaced or removed. */
        const alive = new Set<string>();
        const known = new Map<string, Set<string>>();
        let word = 0;
        for (const step of ops) {
          const computer = computers[step.at];
          if (!computer) continue;
          const { documents, records, folder } = computer.service;
          const { documents: list } = await documents.search({ limit: 100, sort: "name" });
          const one = "pick" in step ? list[step.pick % Math.max(1, list.length)] : undefined;
          word += 1;
          if (step.kind === "add") {
            await documents.add(new Blob([`content ${word}`]), { name: `n${word}` });
            for (const token of [`content ${word}`, `n${word}`]) alive.add(token);
          } else if (step.kind === "revise" && one) {
            await documents.addRevision(one.documentId, new Blob([`content ${word}`]), one.version);
            alive.add(`content ${word}`);
          } else if (step.kind === "rename" && one) {
            await documents.change(one.documentId, { name: `n${word}` }, one.version);
            alive.delete(one.name);
            alive.add(`n${word}`);
          } else if (step.kind === "bin" && one) await documents.bin([one.documentId]);
          else if (step.kind === "purge" && one) {
            alive.delete(one.name);
            for (const { revision } of one.revisions) alive.delete(Buffer.from(await documents.read(one.documentId, revision, 0, 100)).toString());
            await documents.purge([one.documentId]);
          } else if (step.kind === "record") {
            const id = `r${step.pick}`;
            alive.delete(wordOf((await records.get("drafts", id))?.value));
            await records.put("drafts", id, `word ${word}`);
            alive.add(`word ${word}`);
          } else if (step.kind === "removeRecord") {
            const id = `r${step.pick}`;
            alive.delete(wordOf((await records.get("drafts", id))?.value));
            await records.remove("drafts", id);
          } else if (step.kind === "meet") {
            computer.folder.writesLeft = step.writes;
            await folder.now().catch(() => undefined);
            computer.folder.writesLeft = Infinity;
          } else if (step.kind === "carry") {
            const to = computers[step.to];
            if (!to || to === computer) continue;
            let count = 0;
            const key = `${step.at}>${step.to}`;
            const names2 = known.get(key) ?? new Set();
            known.set(key, names2);
            carry(computer.folder, to.folder, () => step.ways[count++ % step.ways.length] ?? "whole", names2);
          } else if (step.kind === "clock") computer.world.wall += step.by;
        }
        await settle(computers);
        const pictures: string[] = [];
        for (const computer of computers) {
          const { documents, records, folder } = computer.service;
          const found = new Set<string>();
          const lines: string[] = [];
          for (const inBin of [false, true]) {
            for (const view of (await documents.search({ limit: 100, inBin })).documents) {
              found.add(view.name);
              for (const { revision } of view.revisions) found.add(Buffer.from(await documents.read(view.documentId, revision, 0, 100)).toString());
              lines.push(JSON.stringify({ ...view }));
            }
          }
          for (const { value } of await records.list("drafts")) found.add(wordOf(value));
          for (const conflict of await folder.conflicts()) for (const text of textsIn(conflict.lost)) found.add(text);
          const lost = [...alive].filter((token) => !found.has(token));
          expect(lost).toEqual([]);
          lines.push(...(await records.list("drafts")).map((one) => JSON.stringify(one)), ...(await folder.conflicts()).map((one) => JSON.stringify({ conflictId: one.conflictId, lost: one.lost })));
          pictures.push(lines.toSorted().join("\n"));
        }
        expect(pictures[1]).toBe(pictures[0]);
        expect(pictures[2]).toBe(pictures[0]);
      }),
      { numRuns: runs, endOnFailure: true },
    );
  }, 600_000);
});
