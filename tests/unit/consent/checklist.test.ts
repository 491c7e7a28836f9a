// docs/checklist.md has a row for every line, and the files it names exist.
import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const root = new URL("../../../", import.meta.url);
const rows = readFileSync(new URL("docs/checklist.md", root), "utf8").split("\n").filter((line) => /^\| \d/.test(line));

it("has every line from 1 to 138 once, in order", () => {
  expect(rows.map((row) => Number(/^\| (\d+)/.exec(row)?.[1]))).toEqual(Array.from({ length: 138 }, (_, i) => i + 1));
});

it("names only files that exist", () => {
  const named = rows.flatMap((row) => [...row.matchAll(/`((?:tests|src)\/[\w/.-]+)`/g)].map(([, path = ""]) => path));
  expect(named.length).toBeGreaterThan(50);
  expect([...new Set(named)].filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
});
