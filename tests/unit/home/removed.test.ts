import { expect, it } from "vitest";
import { stillGone } from "../../../src/home/data/removed.ts";
import { holdingOf, organisationOf } from "../consent/build.ts";

it("of what was removed, only what is not on record again is put back", () => {
  const [organisation, one, other] = [organisationOf(), holdingOf({ id: "1" }), holdingOf({ id: "2" })];
  expect(stillGone([organisation, one, other], new Map([["1", "v9"]]))).toEqual([organisation, other]);
  expect(stillGone([one], new Set())).toEqual([one]);
});
