// [Note: outlines] What the list of holdings shows, searches and sorts is less than half of what is kept of them, and a page
// waits for all that it reads. So the vault is first asked for these paths alone (`RecordApi.table`); the whole records come
// when somebody opens one, or while nobody waits. A whole record is an outline as well.
import type { Consent, ConsentEvent, DataItem, Handling, Holding, Lasting, Organisation, Recipient } from "../record/record.ts";
import { isFields } from "../../codec/fields.ts";
import { consentStates, endings, legalBases, specialCategories } from "../record/vocabulary.ts";

export interface HoldingOutline extends Pick<Holding, "type" | "id" | "organisationId" | "updatedAt" | "service" | "purposes" | "purposeEndedOn" | "basis" | "data" | "retention" | "since">, Lasting {
  readonly database: Pick<Holding["database"], "name">;
  readonly recipients: readonly Pick<Recipient, "name">[];
}

export interface ConsentOutline extends Pick<Consent, "type" | "id" | "organisationId" | "holdingId" | "validUntil"> {
  readonly events: readonly Pick<ConsentEvent, "state" | "at">[];
}

/** All that rows are made of. A ledger is that, too. */
export interface Held {
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly holdings: readonly HoldingOutline[];
  readonly consentsOf: (holdingId: string) => readonly ConsentOutline[];
}

export const outlinePaths = [
  "type", "organisationId",
  // Of holdings.
  "updatedAt", "database.name", "service", "purposes", "purposeEndedOn", "basis", "data.name", "data.special", "recipients.name", "retention.until", "retention.duration", "retention.text", "since", "handling.ended",
  // Of consents.
  "holdingId", "validUntil", "events.state", "events.at",
] as const;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made of these paths
const placeOf = Object.fromEntries(outlinePaths.map((path, at) => [path, at])) as Readonly<Record<(typeof outlinePaths)[number], number>>;

/** @param row as the vault has it for `outlinePaths`. @returns null if it is no holding and no consent, or not as it should be */
export function outlineOf(row: RecordRow): HoldingOutline | ConsentOutline | null {
  const type = cell(row, "type");
  return type === "holding" ? holdingOf(row) : type === "consent" ? consentOf(row) : null;
}

/** The vault's row: id, version, and what stands at each path. */
type RecordRow = readonly [id: string, version: string, ...cells: readonly unknown[]];

const cell = (row: RecordRow, path: (typeof outlinePaths)[number]): unknown => row[placeOf[path] + 2];

/** Lists that a record does not have are empty: it was written before there was such a field. */
const listCell = (row: RecordRow, path: (typeof outlinePaths)[number]): unknown => cell(row, path) ?? none;
const none: readonly never[] = [];

/** Thousands of them stand before the first row is drawn: cells are taken by their place, and lists are not copied. */
function holdingOf(row: RecordRow): HoldingOutline | null {
  const [id] = row;
  const organisationId = cell(row, "organisationId");
  const updatedAt = cell(row, "updatedAt");
  const database = cell(row, "database.name");
  const service = cell(row, "service");
  const purposes = listCell(row, "purposes");
  const purposeEndedOn = cell(row, "purposeEndedOn");
  const basis = cell(row, "basis");
  const recipients = listCell(row, "recipients.name");
  const data = itemsOf(listCell(row, "data.name"), listCell(row, "data.special"));
  const until = cell(row, "retention.until");
  const duration = cell(row, "retention.duration");
  const text = cell(row, "retention.text");
  const since = cell(row, "since");
  const ended = endedOf(cell(row, "handling.ended"));
  if (typeof organisationId !== "string" || typeof updatedAt !== "string" || !isTexts(purposes) || !isTexts(recipients) || data === null || !isWord(legalBases, basis) || ended === undefined) return null;
  if (!isTextOrNull(database) || !isTextOrNull(service) || !isTextOrNull(purposeEndedOn) || !isTextOrNull(until) || !isTextOrNull(duration) || !isTextOrNull(text) || !isTextOrNull(since)) return null;
  return { type: "holding", id, organisationId, updatedAt, database: { name: database }, service, purposes, purposeEndedOn, basis, data, recipients: recipients.map(named), retention: { until, duration, text }, since, handling: ended === null ? null : { ended } };
}

/** @returns undefined if it is not as it should be */
function endedOf(value: unknown): Handling["ended"] | undefined {
  if (value === null || value === undefined) return null;
  const how: unknown = isFields(value) ? value["how"] : null;
  const on: unknown = isFields(value) ? value["on"] : null;
  return isWord(endings, how) && typeof on === "string" ? { how, on } : undefined;
}

const named = (name: string): Pick<Recipient, "name"> => ({ name });

function itemsOf(names: unknown, specials: unknown): readonly DataItem[] | null {
  if (!isTexts(names) || !Array.isArray(specials)) return null;
  const data: DataItem[] = [];
  for (let at = 0; at < names.length; at += 1) {
    const special: unknown = specials[at];
    if (special !== null && !isWord(specialCategories, special)) return null;
    data.push({ name: names[at] ?? "", special });
  }
  return data;
}

function consentOf(row: RecordRow): ConsentOutline | null {
  const [id] = row;
  const organisationId = cell(row, "organisationId");
  const holdingId = cell(row, "holdingId");
  const validUntil = cell(row, "validUntil");
  const events = eventsOf(listCell(row, "events.state"), listCell(row, "events.at"));
  if (typeof organisationId !== "string" || !isTextOrNull(holdingId) || !isTextOrNull(validUntil) || events === null) return null;
  return { type: "consent", id, organisationId, holdingId, validUntil, events };
}

function eventsOf(states: unknown, ats: unknown): ConsentOutline["events"] | null {
  if (!Array.isArray(states) || !isTexts(ats)) return null;
  const events: Pick<ConsentEvent, "state" | "at">[] = [];
  for (let i = 0; i < states.length; i += 1) {
    const state: unknown = states[i];
    const at = ats[i];
    if (!isWord(consentStates, state) || at === undefined) return null;
    events.push({ state, at });
  }
  return events;
}

const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === "string";
const isString = (value: unknown): boolean => typeof value === "string";
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isString);

function isWord<T extends string>(words: readonly T[], value: unknown): value is T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only compared
  return words.includes(value as T);
}
