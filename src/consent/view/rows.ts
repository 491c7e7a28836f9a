// The table of what is held: one row a holding, with what a person wants to know at a glance, and quick to search and sort
// with thousands of them.
import { type Day, dayFromIso } from "../calendar/day.ts";
import { consentState, isValid, lastDayOf } from "../record/consentState.ts";
import { findableNames } from "../record/organisationName.ts";
import { type Organisation, specialOf } from "../record/record.ts";
import { alertsOf, isStated, mayRestOnConsent, type RetentionAlert, retentionEnd } from "../record/retention.ts";
import { specialNames } from "../record/specialWords.ts";
import type { SpecialCategory } from "../record/vocabulary.ts";
import type { Category } from "../../codec/categories.ts";
import { finder, Searchable } from "./finding.ts";
import { byOrganisationName } from "./nameOrder.ts";
import type { ConsentOutline, Held, HoldingOutline } from "./outline.ts";

export interface Row {
  readonly id: string;
  readonly holding: HoldingOutline;
  readonly organisation: Organisation;
  readonly special: readonly SpecialCategory[];
  /** The last day of keeping: the term's, the last one before the purpose ends, or the last consent's where consent carries it, whichever comes first. */
  readonly until: Day | null;
  readonly alert: RetentionAlert | null;
  /** `soon`: it ends within 30 days; `unstated`: nothing says when, neither a day nor words. */
  readonly ends: "over" | "soon" | "later" | "unstated";
  /** The place of its organisation among all, by the Georgian alphabet: comparing names once and not in every sorting. */
  readonly rank: number;
}

/** What runs out within this many days is said to run out. */
export const soonDays = 30;

/** Holdings whose organisation is not on record are left out: who reads the store brings one that stands for it. */
export function rowsOf(held: Held, today: Day, language: "ka" | "en" = "ka"): readonly Row[] {
  const ranks = new Map(byOrganisationName(held.organisations.values(), (one) => one, language).map(({ id }, rank) => [id, rank]));
  const rows: Row[] = [];
  for (const holding of held.holdings) {
    const organisation = held.organisations.get(holding.organisationId);
    if (!organisation) continue;
    const consents = held.consentsOf(holding.id);
    const stated = retentionEnd(holding);
    const ended = holding.handling?.ended ?? null;
    const alerts = alertsOf(holding, consents, today, stated);
    const alert = alerts.at(-1) ?? null;
    const over = alert !== null && alert.reason !== "noTermStated";
    const until = ended ? null : over ? lastBefore(alerts) : endOf(holding, stated, consents, today);
    const ends = over ? "over" : ended ? "later" : until === null ? (isStated(holding.retention) ? "later" : "unstated") : until - today <= soonDays ? "soon" : "later";
    rows.push({ id: holding.id, holding, organisation, special: specialOf(holding), until, alert, ends, rank: ranks.get(organisation.id) ?? 0 });
  }
  return rows;
}

export type Sorting = "organisation" | "until" | "changed";

export interface Filter {
  readonly text: string;
  readonly category: Category | null;
  readonly only: "special" | "ending" | "unstated" | null;
  readonly sort: Sorting;
}

export const everything: Filter = { text: "", category: null, only: null, sort: "organisation" };

/** @returns the rows that match all words of the text and the filter, in the order asked for. */
export function selectRows(rows: readonly Row[], { text, category, only, sort }: Filter): readonly Row[] {
  const found = finder(text);
  return sorted(rows, sort).filter(
    (row) =>
      (category === null || row.organisation.category === category) &&
      (only === null || (only === "special" ? row.special.length > 0 : only === "ending" ? row.ends === "over" || row.ends === "soon" : row.ends === "unstated")) &&
      (found === null || found(wordsOf(row))),
  );
}

/** Sorted once for each order, and not at every key. */
const sortings = new WeakMap<readonly Row[], Map<Sorting, readonly Row[]>>();

function sorted(rows: readonly Row[], sort: Sorting): readonly Row[] {
  let known = sortings.get(rows);
  if (!known) sortings.set(rows, (known = new Map()));
  let list = known.get(sort);
  if (!list) known.set(sort, (list = rows.toSorted(orders[sort])));
  return list;
}

const orders: Readonly<Record<Sorting, (a: Row, b: Row) => number>> = {
  organisation: (a, b) => a.rank - b.rank,
  until: (a, b) => (a.until ?? Infinity) - (b.until ?? Infinity) || 0,
  changed: (a, b) => (a.holding.updatedAt < b.holding.updatedAt ? 1 : a.holding.updatedAt > b.holding.updatedAt ? -1 : 0),
};

/** The day before the first on which destruction can be asked for. */
function lastBefore(alerts: readonly RetentionAlert[]): Day | null {
  const since = alerts.flatMap((one) => one.since ?? []);
  return since.length === 0 ? null : Math.min(...since) - 1;
}

function endOf(holding: HoldingOutline, stated: Day | null, consents: readonly ConsentOutline[], today: Day): Day | null {
  // On the day on which the purpose is reached, destruction can be asked for.
  const reached = holding.purposeEndedOn === null ? null : dayFromIso(holding.purposeEndedOn);
  const ends = [stated, reached === null ? null : reached - 1, mayRestOnConsent(holding) ? lastConsentDay(consents, today) : null].filter((day) => day !== null);
  return ends.length === 0 ? null : Math.min(...ends);
}

/** Of all consents that hold; null: none does, or one has no end, and as long as it lasts none ends the keeping. */
function lastConsentDay(consents: readonly ConsentOutline[], today: Day): Day | null {
  const lasting = consents.filter((one) => isValid(consentState(one, today)));
  const ends = lasting.flatMap((one) => lastDayOf(one, today) ?? []);
  return ends.length === 0 || ends.length < lasting.length ? null : Math.max(...ends);
}

/** What a search looks through, made when a row is first searched: who only opens the page does not wait for it. */
const searched = new WeakMap<Row, Searchable>();

/** Makes ready what a search looks through, for `count` rows from `start` on. @returns where the next begins */
export function readyForSearch(rows: readonly Row[], start: number, count: number): number {
  for (const row of rows.slice(start, start + count)) void wordsOf(row).folded;
  return start + count;
}

const capitals = /\p{Lu}/u;

function wordsOf(row: Row): Searchable {
  const known = searched.get(row);
  if (known !== undefined) return known;
  const { holding, organisation } = row;
  let text = `${holding.database.name ?? ""}\n${holding.service ?? ""}\n${specialNames(row.special)}`;
  for (const name of findableNames(organisation)) if (name !== null) text += `\n${name}`;
  for (const purpose of holding.purposes) text += `\n${purpose}`;
  for (const one of holding.data) text += `\n${one.name}`;
  for (const one of holding.recipients) text += `\n${one.name}`;
  // Georgian has no capitals in everyday writing, and looking for them is cheaper than changing them.
  if (capitals.test(text)) text = text.toLowerCase();
  const made = new Searchable(text);
  searched.set(row, made);
  return made;
}
