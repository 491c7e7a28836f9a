// One more item in an array that is an entry of a dictionary, in place or an object of its own.
import type { PdfDocument } from "../pdf/document.ts";
import type { PdfUpdate } from "../pdf/update.ts";
import { array, as, type PdfDict, type PdfRef, ref, withEntries } from "../pdf/values.ts";

/** @returns the dictionary as it is to be; an array that is an object of its own is written by this, too */
export async function appendTo(document: PdfDocument, update: PdfUpdate, to: PdfDict, key: string, item: PdfRef): Promise<PdfDict> {
  const known = to.entries.get(key);
  const at = as("ref", known);
  const items = as("array", at ? await update.object(at) : (known ?? null))?.items ?? as("array", await document.resolve(known))?.items ?? [];
  const grown = array([...items, item]);
  if (!at || !as("array", await document.resolve(at))) return withEntries(to, { [key]: grown });
  update.set(ref(at.num, at.gen), grown);
  return to;
}
