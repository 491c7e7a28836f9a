import { describe, expect, it } from "vitest";
import { comingBack, leftOf, namesake, stillGone, withRemoval } from "../../../src/home/data/removed.ts";
import { consentOf, holdingOf, organisationOf, requestOf } from "../consent/build.ts";

const clinic = organisationOf({ id: "o", name: "კლინიკა" });
const card = holdingOf({ id: "h", organisationId: "o" });
const agreed = consentOf({ id: "c", organisationId: "o", holdingId: "h" });
const nobody = new Set<string>();

it("of what was removed, only what is not on record again is put back", () => {
  const [organisation, one, other] = [organisationOf(), holdingOf({ id: "1" }), holdingOf({ id: "2" })];
  expect(stillGone([organisation, one, other], new Map([["1", "v9"]]))).toEqual([organisation, other]);
  expect(stillGone([one], new Set())).toEqual([one]);
});

describe("several removals", () => {
  it("are kept newest first, the last twenty of them", () => {
    const all = Array.from({ length: 25 }, (_, i) => i).reduce<ReturnType<typeof withRemoval>>((before, i) => withRemoval(before, { id: String(i), records: [] }), []);
    expect(all.map(({ id }) => Number(id))).toEqual(Array.from({ length: 20 }, (_, i) => 24 - i));
  });

  it("are over one by one, as what they took is on record again", () => {
    const all = [{ id: "2", records: [clinic, card] }, { id: "1", records: [agreed] }];
    expect(leftOf(all, new Set(["c"]))).toEqual([all[0]]);
    expect(leftOf(all, new Set(["o"]))).toEqual(all);
    expect(leftOf(all, new Set(["o", "h", "c"]))).toEqual([]);
  });

  it("an earlier one brings along what it hangs on, if that was removed later, and nothing else of that", () => {
    const [first, second] = [{ id: "1", records: [agreed] }, { id: "2", records: [clinic, card, requestOf("access", "self")] }];
    expect(comingBack(first, [second, first], nobody)).toEqual([agreed, clinic, card]);
    expect(comingBack(first, [second, first], new Set(["o"]))).toEqual([agreed, card]);
    expect(comingBack(second, [second, first], new Set(["o", "h"]))).toEqual(second.records.slice(2));
  });
});

it("one that was added anew under the same name meanwhile is named before both stand beside each other", () => {
  const anew = organisationOf({ id: "x", name: "კლინიკა" });
  expect(namesake([card, clinic], [anew])).toBe(anew);
  expect(namesake([clinic], [organisationOf({ id: "y", name: "აფთიაქი" }), clinic])).toBeNull();
  expect(namesake([card], [anew])).toBeNull();
});
