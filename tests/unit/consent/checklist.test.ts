// docs/checklist.md has a row for every line, and the files it names exist.
import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const root = new URL("../../../", import.meta.url);
const rows = readFileSync(new URL("docs/checklist.md", root), "utf8").split("\n").filter((line) => /^\| \d/.test(line));

it("has every line from 1 to 138 once, in order", () => {
  expect(rows.map((row) => Number(/^\| (\d+)/.exec(row)?.[1]))).toEqual(Array.from({ length: 138 }, (_, i) => i + 1));
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
  const named = rows.flatMap(filesOf);
  expect(named.length).toBeGreaterThan(50);
  expect([...new Set(named)].filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
});
