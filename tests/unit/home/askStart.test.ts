// Where a complaint goes that is made, or made again.
import { expect, it } from "vitest";
import { complaintTo, ofDecision } from "../../../src/home/data/askStart.ts";

const defender = { kind: "otherBody", name: "სახალხო დამცველი" } as const;
const [body, shop] = [{ sector: "public" }, { sector: "private" }] as const;

it("a complaint made again goes where the first one went, and where nobody is above, to nobody above", () => {
  expect(complaintTo("complaint", body, { kind: "complaint" }, { kind: "higherBody", name: "ჯანდაცვის სამინისტრო" })).toEqual({ kind: "higherBody", name: "ჯანდაცვის სამინისტრო" });
  for (const organisation of [body, shop]) expect(complaintTo("complaint", organisation, null, defender)).toBe(defender);
  expect(complaintTo("complaint", shop, null, ofDecision)).toBeNull();
  expect(complaintTo("complaint", body, null, null)).toBeNull();
  expect(complaintTo("complaint", body, null, { kind: "supervisor", name: "" })).toBeNull();
});

it("about public information it goes to the body above, or to the one that was named; what is no complaint goes to the organisation", () => {
  for (const chosen of [null, ofDecision, { kind: "supervisor", name: "" } as const]) expect(complaintTo("complaint", body, { kind: "publicInformation" }, chosen)).toBe(ofDecision);
  expect(complaintTo("complaint", body, { kind: "publicInformation" }, defender)).toBe(defender);
  expect(complaintTo("access", body, null, defender)).toBeNull();
  expect(complaintTo("claim", body, null, ofDecision)).toBeNull();
});
