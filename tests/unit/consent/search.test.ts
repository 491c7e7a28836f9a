// What a search among the records finds besides the words of a line.
import { expect, it } from "vitest";
import en from "../../../public/_locales/en/messages.json" with { type: "json" };
import ka from "../../../public/_locales/ka/messages.json" with { type: "json" };
import { dayOf } from "../../../src/consent/calendar/day.ts";
import { specialNames } from "../../../src/consent/record/specialWords.ts";
import { specialCategories } from "../../../src/consent/record/vocabulary.ts";
import { ledgerOf } from "../../../src/consent/view/ledger.ts";
import { findOrganisations, organisationsOf } from "../../../src/consent/view/organisations.ts";
import { everything, rowsOf, selectRows } from "../../../src/consent/view/rows.ts";
import { holdingOf, organisationOf } from "./build.ts";

const today = dayOf(2026, 11, 25);
const clinic = organisationOf({ id: "clinic", name: "კლინიკა", registryCode: "400-111 222", merged: [{ id: "m", at: "2026-01-01T08:00:00Z", otherwise: [{ detail: "registryCode", text: "555 666 777" }, { detail: "phone", text: "032" }] }] });
const chart = holdingOf({ id: "chart", organisationId: "clinic", data: [{ name: "დიაგნოზი", special: "health" }] });
const bill = holdingOf({ id: "bill", organisationId: "clinic", data: [{ name: "მისამართი", special: null }] });
const ledger = ledgerOf([clinic, chart, bill]);
const rows = rowsOf(ledger, today);
const found = (text: string): readonly string[] => selectRows(rows, { ...everything, text }).map(({ id }) => id);

it("by the word of a special category, in either language, what the filter finds", () => {
  expect(selectRows(rows, { ...everything, only: "special" }).map(({ id }) => id)).toEqual(["chart"]);
  for (const text of ["ჯანმრთელობა", "health", "janmrteloba", "განსაკუთრებული", "Special"]) expect(found(text), text).toEqual(["chart"]);
  expect(found("religious")).toEqual([]);
  // What is kept no longer is of no category any more, there as here.
  const ended = { form: null, registered: null, source: null, acts: [], ended: { how: "destroyed", on: "2026-01-01" } } as const;
  expect(selectRows(rowsOf(ledgerOf([clinic, { ...chart, handling: ended }]), today), { ...everything, text: "health" })).toEqual([]);
});

it("every special category by the very words of the lists", () => {
  for (const said of [ka, en] as const) {
    for (const one of specialCategories) expect(specialNames([one]), one).toContain(said[`data_special_${one}`].message);
    expect(specialNames(["health"]).toLowerCase()).toContain(said["data_special"].message.toLowerCase());
  }
  expect(specialNames([])).toBe("");
});

it("an organisation by its code, however the digits are grouped, and by the one that a record said which became part of it", () => {
  for (const text of ["400111222", "400 111 222", "400-111", "555666777"]) {
    expect(found(text), text).toEqual(["chart", "bill"]);
    expect(findOrganisations(organisationsOf(ledger, rows, []), text), text).toHaveLength(1);
  }
  expect(found("032")).toEqual([]);
});
