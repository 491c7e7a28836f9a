// docs/checklist.md has a row for every line, and the files it names exist.
import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const root = new URL("../../../", import.meta.url);
const rows = readFileSync(new URL("docs/checklist.md", root), "utf8").split("\n").filter((line) => /^\| [NQ]?\d/.test(line));
const named = (letter: string): readonly number[] => rows.flatMap((row) => (row.startsWith(`| ${letter}`) ? [Number.parseInt(row.slice(2 + letter.length), 10)] : [])).filter((one) => !Number.isNaN(one));

it("has every line from 1 to 138 once, in order", () => {
  expect(named("")).toEqual(Array.from({ length: 138 }, (_, i) => i + 1));
});

it("has every number of the index (P) and every limit of an extension (Q)", () => {
  expect(named("N")).toEqual(Array.from({ length: 21 }, (_, i) => i + 1));
  expect(named("Q")).toEqual([1, 2, 3, 4]);
});

/** A name without a folder is in that of the one before it. */
function filesOf(row: string): readonly string[] {
  let folder = "tests/unit/consent";
  return [...row.matchAll(/`((?:(?:tests|src)\/)?[\w/-]+(?:\.test)?\.tsx?|(?:tests|src)\/[\w/-]+)`/g)].map(([, path = ""]) => {
    if (!path.includes("/")) return `${folder}/${path}`;
    if (path.includes(".")) folder = path.slice(0, path.lastIndexOf("/"));
    return path;
  });
}

it("names only files that exist", () => {
  const files = rows.flatMap(filesOf);
  expect(files.length).toBeGreaterThan(50);
  expect([...new Set(files)].filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
});
