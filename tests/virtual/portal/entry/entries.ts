import { appEntry } from "./appEntry.ts";
import { classicEntry } from "./classicEntry.ts";
import type { EntryMarkup } from "./entryMarkup.ts";
import { thirdEntry } from "./thirdEntry.ts";

const entries: Readonly<Record<string, EntryMarkup>> = { classic: classicEntry, app: appEntry, third: thirdEntry };

/** @param markup the name of a session's markup */
export function entryOf(markup: string): EntryMarkup {
  return entries[markup] ?? classicEntry;
}
