import { expect, it } from "vitest";
import { canHaveHappened } from "../../../src/consent/request/phase.ts";
import { provedBy } from "../../../src/home/data/portalTrail.ts";
import { happened, requestOf } from "../consent/build.ts";

it("what the portal's confirmation proves is offered only where it can be recorded", () => {
  const sent = happened("sent", "2026-06-01");
  const of = (...events: Parameters<typeof requestOf>[2] & object) => provedBy(requestOf("access", "self", events), { sent: { number: "1", day: 20_605 } });
  expect(of()).toEqual(["sent", "received"]);
  expect(of(sent)).toEqual(["received"]);
  expect(of(sent, happened("returned", "2026-06-02"))).toEqual(["sent", "received"]);
  expect(of(sent, happened("received", "2026-06-01"))).toEqual([]);
  // Answered in full, or closed: a button that could record nothing stood there.
  for (const type of ["satisfied", "closed"] as const) {
    expect(of(sent, happened(type, "2026-06-03"))).toEqual([]);
    expect(canHaveHappened([{ type: "sent" }, { type }, { type: "received" }])).toBe(false);
  }
  expect(provedBy(requestOf(), { sent: null })).toEqual([]);
});
