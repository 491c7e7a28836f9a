// A form conflicts with a change of the very records that it replaces, and with nothing else.
import { expect, it } from "vitest";
import { formVersions } from "../../../src/home/data/formVersions.ts";

const place = "#data/edit/holding";

it("what another window adds while the form is open counts as it was seen first; what it changes, as it was before", () => {
  const opened = formVersions(null, place, 1, () => new Map([["holding", "1"]]));
  const added = formVersions(opened, place, 2, () => new Map([["holding", "1"], ["consent", "2"]]));
  expect(added?.versions.get("consent"), "it is no record that the form makes anew").toBe("2");
  const changed = formVersions(added, place, 3, () => new Map([["holding", "3"], ["consent", "3"]]));
  expect(Object.fromEntries(changed?.versions ?? [])).toEqual({ holding: "1", consent: "2" });
  const removed = formVersions(changed, place, 4, () => new Map());
  expect(Object.fromEntries(removed?.versions ?? [])).toEqual({ holding: "1", consent: "2" });
});

it("another address begins anew, and no form has none; nothing is looked at twice", () => {
  const opened = formVersions(null, place, 1, () => new Map([["holding", "1"]]));
  expect(formVersions(opened, place, 1, () => expect.fail("nothing else is shown"))).toBe(opened);
  expect(formVersions(opened, "#data/edit/other", 1, () => new Map([["holding", "2"]]))?.versions.get("holding")).toBe("2");
  expect(formVersions(opened, null, 1, () => new Map())).toBeNull();
});
