import { describe, expect, it } from "vitest";
import { dayOf } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import { ledgerOf } from "../../../src/consent/view/ledger.ts";
import { trackRequests } from "../../../src/consent/view/overview.ts";
import { selectRequests } from "../../../src/consent/view/requests.ts";
import { happened, organisationOf, requestOf } from "./build.ts";

const bank = organisationOf({ id: "bank", name: "კავკასიის ბანკი", otherNames: ["ძველი ბანკი"], nameEn: "Caucasus Bank", registryCode: "204999999" });
const clinic = organisationOf({ id: "clinic", name: "კლინიკა" });
const asked = (id: string, organisationId: string, ...events: readonly ReturnType<typeof happened>[]) => ({ ...requestOf("access", "self", [...events]), id, reference: `2026-${id}`, organisationId });
const ledger = ledgerOf([
  bank,
  clinic,
  asked("late", "bank", happened("sent", "2026-06-01", { number: "REG-7" }), happened("received", "2026-06-01")),
  asked("fresh", "clinic", happened("sent", "2026-06-29"), happened("received", "2026-06-29")),
  asked("done", "bank", happened("sent", "2026-06-01"), happened("received", "2026-06-01"), happened("satisfied", "2026-06-02"), happened("closed", "2026-06-03")),
]);
const tracked = trackRequests(ledger, { statutes, calendar: workCalendar() }, dayOf(2026, 6, 30));
const found = (text: string, only: "overdue" | "open" | "closed" | null = null): readonly string[] => selectRequests(tracked, { text, only }, ledger.organisations, () => "გაცნობა").map(({ request }) => request.id);

describe("the list of requests", () => {
  it("is all of them, in its order, where nothing is asked", () => expect(found("  ")).toEqual(tracked.map(({ request }) => request.id)));

  it.each([["კავკასიის", ["late", "done"]], ["ძველი", ["late", "done"]], ["caucasus BANK", ["late", "done"]], ["204999999", ["late", "done"]], ["reg-7", ["late"]], ["2026-fresh", ["fresh"]], ["გაცნობა კლინიკა", ["fresh"]], ["კლინიკა ბანკი", []]])("finds by all words: %s", (text, wanted) => expect(found(text).toSorted()).toEqual([...wanted].toSorted()));

  it("narrowed to what is overdue, not closed, closed; and searched then", () => {
    expect(found("", "overdue")).toEqual(["late"]);
    expect(found("", "open").toSorted()).toEqual(["fresh", "late"]);
    expect(found("", "closed")).toEqual(["done"]);
    expect(found("კლინიკა", "closed")).toEqual([]);
  });
});
