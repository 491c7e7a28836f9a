// What goes out into a file, and what comes in from one. Who stands in for an organisation is no record; a record that can't be
// read is there all the same.
import type { DataRecord } from "../../consent/record/record.ts";
import type { Book } from "./book.ts";

type Kept = Pick<Book, "ledger" | "standIns" | "unreadable">;

export function recordsToExport({ ledger, standIns }: Kept): readonly DataRecord[] {
  return [...[...ledger.organisations.values()].filter(({ id }) => !standIns.has(id)), ...ledger.holdings, ...ledger.consents, ...ledger.requests];
}

/** What is there already stays as it is: an old file must not undo what was done since, nor write over what can't be read. */
export function recordsToImport(records: readonly DataRecord[], kept: Kept): readonly DataRecord[] {
  const known = new Set([...recordsToExport(kept), ...kept.unreadable].map(({ id }) => id));
  return records.filter(({ id }) => !known.has(id));
}
