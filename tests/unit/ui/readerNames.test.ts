// One reader with two slots reads as one.
import { describe, expect, it } from "vitest";
import { deviceName, readerName } from "../../../src/ui/readerNames.ts";

const t = (key: string, values?: Readonly<Record<string, string | number>>): string => `${key} ${JSON.stringify(values)}`;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of the texts as a name takes
const texts = { t } as unknown as Parameters<typeof readerName>[1];

describe("a reader's name", () => {
  it("with several slots names the slot, and the reader is one", () => {
    const slots = [0, 1].map((slot) => ({ name: `ACS ACR1281 (${slot + 1})`, slot }));
    expect(slots.map(deviceName)).toEqual(["ACS ACR1281", "ACS ACR1281"]);
    expect(slots.map((one) => readerName(one, texts))).toEqual([1, 2].map((NUMBER) => `reader_slot {"NAME":"ACS ACR1281","NUMBER":${NUMBER}}`));
  });

  it("that ends in a number by itself stays as it is", () => {
    for (const one of [{ name: "Reader (2)", slot: 0 }, { name: "Reader", slot: 0 }, { name: "(1)", slot: 0 }]) expect(readerName(one, texts)).toBe(one.name);
  });
});
