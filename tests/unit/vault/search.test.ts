import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearPrefix, normalise, typosAllowed, wordsOf } from "../../../src/vault/search/words.ts";
import { WordIndex } from "../../../src/vault/search/wordIndex.ts";
import { nextVersion } from "../../../src/vault/service/version.ts";
import { World } from "./world.ts";

/** Edits between two words by the textbook's table: what nearPrefix must agree with. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) => Array.from({ length: b.length + 1 }, (__, at) => (row === 0 ? at : at === 0 ? row : 0)));
  const cell = (row: number, at: number): number => table[row]?.[at] ?? 0;
  for (let row = 1; row <= a.length; row += 1) {
    for (let at = 1; at <= b.length; at += 1) {
      let cost = Math.min(cell(row - 1, at) + 1, cell(row, at - 1) + 1, cell(row - 1, at - 1) + (a[row - 1] === b[at - 1] ? 0 : 1));
      if (row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1]) cost = Math.min(cost, cell(row - 2, at - 2) + 1);
      (table[row] ?? [])[at] = cost;
    }
  }
  return cell(a.length, b.length);
}

describe("words", () => {
  it("are letters, digits and marks, in one form", () => {
    expect(wordsOf("ᲪᲜᲝᲑᲐ №12-ის შესახებ, Test_2.PDF")).toEqual(["ცნობა", "no12", "ის", "შესახებ", "test", "2", "pdf"]);
    expect(normalise("ﬁle")).toBe("file");
  });
  it("near a prefix, as the textbook counts", () => {
    const word = fc.string({ unit: fc.constantFrom("ა", "ბ", "გ", "დ"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.constantFrom(0, 1, 2), (full, typed, most) => {
        const best = Math.min(...Array.from({ length: full.length + 1 }, (_, length) => distance(typed, full.slice(0, length))));
        expect(nearPrefix(full, typed, most)).toBe(best <= most);
      }),
      { numRuns: process.env["SLOW"] ? 10_000 : 500 },
    );
  });
  it("short ones must be right", () => expect([typosAllowed(3), typosAllowed(4), typosAllowed(9)]).toEqual([0, 1, 2]));
});

describe("the index", () => {
  it("finds what the list of all words would find", () => {
    const word = fc.string({ unit: fc.constantFrom("ა", "ბ", "გ", "1"), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(6), fc.array(word, { maxLength: 4 })), { maxLength: 20 }), word, (changes, typed) => {
        const index = new WordIndex();
        const now = new Map<string, readonly string[]>();
        for (const [document, words] of changes) {
          const id = `${document}`;
          if (words.length === 0) {
            index.remove(id);
            now.delete(id);
          } else {
            index.set(id, words.join(" "));
            now.set(id, words);
          }
        }
        const having = (fits: (one: string) => boolean): string[] => [...now].filter(([, words]) => words.some(fits)).map(([id]) => id);
        const exact = having((one) => one.startsWith(typed));
        const wanted = exact.length > 0 ? exact : having((one) => typosAllowed(typed.length) > 0 && nearPrefix(one, typed, typosAllowed(typed.length)));
        expect([...index.matches(typed)].toSorted()).toEqual(wanted.toSorted());
      }),
      { numRuns: process.env["SLOW"] ? 5_000 : 300 },
    );
  });
});

describe("the list", () => {
  it("filters, sorts and counts; a clock that goes back makes nothing older than what is there", async () => {
    const world = await World.make();
    await world.created();
    const add = async (name: string, more: object): Promise<void> => void (await world.service.documents.add(new Blob([name]), { name, ...more }));
    await add("ბ ქვითარი", { category: "taxes", organisation: "შემოსავლების სამსახური", tags: ["2025"] });
    world.wall += 1000;
    await add("ა ქვითარი", { category: "fines", signed: "valid" });
    world.wall -= 86_400_000;
    await add("გ ცნობა", { category: "taxes", folder: "სახლი", keepUntil: 1 });
    const found = async (search: object): Promise<readonly string[]> => (await world.service.documents.search(search)).documents.map(({ name }) => name[0] ?? "");
    expect(await found({ sort: "name" })).toEqual(["ა", "ბ", "გ"]);
    expect(await found({ sort: "name", descending: true, limit: 1 })).toEqual(["გ"]);
    expect(await found({ category: "taxes", sort: "name" })).toEqual(["ბ", "გ"]);
    expect(await found({ signed: true })).toEqual(["ა"]);
    expect(await found({ text: "ქვით 2025" })).toEqual(["ბ"]);
    expect(await found({ text: "შემოსავალი" })).toEqual(["ბ"]);
    expect(await world.service.documents.facets()).toEqual({ tags: ["2025"], organisations: ["შემოსავლების სამსახური"], folders: ["სახლი"] });
    expect((await world.service.documents.tidy()).due.map(({ name }) => name)).toEqual(["გ ცნობა"]);
    const versions = (await world.service.documents.search({ sort: "name" })).documents.map(({ version }) => version);
    expect([versions[1] ?? "", versions[0] ?? "", versions[2] ?? ""].toSorted()).toEqual([versions[1], versions[0], versions[2]]);
    expect(nextVersion(nextVersion("", 5_000), 1_000) > nextVersion("", 5_000).slice(0, 14)).toBe(true);
  });
});
