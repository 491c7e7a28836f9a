// What lists are made of, from the vault's table instead of whole records; and records that are not as they should be.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import { canHaveHappened } from "../../../src/consent/request/phase.ts";
import { type DataRecord, unknownHandling } from "../../../src/consent/record/record.ts";
import { nameInside, soundRecord, soundRecords } from "../../../src/consent/record/sound.ts";
import { flowsOf } from "../../../src/consent/view/flows.ts";
import { historyOf } from "../../../src/consent/view/history.ts";
import { ledgerOf } from "../../../src/consent/view/ledger.ts";
import { organisationsOf } from "../../../src/consent/view/organisations.ts";
import { outlineOf, outlinePaths } from "../../../src/consent/view/outline.ts";
import { overviewOf, trackRequests } from "../../../src/consent/view/overview.ts";
import { everything, rowsOf, selectRows } from "../../../src/consent/view/rows.ts";
import { shelvesOf } from "../../../src/home/data/shelves.ts";
import type { Json, RecordRow } from "../../../src/vault/api.ts";
import { cellAt } from "../../../src/vault/store/recordTable.ts";
import { manyRecords, manyRequests } from "../../vectors/consent/manyRecords.ts";
import { records } from "./arbitraries.ts";
import { consentOf, happened, holdingOf, organisationOf, requestOf } from "./build.ts";

const today = dayOf(2026, 11, 25);
const law = { statutes, calendar: workCalendar() };
const plain = (record: unknown): Json => JSON.parse(JSON.stringify(record)) as Json;
const stored = (id: string, value: Json, version = "v1") => ({ id, value, version, changedAt: 1 });
const rowOf = (id: string, value: Json, version = "v1"): RecordRow => [id, version, ...outlinePaths.map((path) => cellAt(value, path.split(".")))];
const inRoom = (all: readonly { readonly id: string; readonly value: Json }[], types: readonly string[]) => all.filter(({ value }) => types.some((type) => type === cellAt(value, ["type"])));

/** As the vault has them. @param whole the records that came whole */
function loaded(all: readonly { readonly id: string; readonly value: Json }[], whole = false) {
  const consents = inRoom(all, ["holding", "consent"]);
  return {
    stored: {
      organisations: inRoom(all, ["organisation"]).map(({ id, value }) => stored(id, value)),
      requests: inRoom(all, ["request"]).map(({ id, value }) => stored(id, value)),
      consents: consents.map(({ id, value }) => rowOf(id, value)),
    },
    whole: whole ? new Map(consents.map(({ id, value }) => [id, stored(id, value)])) : null,
  };
}
const given = (all: readonly DataRecord[]) => all.map((record) => ({ id: record.id, value: plain(record) }));

describe("an outline", () => {
  it("makes the same rows as the whole record", () => {
    fc.assert(
      fc.property(fc.array(records, { maxLength: 8 }), (all) => {
        const outlines = all.flatMap((record) => (record.type === "holding" || record.type === "consent" ? [outlineOf(rowOf(record.id, plain(record)))] : []));
        for (const [i, record] of all.filter(({ type }) => type === "holding" || type === "consent").entries()) {
          // Of how it is handled, the outline has whether it is held at all.
          const whole = record.type === "holding" ? { ...record, handling: record.handling?.ended ? { ended: record.handling.ended } : null } : record;
          expect(plain(whole)).toMatchObject(plain(outlines[i]) as object);
        }
      }),
      { numRuns: 150 },
    );
    const gone = holdingOf({ id: "gone", organisationId: "a0000000-0000-4000-8000-000000000003", data: [{ name: "დიაგნოზი", special: "health" }], retention: { until: "2020-01-01", duration: null, text: null }, handling: { ...unknownHandling, ended: { how: "destroyed", on: "2026-01-01" } } });
    const many = [...manyRecords(300), gone, consentOf({ id: "c", organisationId: "a0000000-0000-4000-8000-000000000003", holdingId: "b0000000-0000-4000-8000-000000000003", validUntil: "2026-11-20" })];
    const [whole, lists] = [ledgerOf(many), shelvesOf(loaded(given(many)))];
    const seen = (rows: ReturnType<typeof rowsOf>) => rows.map(({ id, until, alert, ends, special, rank, organisation }) => ({ id, until, alert, ends, special, rank, organisation: organisation.id }));
    expect(seen(rowsOf(lists, today))).toEqual(seen(rowsOf(whole, today)));
    for (const text of ["ორგანიზაცია 17 დიაგნოზი", "მიმღები 4", "მიზანი 12"]) {
      const found = selectRows(rowsOf(lists, today), { ...everything, text }).map(({ id }) => id);
      expect(found.length).toBeGreaterThan(0);
      expect(found).toEqual(selectRows(rowsOf(whole, today), { ...everything, text }).map(({ id }) => id));
    }
  });

  it("the lists are the same objects when the whole records come: nothing is drawn again for them", () => {
    const before = loaded(given(manyRecords(20)));
    const [first, then] = [shelvesOf(before), shelvesOf({ ...before, whole: loaded(given(manyRecords(20)), true).whole })];
    expect(then.holdings).toBe(first.holdings);
    expect(then.organisations).toBe(first.organisations);
    expect([first.ledger, then.ledger?.holdings.length]).toEqual([null, 20]);
  });
});

