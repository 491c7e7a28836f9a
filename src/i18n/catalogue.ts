// The message catalogues of public/_locales, used as data: chrome.i18n fixes the language at the browser's start, and a
// person must be able to choose theirs.
import { manyOf } from "../codec/manyOf.ts";
import { partFile, type TextPart } from "./textParts.ts";
import type messages from "../../public/_locales/ka/messages.json";

export type MessageKey = keyof typeof messages;

export type Catalogue = Readonly<Record<string, { readonly message: string } | undefined>>;

/** Both catalogues lie beside the pages, in the extension as in the bridge app. `root` ends in a slash. @param part only these of its texts */
export async function loadCatalogue(root: string, language: "ka" | "en", part: TextPart | null = null): Promise<Catalogue> {
  const response = await fetch(root + (part ? partFile(part, language) : `_locales/${language}/messages.json`));
  // A file of our own.
  const catalogue: Catalogue = await response.json();
  return catalogue;
}

/**
 * A message with its $NAME$ places filled. A missing key shows itself, so that it is seen and mended. What $COUNT$ counts is
 * written "day(s)" in the English catalogue, and becomes "1 day" or "2 days"; Georgian counts in the singular.
 */
export function format(catalogue: Catalogue, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const message = catalogue[key]?.message ?? key;
  return manyOf(message, values["COUNT"]).replaceAll(/\$([A-Z0-9_]+)\$/gi, (whole, name: string) => {
    const value = values[name.toUpperCase()];
    return value === undefined ? whole : String(value);
  });
}

/** 24.11.2026, as dates are written in Georgia, in the person's own time zone. */
export function formatDate(ms: number): string {
  const date = new Date(ms);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${two(date.getDate())}.${two(date.getMonth() + 1)}.${date.getFullYear()}`;
}

/** 14:05, in the person's own time zone. */
export function formatTime(ms: number): string {
  const date = new Date(ms);
  return `${String(date.getHours()).padStart(2, "0")}:${String(date.getMinutes()).padStart(2, "0")}`;
}
