// The time line: searched, narrowed, by years.
import { describe, expect, it } from "vitest";
import { eventTypes } from "../../../src/consent/request/event.ts";
import { Searchable } from "../../../src/consent/view/finding.ts";
import { type Happening, historyOf } from "../../../src/consent/view/history.ts";
import { doingOf, doings, organisationsIn, selectHistory, wholeHistory, yearsOf } from "../../../src/consent/view/historyFilter.ts";
import { ledgerOf } from "../../../src/consent/view/ledger.ts";
import { consentOf, happened, holdingOf, organisationOf, requestOf } from "./build.ts";

const bank = organisationOf({ id: "bank", name: "ბანკი" });
const clinic = organisationOf({ id: "clinic", name: "ათონის კლინიკა" });
const asked = { ...requestOf("access", "self", [happened("sent", "2025-12-30"), happened("received", "2026-01-02"), happened("refused", "2026-01-10"), happened("complained", "2026-01-12"), happened("decided", "2026-03-01")]), id: "asked", organisationId: "bank" };
const ledger = ledgerOf([bank, clinic, asked, holdingOf({ id: "chart", organisationId: "clinic", since: "2021-12-10" }), consentOf({ id: "agreed", organisationId: "clinic" })]);
const all = historyOf(ledger);
const wordsOf = (one: Happening): Searchable => new Searchable(`${one.organisation?.name ?? ""}\n${one.kind === "request" ? one.event : one.kind}`);
const found = (filter: Partial<typeof wholeHistory>): readonly string[] => selectHistory(all, { ...wholeHistory, ...filter }, wordsOf).map((one) => (one.kind === "request" ? one.event : one.kind));

describe("the time line", () => {
  it("is whole where nothing is asked, each line with a name of its own", () => {
    expect(found({})).toHaveLength(all.length);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });
  it("finds all words, in whatever letters, in any order", () => {
    expect(found({ text: "Refused  ბანკი" })).toEqual(["refused"]);
    expect(found({ text: "refused კლინიკა" })).toEqual([]);
  });
  it("is narrowed by who did it, and by organisation, together with the words", () => {
    expect(found({ doing: "mine" })).toEqual(["complained", "sent"]);
    expect(found({ doing: "theirs" })).toEqual(["refused", "received"]);
    expect(found({ doing: "decided" })).toEqual(["decided"]);
    expect(found({ doing: "consent", organisationId: "clinic" })).toEqual(["consent"]);
    expect(found({ doing: "consent", organisationId: "bank" })).toEqual([]);
    expect(found({ organisationId: "bank", text: "complained" })).toEqual(["complained"]);
  });
  it("every kind of event is somebody's doing", () => {
    for (const type of eventTypes) {
      const [one] = historyOf(ledgerOf([{ ...asked, events: [happened(type, "2026-01-02")] }]));
      if (!one) throw new Error("it did not happen");
      expect(doings).toContain(doingOf(one));
    }
  });
  it("stands by years, the newest first, none of them empty and nothing lost", () => {
    expect(yearsOf(all).map(({ year }) => year)).toEqual(["2026", "2025", "2021"]);
    expect(yearsOf(all).flatMap(({ happenings }) => happenings)).toEqual(all);
    expect(yearsOf(all).find(({ year }) => year === "2025")?.happenings.map(({ kind }) => kind)).toEqual(["request", "consent"]);
    expect(yearsOf([])).toEqual([]);
  });
  it("offers the organisations to which something happened, each once, by the alphabet", () => {
    expect(organisationsIn(all, "ka").map(({ id }) => id)).toEqual(["clinic", "bank"]);
    expect(organisationsIn(historyOf(ledgerOf([asked])), "ka")).toEqual([]);
  });
});
