// Cross-reference tables and streams (ISO 32000-1 §7.5.4, §7.5.8), one section at a time.
import { malformed, type Parser } from "./parser.ts";
import { as, integerOf, type PdfDict, type PdfValue } from "./values.ts";

export type XrefEntry =
  | { readonly kind: "free" }
  | { readonly kind: "at"; readonly offset: number; readonly gen: number }
  /** The `index`-th object in an object stream. */
  | { readonly kind: "in"; readonly container: number; readonly index: number };

export interface XrefSection {
  readonly form: "table" | "stream";
  /** Where it begins in the file. */
  readonly offset: number;
  readonly entries: ReadonlyMap<number, XrefEntry>;
  readonly trailer: PdfDict;
}

/** More objects than this no file has; a table that claims them is a trap. */
const mostObjects = 8_388_607;

/** A table, from behind the keyword `xref` to behind its trailer dictionary. */
export function readTable(parser: Parser, offset: number): XrefSection {
  const entries = new Map<number, XrefEntry>();
  for (;;) {
    if (parser.peekWord() === "trailer") break;
    const first = parser.integer();
    const count = parser.integer();
    if (first + count > mostObjects) throw malformed("a table with too many objects");
    for (let num = first; num < first + count; num += 1) {
      const position = parser.integer();
      const gen = parser.integer();
      const state = parser.word();
      if (state !== "n" && state !== "f") throw malformed("a cross-reference entry that is neither used nor free");
      // Some writers mark unused numbers by the offset 0.
      if (!entries.has(num)) entries.set(num, state === "n" && position > 0 ? { kind: "at", offset: position, gen } : { kind: "free" });
    }
  }
  parser.word();
  const trailer = as("dict", parser.value());
  if (!trailer) throw malformed("a trailer without a dictionary");
  return { form: "table", offset, entries, trailer };
}

/** @param data unpacked */
export function readXrefStream(trailer: PdfDict, data: Uint8Array, offset: number): XrefSection {
  const numbers = (value: PdfValue | undefined): readonly number[] | null => as("array", value)?.items.map((item) => integerOf(item) ?? -1) ?? null;
  const [typeWidth = -1, secondWidth = -1, thirdWidth = -1] = numbers(trailer.entries.get("W")) ?? [];
  const size = integerOf(trailer.entries.get("Size")) ?? -1;
  const index = numbers(trailer.entries.get("Index")) ?? [0, size];
  const widths = [typeWidth, secondWidth, thirdWidth];
  if (size < 0 || size > mostObjects || index.some((one) => one < 0) || widths.some((width) => width < 0 || width > 8)) throw malformed("a cross-reference stream without its fields");
  const entries = new Map<number, XrefEntry>();
  let at = 0;
  const field = (width: number, otherwise: number): number => {
    if (width === 0) return otherwise;
    let value = 0;
    for (let i = 0; i < width; i += 1) value = value * 256 + (data[at + i] ?? 0);
    at += width;
    return value;
  };
  for (let i = 0; i + 1 < index.length; i += 2) {
    const first = index[i] ?? 0;
    for (let num = first; num < first + (index[i + 1] ?? 0); num += 1) {
      if (at + typeWidth + secondWidth + thirdWidth > data.length) throw malformed("a cross-reference stream that ends early");
      const type = field(typeWidth, 1);
      const second = field(secondWidth, 0);
      const third = field(thirdWidth, 0);
      if (!entries.has(num)) entries.set(num, entry(type, second, third));
    }
  }
  return { form: "stream", offset, entries, trailer };
}

function entry(type: number, second: number, third: number): XrefEntry {
  if (type === 1) return { kind: "at", offset: second, gen: third };
  if (type === 2) return { kind: "in", container: second, index: third };
  // §7.5.8.3: types not known are references to null.
  return { kind: "free" };
}
