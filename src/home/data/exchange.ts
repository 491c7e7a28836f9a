// What goes out into a file, and what comes in from one. Who stands in for an organisation is no record; a record that can't be
// read is there all the same.
import { withoutKept } from "../../consent/record/again.ts";
import { importRecords } from "../../consent/record/exportFile.ts";
import { type ForeignImport, importForeign } from "../../consent/record/foreign.ts";
import { soundRecord } from "../../consent/record/sound.ts";
import type { DataRecord } from "../../consent/record/record.ts";
import { reachOf } from "../../consent/view/reach.ts";
import { grouped } from "../../consent/view/ledger.ts";
import type { Book } from "./book.ts";

type Kept = Pick<Book, "ledger" | "standIns" | "unreadable">;

/** All that is on record, as it is. */
export function recordsKept({ ledger, standIns }: Pick<Kept, "ledger" | "standIns">): readonly DataRecord[] {
  return [...[...ledger.organisations.values()].filter(({ id }) => !standIns.has(id)), ...ledger.holdings, ...ledger.consents, ...ledger.requests];
}

/** @param tracked every request with where it stands: whoever reads the file learns who kept silent */
export function recordsToExport({ tracked, ...kept }: Kept & Pick<Book, "tracked">): readonly DataRecord[] {
  const requestsTo = grouped(tracked, ({ request }) => request.organisationId);
  return recordsKept(kept).map((one) => (one.type === "holding" ? { ...one, reach: reachOf(one, requestsTo(one.organisationId)) } : one));
}

/**
 * The records in a file, ours or another tool's. @param where its name
 * @returns null: it has none. @throws {RecordError} for a record of ours that is broken, SyntaxError for what is no JSON
 */
export function recordsIn(text: string, where: string): ForeignImport | null {
  const document: unknown = JSON.parse(text);
  const own = importRecords(document);
  const found = own !== null ? soundOnly(own) : importForeign(document, { newId: () => crypto.randomUUID(), now: new Date().toISOString(), where });
  return found.records.length + found.skipped === 0 ? null : found;
}

/** Taken in, a request whose events can't have happened would be one that nobody can open. It does not take the others with it. */
function soundOnly(own: readonly DataRecord[]): ForeignImport {
  const records = own.filter((one) => soundRecord(one.id, one) !== null);
  return { records, skipped: own.length - records.length };
}

/**
 * Of what an import has added, what is there still and can go again: what something else belongs to by now stays, a consent's record as well as
 * an organisation.
 * @param added by that import
 */
export function recordsToTakeBack(added: readonly DataRecord[], { ledger }: Kept): readonly DataRecord[] {
  const all = [...ledger.organisations.values(), ...ledger.holdings, ...ledger.consents, ...ledger.requests];
  const ids = new Set(added.map(({ id }) => id));
  const needed = new Set(all.flatMap((one) => (one.type === "organisation" || ids.has(one.id) ? [] : [one.organisationId, "holdingId" in one ? one.holdingId : null])));
  return all.filter(({ id }) => ids.has(id) && !needed.has(id));
}

/**
 * What is there already stays as it is: an old file must not undo what was done since, nor write over what can't be read, and one that
 * is taken twice doubles nothing.
 */
export function recordsToImport(records: readonly DataRecord[], kept: Kept & Pick<Book, "joinedHoldings">): readonly DataRecord[] {
  const known = new Set([...recordsKept(kept), ...kept.unreadable].map(({ id }) => id));
  const { organisations, holdings, consents } = kept.ledger;
  // A record that became part of another one is there: what belongs to it is of that one.
  const part = new Map(kept.joinedHoldings.map(({ after, gone }) => [gone.id, after.id]));
  const placed = records.filter(({ id }) => !known.has(id) && !part.has(id)).map((one) => ("holdingId" in one && one.holdingId !== null && part.has(one.holdingId) ? { ...one, holdingId: part.get(one.holdingId) ?? null } : one));
  return withoutKept(placed, { organisations: [...organisations.values()].filter(({ id }) => !kept.standIns.has(id)), holdings, consents });
}