describe("a record that is not as it should be", () => {
  it("is none that was made here", () => {
    const possible = records.filter((record) => record.type !== "request" || canHaveHappened(record.events));
    fc.assert(
      fc.property(possible, (record) => {
        expect(soundRecord(record.id, plain(record))).toEqual(plain(record));
      }),
      { numRuns: 300 },
    );
    for (const record of manyRequests(40, today)) expect(soundRecord(record.id, plain(record))).not.toBeNull();
    const { since, evidence, ...earlier } = holdingOf({ id: "one" });
    expect([since, evidence]).toEqual([null, []]);
    // Written before there was such a field.
    expect(soundRecord("one", plain(earlier))).toEqual(holdingOf({ id: "one" }));
    // No such day: the clock could not count from it.
    expect(soundRecord("r", plain({ ...requestOf("access", "self", [happened("sent", "2026-02-30")]), id: "r" }))).toBeNull();
    expect(soundRecord("another", plain(organisationOf({ id: "one" })))).toBeNull();
  });

  it("whatever stands in the store, the lists and all views of the rest can be made, and nothing disappears", () => {
    const base = [organisationOf({ id: "a1" }), organisationOf({ id: "a2" }), holdingOf({ id: "b1", organisationId: "a1" }), consentOf({ id: "c1", organisationId: "a1", holdingId: "b1" }), { ...requestOf("access", "self", []), id: "d1", organisationId: "a2" }];
    const wrong = [{ wrong: 1 }, 12.5, null, "x", [], true, "2026-99-99"] as const;
    const anyRecord = fc.oneof(records, fc.constantFrom(...base));
    fc.assert(
      fc.property(anyRecord, fc.nat({ max: 40 }), fc.constantFrom(...wrong), fc.boolean(), (record, at, how, drop) => {
        const spoilt = { id: record.id, value: spoil(plain(record), at, how, drop) };
        const all = [...given(base).filter(({ id }) => id !== record.id), spoilt];
        for (const whole of [false, true]) {
          const shelves = shelvesOf(loaded(all, whole));
          const rows = rowsOf(shelves, today);
          const tracked = trackRequests(shelves, law, today);
          overviewOf(shelves, rows, tracked, today);
          selectRows(rows, { ...everything, text: "ა" });
          expect(rows).toHaveLength(shelves.holdings.length);
          const apart = shelves.unreadable.map(({ id }) => id);
          const real = [...shelves.organisations.keys()].filter((id) => !shelves.standIns.has(id));
          // Each is in one place. A consent that belongs to no holding is in no list.
          for (const { id, value } of inRoom(all, ["organisation", "holding", "consent", "request"])) {
            const holdingId = cellAt(value, ["holdingId"]);
            const alone = cellAt(value, ["type"]) === "consent" && typeof holdingId !== "string" && !apart.includes(id);
            const consents = typeof holdingId === "string" ? shelves.consentsOf(holdingId) : [];
            const places = [...real, ...[...shelves.holdings, ...consents, ...shelves.requests].map((one) => one.id), ...apart];
            expect(places.filter((one) => one === id), JSON.stringify(value)).toHaveLength(alone ? 0 : 1);
          }
          if (!shelves.ledger) continue;
          flowsOf(shelves.ledger);
          historyOf(shelves.ledger);
          organisationsOf(shelves.ledger, rows, tracked);
          const shown = [...[...shelves.ledger.organisations.keys()].filter((id) => !shelves.standIns.has(id)), ...shelves.ledger.holdings, ...shelves.ledger.consents, ...shelves.ledger.requests].map((one) => (typeof one === "string" ? one : one.id));
          for (const { id, value } of inRoom(all, ["organisation", "holding", "consent", "request"])) expect([...shown, ...apart].filter((one) => one === id), JSON.stringify(value)).toHaveLength(1);
        }
      }),
      { numRuns: 600 },
    );
  });

  it("an organisation's does not take along what it holds, and keeps the name that can be read", () => {
    const broken = { id: "a1", value: { ...(plain(organisationOf({ id: "a1", name: "კლინიკა" })) as object), evidence: 7 } };
    const shelves = shelvesOf(loaded([broken, ...given([holdingOf({ id: "b1", organisationId: "a1" }), holdingOf({ id: "b2", organisationId: "nobody" })])], true));
    expect(shelves.unreadable).toEqual([{ room: "organisations", id: "a1" }]);
    expect(rowsOf(shelves, today).map(({ id, organisation }) => [id, organisation.name])).toEqual([["b1", "კლინიკა"], ["b2", "?"]]);
    expect([...shelves.standIns]).toEqual(["a1", "nobody"]);
    // The same in what only reads.
    const panel = soundRecords([stored("a1", broken.value)], given([holdingOf({ id: "b1", organisationId: "a1" }), holdingOf({ id: "b2", organisationId: "nobody" })]));
    expect(panel.unreadable).toBe(1);
    expect(rowsOf(ledgerOf(panel.records), today).map(({ id, organisation }) => [id, organisation.name])).toEqual([["b1", "კლინიკა"], ["b2", "?"]]);
    expect([nameInside(broken.value), nameInside({ name: 7, database: { name: "ბაზა" } }), nameInside("x")]).toEqual(["კლინიკა", "ბაზა", null]);
  });
});

/** The record with its `at`th value changed, or left out. */
function spoil(record: Json, at: number, how: Json, drop: boolean): Json {
  let seen = 0;
  const go = (value: Json, depth: number): Json | undefined => {
    seen += 1;
    // The type says in which room it lies, and a record without an id has no name in the store either.
    if (depth > 0 && seen === at + 3) return drop ? undefined : how;
    if (Array.isArray(value)) return value.map((one: Json) => go(one, depth + 1) ?? null);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (key === "type" && depth === 0 ? [[key, one]] : [[key, go(one ?? null, depth + 1)]])).filter(([, one]) => one !== undefined)) as Json;
  };
  return go(record, 0) ?? null;
}
