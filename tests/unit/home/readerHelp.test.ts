// What helps with a reader is in sight only where something is wrong with one.
import { h } from "preact";
import { render } from "preact-render-to-string";
import { describe, expect, it, vi } from "vitest";
import catalogue from "../../../public/_locales/ka/messages.json" with { type: "json" };
import type { ReaderState } from "../../../src/card/reader.ts";
import { format, formatDate, formatTime, type MessageKey } from "../../../src/i18n/catalogue.ts";
import { TextsContext } from "../../../src/i18n/useTexts.ts";
import { ReaderHelp } from "../../../src/home/ReaderHelp.tsx";
import type { Cards } from "../../../src/home/useCards.ts";

vi.mock("../../../src/i18n/texts.tsx", async () => await import("../../../src/i18n/useTexts.ts"));
vi.mock("../../../src/platform/readerChooser.ts", () => ({ chooseReader: () => Promise.resolve(false) }));

const texts = { language: "ka" as const, t: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => format(catalogue, key, values), date: formatDate, time: formatTime };
const reader = (more: Partial<ReaderState> = {}): ReaderState => ({ id: "r1", name: "Reader", road: "webusb", usbId: "1234:5678", slot: 0, insertions: 1, card: "present", refusal: null, ...more });
const shown = (some: Partial<Cards>): string => {
  const cards: Cards = { readers: [], roads: [], chosen: null, card: null, reading: null, choose: () => undefined, refresh: () => undefined, diagnose: () => Promise.resolve(""), ...some };
  return render(h(TextsContext.Provider, { value: texts }, h(ReaderHelp, { cards })));
};
const error = { code: "CARD_MUTE", message: "", detail: {} } as const;

describe("help with a reader", () => {
  it.each<[string, Partial<Cards>]>([
    ["no reader", { readers: [] }],
    ["a reader that can't be used", { readers: [reader({ refusal: "READER_HELD" })] }],
    ["one that works beside one that can't be used", { readers: [reader(), reader({ id: "r2", refusal: "READER_PROTECTED" })] }],
    ["a card that does not answer", { readers: [reader({ card: "mute" })] }],
    ["a card that can't be read", { readers: [reader()], card: { readerId: "r1", insertions: 1, view: null, error } }],
  ])("%s: in sight", (_, cards) => {
    expect(shown(cards)).not.toContain("<details");
    expect(shown(cards)).toContain(catalogue.common_try_again.message);
  });

  it.each<[string, Partial<Cards>]>([
    ["a reader with a card", { readers: [reader()] }],
    ["a reader at work for a login", { readers: [reader({ refusal: "READER_BUSY" })] }],
    ["a reader without one", { readers: [reader({ card: "absent" })] }],
    ["nobody has looked yet", { readers: null }],
  ])("%s: folded", (_, cards) => {
    expect(shown(cards)).toMatch(new RegExp(`^<details[^>]*><summary>${catalogue.home_reader_help.message.replace("?", "\\?")}</summary>`));
    expect(shown(cards)).not.toMatch(/<details[^>]*open/);
  });
});
