// A part of the catalogue has every text that its page may show: what is missing would be shown as its key.
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import en from "../../../public/_locales/en/messages.json" with { type: "json" };
import ka from "../../../public/_locales/ka/messages.json" with { type: "json" };
import { textsOf } from "../../../src/i18n/textParts.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The files that one is made of: itself and what it imports from its start. */
function filesOf(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name = ""] of readFileSync(file, "utf8").matchAll(/^(?:import|export)\b(?! type)[^;]*? from "(\.[^"]+\.tsx?)";/gm)) filesOf(join(dirname(file), name), seen);
  return seen;
}

/** The keys that code names; where a part of one is computed, all that fit. */
function keysIn(code: string): readonly string[] {
  return [...code.matchAll(/"(\w+)"|`((?:\w|\$\{[^}]*\})+)`/g)].flatMap(([, plain, computed = ""]) => {
    const pattern = new RegExp(`^${plain ?? computed.replaceAll(/\$\{[^}]*\}/g, "[a-z0-9]+")}$`);
    return Object.keys(ka).filter((key) => pattern.test(key));
  });
}

test("the favourites menu has all its texts in its own part, in both languages", () => {
  const files = ["src/frame/favourites/FavouritesPanel.tsx", "src/frame/KeyboardAway.tsx", "src/frame/PressAgain.tsx"].flatMap((one) => [...filesOf(join(root, one))]);
  // It reads its own files, and those of others.
  expect(files.map((one) => relative(root, one))).toEqual(expect.arrayContaining(["src/frame/favourites/OwnList.tsx", "src/ui/Notice.tsx", "src/frame/LockRow.tsx"]));
  const keys = new Set(files.flatMap((one) => keysIn(readFileSync(one, "utf8"))));
  expect(keys).toContain("fav_said_removed");
  expect(keys).toContain("fav_category_9");
  expect(keys.size).toBeGreaterThan(55);
  for (const catalogue of [ka, en]) expect([...keys].filter((key) => !(key in textsOf("menu", catalogue)))).toEqual([]);
  // And no more than a small part of all.
  expect(JSON.stringify(textsOf("menu", ka)).length).toBeLessThan(JSON.stringify(ka).length / 20);
});
