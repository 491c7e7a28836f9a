// Signature fields that a PDF's author left for somebody to sign (ISO 32000-1 §12.7.4.5). [Note: fields that can be filled]
// Only those are offered whose wishes can be kept: none that wants something locked with the signature (/Lock), none with a
// seed value that must be followed (/SV with /Ff), none that is read-only or locked by an earlier signature. For the rest a
// new field beside them does as well.
import type { PdfDocument } from "../pdf/document.ts";
import { eachPage, type PdfPage } from "../pdf/pages.ts";
import { as, integerOf, nameOf, type PdfRef, textOf } from "../pdf/values.ts";
import type { FormFields, SignatureField } from "./fields.ts";

export interface EmptyField {
  /** Full name. */
  readonly name: string;
  /** From 0. */
  readonly page: number;
  /** Where it stands, in the page's own units; null: it is not shown, or too small for any text. */
  readonly rect: readonly [number, number, number, number] | null;
}

export interface FoundField extends EmptyField {
  readonly at: PdfRef;
  readonly field: SignatureField;
  readonly on: PdfPage;
}

const readOnly = 1;
const hiddenFlags = 0x02 | 0x20;
const smallest = { width: 30, height: 10 } as const;
/** Looking for a field's page in a longer document costs more than it is worth. */
const mostPages = 2_000;

/** In the order of the pages; of fields with one name the first. */
export async function emptyFields(document: PdfDocument, fields: FormFields): Promise<readonly FoundField[]> {
  const locked = await lockedFields(document, fields);
  const found = new Map<string, FoundField>();
  const candidates: { readonly field: SignatureField; readonly at: PdfRef }[] = [];
  for (const field of fields.signatures) {
    const { at, dict, value, name } = field;
    if (!at || value || dict.repeated || dict.entries.has("Kids") || dict.entries.has("Lock") || locked(name)) continue;
    if (nameOf(dict.entries.get("Subtype")) !== "Widget" || ((integerOf(dict.entries.get("Ff")) ?? 0) & readOnly) !== 0) continue;
    const seed = as("dict", await document.get(dict, "SV"));
    if (seed && (integerOf(await document.get(seed, "Ff")) ?? 0) !== 0) continue;
    candidates.push({ field, at });
  }
  if (candidates.length === 0) return [];
  await eachPage(document, mostPages, async (page, index) => {
    const annotations = new Set((as("array", await document.get(page.dict, "Annots"))?.items ?? []).map((one) => as("ref", one)?.num));
    for (const { field, at } of candidates) {
      if (!annotations.has(at.num) || found.has(field.name)) continue;
      found.set(field.name, { name: field.name, page: index, rect: await placeOf(document, field), at, field, on: page });
    }
  });
  return [...found.values()];
}

async function placeOf(document: PdfDocument, { dict }: SignatureField): Promise<EmptyField["rect"]> {
  if (((integerOf(dict.entries.get("F")) ?? 0) & hiddenFlags) !== 0) return null;
  const corners = await Promise.all((as("array", await document.get(dict, "Rect"))?.items ?? []).map((one) => document.resolve(one)));
  const [ax, ay, bx, by] = corners.filter((one) => typeof one === "number");
  if (corners.length !== 4 || ax === undefined || ay === undefined || bx === undefined || by === undefined) return null;
  const rect = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)] as const;
  return rect[2] - rect[0] < smallest.width || rect[3] - rect[1] < smallest.height ? null : rect;
}

/** Which fields the signatures that are there have locked (§12.8.2.4, the field's /Lock). */
async function lockedFields(document: PdfDocument, fields: FormFields): Promise<(name: string) => boolean> {
  const tests: ((name: string) => boolean)[] = [];
  for (const { dict, value } of fields.signatures) {
    const lock = value && as("dict", await document.get(dict, "Lock"));
    if (!lock) continue;
    const items = as("array", await document.get(lock, "Fields"))?.items ?? [];
    const names = new Set(await Promise.all(items.map(async (one) => textOf(await document.resolve(one)))));
    const action = nameOf(await document.get(lock, "Action"));
    tests.push((name) => (action === "Include" ? names.has(name) : action === "Exclude" ? !names.has(name) : true));
  }
  return (name) => tests.some((test) => test(name));
}
