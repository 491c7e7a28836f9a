// The page tree (ISO 32000-1 §7.7.3).
import type { PdfDocument } from "./document.ts";
import { malformed } from "./parser.ts";
import { as, integerOf, nameOf, type PdfDict, type PdfRef, type PdfValue } from "./values.ts";

export interface PdfPage {
  readonly at: PdfRef;
  readonly dict: PdfDict;
  /** Clockwise, as shown. */
  readonly rotate: 0 | 90 | 180 | 270;
}

/** Calls `see` with every page in order, up to `most` of them. @throws SigningError PDF_BROKEN */
export async function eachPage(document: PdfDocument, most: number, see: (page: PdfPage, index: number) => Promise<void>): Promise<void> {
  const seen = new Set<number>();
  let index = 0;
  const visit = async (value: PdfValue | undefined, inherited: PdfValue): Promise<void> => {
    const at = as("ref", value);
    const node = as("dict", await document.resolve(value));
    if (!at || !node || seen.has(at.num)) throw malformed("a page tree that is none");
    seen.add(at.num);
    const rotate = node.entries.has("Rotate") ? await document.get(node, "Rotate") : inherited;
    const kids = as("array", await document.get(node, "Kids"));
    if (!kids) {
      await see({ at, dict: node, rotate: turn(rotate) }, index);
      index += 1;
      return;
    }
    for (const kid of kids.items) if (index < most) await visit(kid, rotate);
  };
  await visit((await document.catalog()).dict.entries.get("Pages"), null);
}

/** @param index from 0; @throws SigningError PDF_BROKEN when there is no such page */
export async function findPage(document: PdfDocument, index: number): Promise<PdfPage> {
  const { dict: catalog } = await document.catalog();
  const left = { count: index };
  const found = await search(document, catalog.entries.get("Pages"), left, null, new Set());
  if (!found) throw malformed("no such page");
  return found;
}

async function search(document: PdfDocument, value: PdfValue | undefined, left: { count: number }, inherited: PdfValue, seen: Set<number>): Promise<PdfPage | null> {
  const at = as("ref", value);
  const node = as("dict", await document.resolve(value));
  if (!at || !node || seen.has(at.num) || seen.size > 1e6) throw malformed("a page tree that is none");
  seen.add(at.num);
  const rotate = node.entries.has("Rotate") ? await document.get(node, "Rotate") : inherited;
  const kids = as("array", await document.get(node, "Kids"));
  if (!kids) {
    left.count -= 1;
    return left.count < 0 ? { at, dict: node, rotate: turn(rotate) } : null;
  }
  const count = integerOf(await document.get(node, "Count"));
  if (nameOf(node.entries.get("Type")) === "Pages" && count !== null && count >= 0 && count <= left.count && seen.size > 1) {
    left.count -= count;
    return null;
  }
  for (const kid of kids.items) {
    const found = await search(document, kid, left, rotate, seen);
    if (found) return found;
  }
  return null;
}

function turn(value: PdfValue): PdfPage["rotate"] {
  const degrees = (((integerOf(value) ?? 0) % 360) + 360) % 360;
  return degrees === 90 || degrees === 180 || degrees === 270 ? degrees : 0;
}
