// The values of ISO 32000-1 §7.3.
import type { Bytes } from "../../card/bytes.ts";

export interface PdfName {
  readonly kind: "name";
  /** Without the slash, #xx decoded, one character a byte. */
  readonly name: string;
}

export interface PdfString {
  readonly kind: "string";
  readonly bytes: Bytes;
  readonly hex: boolean;
  /** Where its delimiters stand in the file, the second one included; null when it was made here or in an object stream. */
  readonly place: readonly [start: number, end: number] | null;
}

export interface PdfRef {
  readonly kind: "ref";
  readonly num: number;
  readonly gen: number;
}

export interface PdfArray {
  readonly kind: "array";
  readonly items: readonly PdfValue[];
}

export interface PdfDict {
  readonly kind: "dict";
  readonly entries: ReadonlyMap<string, PdfValue>;
  /**
   * A key stands in it twice, which §7.3.7 forbids and some writers do. Readers differ in which one they take (here:
   * the last), so a signature never rests on such a dictionary.
   */
  readonly repeated?: true;
}

export interface PdfStream {
  readonly kind: "stream";
  readonly dict: PdfDict;
  /** The bytes as they stand in the file, or were made here. */
  readonly data: Bytes;
}

export type PdfValue = null | boolean | number | PdfName | PdfString | PdfRef | PdfArray | PdfDict | PdfStream;

export const name = (text: string): PdfName => ({ kind: "name", name: text });
export const ref = (num: number, gen = 0): PdfRef => ({ kind: "ref", num, gen });
export const array = (items: readonly PdfValue[]): PdfArray => ({ kind: "array", items });
export const dict = (entries: Readonly<Record<string, PdfValue>>): PdfDict => ({ kind: "dict", entries: new Map(Object.entries(entries)) });
export const stream = (entries: PdfDict, data: Bytes): PdfStream => ({ kind: "stream", dict: entries, data });
export const hexString = (bytes: Bytes): PdfString => ({ kind: "string", bytes, hex: true, place: null });

/** A text string (§7.9.2.2): ASCII as it is, everything else as UTF-16BE with its mark. */
export function textString(text: string): PdfString {
  if (/^[\x20-\x7e]*$/.test(text)) return { kind: "string", bytes: new TextEncoder().encode(text), hex: false, place: null };
  const bytes = new Uint8Array(2 + 2 * text.length);
  bytes.set([0xfe, 0xff]);
  for (let i = 0; i < text.length; i += 1) {
    bytes[2 + 2 * i] = text.charCodeAt(i) >> 8;
    bytes[3 + 2 * i] = text.charCodeAt(i) & 0xff;
  }
  return { kind: "string", bytes, hex: true, place: null };
}

/** A date string (§7.9.4), in UTC: `D:20261124080000Z`. */
export function dateString(time: Date): PdfString {
  return textString(`D:${time.toISOString().slice(0, 19).replaceAll(/[-:T]/g, "")}Z`);
}

/** A copy of a dictionary with some entries set; null takes one out. */
export function withEntries(from: PdfDict, changes: Readonly<Record<string, PdfValue>>): PdfDict {
  const entries = new Map(from.entries);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) entries.delete(key);
    else entries.set(key, value);
  }
  return { kind: "dict", entries };
}

type Kind = Exclude<PdfValue, null | boolean | number>["kind"];
type OfKind<K extends Kind> = Extract<PdfValue, { readonly kind: K }>;

/** The value if it is of this kind, else null. */
export function as<K extends Kind>(kind: K, value: PdfValue | undefined): OfKind<K> | null {
  return isKind(kind, value) ? value : null;
}

function isKind<K extends Kind>(kind: K, value: PdfValue | undefined): value is OfKind<K> {
  return typeof value === "object" && value !== null && value.kind === kind;
}

/** The dictionary of a dictionary or of a stream, else null. */
export function dictOf(value: PdfValue | undefined): PdfDict | null {
  return as("dict", value) ?? as("stream", value)?.dict ?? null;
}

export function nameOf(value: PdfValue | undefined): string | null {
  return as("name", value)?.name ?? null;
}

export function integerOf(value: PdfValue | undefined): number | null {
  return typeof value === "number" && Number.isSafeInteger(value) ? value : null;
}

/** Text of a text string: UTF-16BE or UTF-8 by their marks, else taken as Latin-1. */
export function textOf(value: PdfValue | undefined): string | null {
  const bytes = as("string", value)?.bytes;
  if (!bytes) return null;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes.subarray(2));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes.subarray(3));
  return [...bytes].map((byte) => String.fromCharCode(byte)).join("");
}
