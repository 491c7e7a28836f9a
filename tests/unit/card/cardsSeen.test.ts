import { expect, it } from "vitest";
import { CardsSeen, isInDevice, placesIn } from "../../../src/card/cardsSeen.ts";
import type { ReaderState } from "../../../src/card/reader.ts";

const reader = (id: string, card: ReaderState["card"], more: Partial<ReaderState> = {}): ReaderState => ({ id, name: `Reader ${id}`, road: "webusb", usbId: `072f:000${id}`, slot: 0, insertions: 1, card, refusal: null, ...more });

it("a card is gone when its reader says so or is gone itself; not when it is mute, kept elsewhere, or nobody looks", () => {
  const seen = new CardsSeen();
  const [one, two] = [reader("1", "present"), reader("2", "absent")];
  expect(seen.look([one, two])).toEqual({ present: ["072f:0001#0", "Reader 1#0"], gone: [] });
  for (const card of ["mute", "unknown", "present"] as const) expect(seen.look([reader("1", card), two]).gone, card).toEqual([]);
  // The reader without a card goes, and comes again with one.
  expect(seen.look([one]).gone).toEqual([]);
  expect(seen.look([one, reader("2", "present")])).toEqual({ present: ["072f:0001#0", "Reader 1#0", "072f:0002#0", "Reader 2#0"], gone: [] });
  expect(seen.look([one, two]).gone).toEqual(["072f:0002#0", "Reader 2#0"]);
  expect(seen.look([two]).gone).toEqual(["072f:0001#0", "Reader 1#0"]);
  expect(seen.look([two]).gone).toEqual([]);
  seen.look([one]);
  expect(seen.look(null)).toEqual({ present: [], gone: [] });
  expect(seen.look([]).gone).toEqual([]);
});

it("a reader that gets its USB name later, by another road, is the same one", () => {
  const seen = new CardsSeen();
  seen.look([reader("1", "present", { road: "connector", usbId: null })]);
  expect(seen.look([reader("1", "present", { road: "bridge" })])).toEqual({ present: ["Reader 1#0", "072f:0001#0"], gone: [] });
  expect(seen.look([]).gone).toEqual(["Reader 1#0", "072f:0001#0"]);
});

it("slots of one device go with it, and no other's", () => {
  expect(placesIn([reader("1", "present", { slot: 2 })], "1")).toEqual(["072f:0001#2", "Reader 1#2"]);
  expect(placesIn(null, "1")).toEqual([]);
  expect([isInDevice("072f:0001#2", "072f:0001"), isInDevice("072f:0001#2", "072f:0002"), isInDevice("Reader 1#0", "072f:0001")]).toEqual([true, false, false]);
});
