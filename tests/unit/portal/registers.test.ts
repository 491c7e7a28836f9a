// Which tables are entries with facts.
import { afterEach, expect, it, vi } from "vitest";
import { mostColumns } from "../../../src/personal/register.ts";
import { readRegister } from "../../../src/portal/detect/registers.ts";
import { askStandIns } from "./standIns.ts";

afterEach(() => void vi.unstubAllGlobals());

/** A table whose first row has the names of its columns. */
function tableOf(rows: readonly (readonly string[])[]): readonly [Document, Element] {
  askStandIns();
  const cell = (text: string, head: boolean) => ({ textContent: text, matches: (selector: string) => head && selector.startsWith("th") });
  const lines = rows.map((row, at) => ({ querySelectorAll: () => row.map((text) => cell(text, at === 0)) }));
  const table = { matches: (selector: string) => selector === "table", querySelector: () => null, querySelectorAll: () => lines, getAttribute: () => "ქონება" };
  const document = { location: { origin: "https://www.my.gov.ge", pathname: "/personal", href: "https://www.my.gov.ge/personal" }, querySelectorAll: () => [] };
  return [document as unknown as Document, table as unknown as Element];
}

it("entries are read; a row that only says that there is nothing is none, and what is wider than the vault gives back is not taken", () => {
  expect(readRegister(...tableOf([["მისამართი", "კოდი"], ["თბილისი", "01.10"]]))).toMatchObject({ columns: ["მისამართი", "კოდი"], rows: [["თბილისი", "01.10"]] });
  expect(readRegister(...tableOf([["მისამართი", "კოდი"], ["ჩანაწერი არ არის"]]))).toBeNull();
  const wide = Array.from({ length: mostColumns + 1 }, (_, at) => String(at));
  expect(readRegister(...tableOf([wide, wide]))).toBeNull();
});
