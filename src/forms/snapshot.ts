// What a form has in it, as plain data: read from a page, kept in the vault, put back into a page. Pure.
import { isFields } from "../codec/fields.ts";

export const fieldKinds = ["text", "check", "radio", "select", "rich", "file"] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** One field of a form. */
export interface FieldValue {
  /** The name it is sent by; where it has none, its id or label. */
  readonly key: string;
  /** Which one of those with the same key and kind; 0 for the first. */
  readonly nth: number;
  readonly kind: FieldKind;
  /** What the page calls it. */
  readonly label: string;
  /** text, rich: one. check: its own value when ticked, else none. radio, select: what is chosen. file: names. */
  readonly values: readonly string[];
  /** file: the page wants a signed document here. */
  readonly signed?: boolean;
}

/** Which form of which page. */
export interface FormIdentity {
  /** The same for each visit to the same form. */
  readonly formKey: string;
  readonly url: string;
  readonly title: string;
}

const mostFields = 2_000;
const longestText = 200_000;
const longestName = 300;

/** Fields of the same form are the same field when this is equal. */
export function nameOfField({ kind, key, nth }: FieldValue): string {
  return `${kind} ${nth} ${key}`;
}

export function sameValues(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, i) => value === other[i]);
}

/** Whether there is anything in it that is worth keeping. */
export function isFilled(fields: readonly FieldValue[]): boolean {
  return fields.some(({ kind, values }) => (kind === "text" || kind === "rich" || kind === "file") && values.some((one) => one.trim() !== ""));
}

/** The first words that tell one draft from another. */
export function summaryOf(fields: readonly FieldValue[]): string {
  const texts = fields.filter(({ kind, values }) => (kind === "text" || kind === "rich") && (values[0] ?? "").trim() !== "").map(({ values }) => (values[0] ?? "").trim());
  return texts.slice(0, 3).join(" · ").slice(0, 160);
}

/** @returns the known fields of each; null when it is no list of fields. */
export function parseFields(value: unknown): readonly FieldValue[] | null {
  if (!Array.isArray(value) || value.length > mostFields) return null;
  const fields = value.map(parseField);
  return fields.every((one) => one !== null) ? fields : null;
}

function parseField(value: unknown): FieldValue | null {
  if (!isFields(value)) return null;
  const { key, nth, label, values, signed } = value;
  const kind = fieldKinds.find((one) => one === value["kind"]);
  if (!kind || !isShort(key) || !isShort(label) || typeof nth !== "number" || !Number.isInteger(nth) || nth < 0) return null;
  if (!Array.isArray(values) || values.length > mostFields || !values.every((one): one is string => typeof one === "string" && one.length <= longestText)) return null;
  return { key, nth, kind, label, values, ...(signed === true ? { signed } : {}) };
}

export function parseIdentity(value: unknown): FormIdentity | null {
  if (!isFields(value)) return null;
  const { formKey, url, title } = value;
  return typeof formKey === "string" && formKey.length <= 2_500 && typeof url === "string" && url.length <= 2_000 && isShort(title) ? { formKey, url, title } : null;
}

function isShort(value: unknown): value is string {
  return typeof value === "string" && value.length <= longestName;
}
