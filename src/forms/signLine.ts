// What the prompt window and the content script of a form say to each other over a form's port. See: [Note: a form's port].
// Both ends check what comes: the page around the content script can't reach the port, but another version of ourselves may.
import { isFields } from "../codec/fields.ts";

/** What a person sees of a form, in reading order. */
export type SeenItem =
  | { readonly kind: "heading" | "text"; readonly text: string }
  | { readonly kind: "field"; readonly label: string; readonly value: string }
  | { readonly kind: "check"; readonly label: string; readonly ticked: boolean };

/** A file that stands in a field of the form. */
export interface SeenFile {
  readonly name: string;
  readonly size: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

export interface SeenForm {
  readonly title: string;
  /** Without its fragment. */
  readonly url: string;
  readonly items: readonly SeenItem[];
  readonly files: readonly SeenFile[];
  /** Whether the form has a place for the signed file: without one the person keeps it. */
  readonly place: boolean;
}

/** prompt → content script */
export type ToForm =
  | { readonly kind: "read" }
  /** Base64, in pieces. */
  | { readonly kind: "signed"; readonly name: string; readonly pieces: number }
  | { readonly kind: "piece"; readonly data: string }
  /** The form may go: nothing is left to be done here. */
  | { readonly kind: "send" };

/** content script → prompt */
export type FromForm =
  | { readonly kind: "form"; readonly form: SeenForm }
  /** Hashing the form's files. */
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  /** gone: there is no such form any more. files: one can't be read. long: more words than anybody reads. */
  | { readonly kind: "unreadable"; readonly why: "gone" | "files" | "long" }
  | { readonly kind: "placed" }
  /** changed: the form is not what was looked at. refused: its field would not take the file. */
  | { readonly kind: "not-placed"; readonly why: "changed" | "refused" | "gone" };

/** Characters of all that is read of a form. */
export const longestForm = 400_000;
/** Base64 characters of a piece. */
export const pieceLength = 64 * 1024;
const mostPieces = 400;
const mostItems = 5_000;
const mostFiles = 200;

export function parseToForm(value: unknown): ToForm | null {
  if (!isFields(value)) return null;
  const { kind, name, pieces, data } = value;
  switch (kind) {
    case "read":
    case "send":
      return { kind };
    case "signed":
      return isText(name, 300) && typeof pieces === "number" && Number.isInteger(pieces) && pieces > 0 && pieces <= mostPieces ? { kind, name, pieces } : null;
    case "piece":
      return isText(data, pieceLength) ? { kind, data } : null;
    default:
      return null;
  }
}

export function parseFromForm(value: unknown): FromForm | null {
  if (!isFields(value)) return null;
  const { kind, done, total } = value;
  switch (kind) {
    case "form": {
      const form = parseSeenForm(value["form"]);
      return form && { kind, form };
    }
    case "progress":
      return typeof done === "number" && typeof total === "number" ? { kind, done, total } : null;
    case "unreadable": {
      const why = (["gone", "files", "long"] as const).find((one) => one === value["why"]);
      return why ? { kind, why } : null;
    }
    case "placed":
      return { kind };
    case "not-placed": {
      const why = (["changed", "refused", "gone"] as const).find((one) => one === value["why"]);
      return why ? { kind, why } : null;
    }
    default:
      return null;
  }
}

function parseSeenForm(value: unknown): SeenForm | null {
  if (!isFields(value)) return null;
  const { title, url, items, files, place } = value;
  if (!isText(title, 400) || !isText(url, 2_000) || !isList(items, mostItems) || !isList(files, mostFiles) || typeof place !== "boolean") return null;
  const seen = items.map(parseItem);
  const attached = files.map(parseFile);
  if (!seen.every((one) => one !== null) || !attached.every((one) => one !== null)) return null;
  const length = seen.reduce((sum, one) => sum + ("text" in one ? one.text.length : one.label.length + ("value" in one ? one.value.length : 0)), 0);
  return length <= longestForm ? { title, url, items: seen, files: attached, place } : null;
}

function parseItem(value: unknown): SeenItem | null {
  if (!isFields(value)) return null;
  const { kind, text, label, value: given, ticked } = value;
  if (kind === "heading" || kind === "text") return isText(text, longestForm) ? { kind, text } : null;
  if (!isText(label, longestForm)) return null;
  if (kind === "field") return isText(given, longestForm) ? { kind, label, value: given } : null;
  return kind === "check" && typeof ticked === "boolean" ? { kind, label, ticked } : null;
}

function parseFile(value: unknown): SeenFile | null {
  if (!isFields(value)) return null;
  const { name, size, sha256 } = value;
  return isText(name, 1_000) && typeof size === "number" && Number.isInteger(size) && size >= 0 && typeof sha256 === "string" && /^[0-9a-f]{64}$/.test(sha256) ? { name, size, sha256 } : null;
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === "string" && value.length <= longest;
}

function isList(value: unknown, most: number): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= most;
}
