import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CalendarEntry } from "../../../src/consent/ics.ts";
import { countedGiven, type GivenEntry, givenAfter, goneEntries, parseGiven, staleCount } from "../../../src/consent/view/calendarGiven.ts";

const entryOf = (uid: string, day: number, cancelled = false): CalendarEntry => ({ uid, day, summary: `„${uid}“`, description: "კლინიკა", cancelled });

/** What the records say at one moment, and whether the person saves a file then. */
const moment = fc.record({
  entries: fc.uniqueArray(fc.record({ uid: fc.constantFrom("a", "b", "c", "d"), day: fc.integer({ min: 100, max: 130 }), cancelled: fc.boolean() }), { selector: ({ uid }) => uid }).map((all) => all.map(({ uid, day, cancelled }) => entryOf(uid, day, cancelled))),
  saved: fc.boolean(),
});

describe("what a calendar file gave out", () => {
  it("whatever was removed, moved or brought back: after each file the person's calendar says what the records say", () => {
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1, maxLength: 12 }), (moments) => {
        let given: readonly GivenEntry[] = [];
        // The person's calendar: what a file names is replaced or taken out, and all else stays.
        const theirs = new Map<string, number>();
        moments.forEach(({ entries, saved }, i) => {
          const today = 100 + 2 * i;
          if (!saved) return;
          const file = [...entries, ...goneEntries(given, entries, today, "გაუქმებულია")];
          expect(new Set(file.map(({ uid }) => uid)).size).toBe(file.length);
          for (const one of file) {
            if (one.cancelled) theirs.delete(one.uid);
            else theirs.set(one.uid, one.day);
          }
          given = givenAfter(given, file, today);
          const ahead = [...theirs].filter(([, day]) => day >= today);
          expect(new Map(ahead)).toEqual(new Map(entries.filter(({ day, cancelled }) => !cancelled && day >= today).map(({ uid, day }) => [uid, day])));
          expect(staleCount(given, entries, today)).toBe(0);
        });
      }),
    );
  });
  it("a removed record leaves a name and a day, and nothing of itself; both are forgotten when the day has passed", () => {
    const given = givenAfter([], [entryOf("5d1f-law-3144-fulfilment", 110)], 100);
    expect(given).toEqual([{ uid: "5d1f-law-3144-fulfilment", day: 110, cancelled: false }]);
    expect(goneEntries(given, [], 105, "გაუქმებულია")).toEqual([{ uid: "5d1f-law-3144-fulfilment", day: 110, summary: "გაუქმებულია", description: "", cancelled: true }]);
    expect(goneEntries(given, [], 111, "")).toEqual([]);
    expect(givenAfter(given, [], 111)).toEqual([]);
  });
  it("counts what is wrong in the calendar: moved, over, gone; not what was cancelled there already", () => {
    const given = givenAfter([], [entryOf("moved", 110), entryOf("over", 110), entryOf("gone", 110), entryOf("same", 110), entryOf("out", 110, true)], 100);
    expect(staleCount(given, [entryOf("moved", 111), entryOf("over", 110, true), entryOf("same", 110), entryOf("out", 110, true), entryOf("new", 120)], 100)).toBe(3);
  });
  it("while a record can't be read nothing counts as gone: what a day stands on may be in it", () => {
    const given = givenAfter([], [entryOf("5d1f-law-3144-fulfilment", 110), entryOf("77aa-keeping", 120)], 100);
    expect(staleCount(countedGiven(given, []), [], 100)).toBe(2);
    expect(staleCount(countedGiven(given, [{ id: "5d1f" }]), [], 100)).toBe(0);
    expect(goneEntries(countedGiven(given, [{ id: "5d1f" }]), [], 100, "")).toEqual([]);
  });
  it("what is stored is read as far as it is sound", () => {
    expect(parseGiven([{ savedAt: 1, entries: [{ uid: "a", day: 1, cancelled: false }, { uid: 1, day: 1, cancelled: false }, { uid: "b", day: 1.5, cancelled: false }, null] }])).toEqual([{ uid: "a", day: 1, cancelled: false }]);
    for (const wrong of [null, 7, [], { savedAt: 1, entries: "a" }, { entries: [{ uid: "a", day: 1, cancelled: false }] }]) expect(parseGiven([wrong])).toEqual([]);
  });
  it("of two computers' files the last saved counts, entry by entry", () => {
    const file = (savedAt: number, uid: string, cancelled: boolean) => ({ savedAt, entries: [{ uid, day: 110, cancelled }] });
    expect(parseGiven([file(3, "a", true), file(2, "a", false), file(1, "b", false)])).toEqual([{ uid: "b", day: 110, cancelled: false }, { uid: "a", day: 110, cancelled: true }]);
  });
});
