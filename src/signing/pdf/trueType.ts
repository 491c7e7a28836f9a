// The part of a TrueType font that embedding it takes (ISO/IEC 14496-22): which glyph a character has, how wide it is,
// and the same font without the glyphs that are not used.
import { type Bytes, concat } from "../../card/bytes.ts";

export interface TrueTypeFont {
  /** Glyph of a code point; 0: the font has none. */
  glyph(codePoint: number): number;
  /** Advance width in thousandths of the size. */
  width(glyph: number): number;
  /** In thousandths of the size. */
  readonly ascent: number;
  readonly descent: number;
  readonly box: readonly [number, number, number, number];
  /** The font with the outlines of these glyphs only; every glyph keeps its number. */
  subset(glyphs: ReadonlySet<number>): Bytes;
}

/** Tables that a font inside a PDF needs (ISO 32000-1 §9.9); `cmap` is in the PDF itself. */
const embedded = ["head", "hhea", "maxp", "hmtx", "loca", "glyf"];

/** @throws RangeError when the file is no such font */
export function readTrueType(file: Bytes): TrueTypeFont {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const tables = new Map<string, Bytes>();
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...file.subarray(at, at + 4));
    tables.set(tag, file.subarray(view.getUint32(at + 8), view.getUint32(at + 8) + view.getUint32(at + 12)));
  }
  const table = (tag: string): DataView<ArrayBuffer> => {
    const bytes = tables.get(tag);
    if (!bytes) throw new RangeError(`a font without ${tag}`);
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  };
  const [head, hhea, maxp, hmtx, loca] = [table("head"), table("hhea"), table("maxp"), table("hmtx"), table("loca")];
  const unit = 1000 / head.getUint16(18);
  const widths = hhea.getUint16(34);
  const count = maxp.getUint16(4);
  const long = head.getInt16(50) === 1;
  const offset = (glyph: number): number => (long ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph));
  const characters = readCharacters(table("cmap"));
  const scaled = (value: number): number => Math.round(value * unit);
  return {
    glyph: (codePoint) => characters.get(codePoint) ?? 0,
    width: (glyph) => scaled(hmtx.getUint16(4 * Math.min(glyph, widths - 1))),
    ascent: scaled(hhea.getInt16(4)),
    descent: scaled(hhea.getInt16(6)),
    box: [scaled(head.getInt16(36)), scaled(head.getInt16(38)), scaled(head.getInt16(40)), scaled(head.getInt16(42))],
    subset: (glyphs) => {
      const outlines = table("glyf");
      const used = withComponents(glyphs, outlines, offset);
      const newLoca = new DataView(new ArrayBuffer(4 * (count + 1)));
      const kept: Bytes[] = [];
      let at = 0;
      for (let glyph = 0; glyph < count; glyph += 1) {
        newLoca.setUint32(4 * glyph, at);
        if (!used.has(glyph)) continue;
        const outline = bytesOf(outlines).subarray(offset(glyph), offset(glyph + 1));
        kept.push(outline);
        at += outline.length;
      }
      newLoca.setUint32(4 * count, at);
      const newHead = bytesOf(head).slice();
      new DataView(newHead.buffer).setInt16(50, 1);
      const changed = new Map([["head", newHead], ["loca", bytesOf(newLoca)], ["glyf", concat(...kept)]]);
      return assemble(embedded.map((tag) => [tag, changed.get(tag) ?? bytesOf(table(tag))]));
    },
  };
}

const bytesOf = (view: DataView<ArrayBuffer>): Bytes => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

/** Format 4 only: this project's own font has no other. */
function readCharacters(cmap: DataView): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (let i = 0; i < cmap.getUint16(2); i += 1) {
    const at = cmap.getUint32(4 + 8 * i + 4);
    if (cmap.getUint16(at) !== 4) continue;
    const segments = cmap.getUint16(at + 6) / 2;
    const [ends, starts, deltas, ranges] = [at + 14, at + 16 + 2 * segments, at + 16 + 4 * segments, at + 16 + 6 * segments];
    for (let segment = 0; segment < segments; segment += 1) {
      const range = cmap.getUint16(ranges + 2 * segment);
      for (let code = cmap.getUint16(starts + 2 * segment); code <= cmap.getUint16(ends + 2 * segment) && code !== 0xffff; code += 1) {
        const delta = cmap.getUint16(deltas + 2 * segment);
        const raw = range === 0 ? code : cmap.getUint16(ranges + 2 * segment + range + 2 * (code - cmap.getUint16(starts + 2 * segment)));
        if (raw !== 0) found.set(code, (raw + delta) & 0xffff);
      }
    }
  }
  return found;
}

/** A composite glyph needs its parts (`glyf` table, composite description). */
function withComponents(glyphs: ReadonlySet<number>, outlines: DataView, offset: (glyph: number) => number): ReadonlySet<number> {
  const used = new Set<number>([0]);
  const waiting = [...glyphs];
  for (let glyph = waiting.pop(); glyph !== undefined; glyph = waiting.pop()) {
    if (used.has(glyph)) continue;
    used.add(glyph);
    const [from, to] = [offset(glyph), offset(glyph + 1)];
    if (to - from < 10 || outlines.getInt16(from) >= 0) continue;
    for (let at = from + 10, more = true; more; ) {
      const flags = outlines.getUint16(at);
      waiting.push(outlines.getUint16(at + 2));
      at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
      more = (flags & 0x20) !== 0;
    }
  }
  return used;
}

function assemble(tables: readonly (readonly [string, Bytes])[]): Bytes {
  const sorted = tables.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const directory = new DataView(new ArrayBuffer(12 + 16 * sorted.length));
  const power = Math.floor(Math.log2(sorted.length));
  directory.setUint32(0, 0x00010000);
  directory.setUint16(4, sorted.length);
  directory.setUint16(6, 16 * 2 ** power);
  directory.setUint16(8, power);
  directory.setUint16(10, 16 * sorted.length - 16 * 2 ** power);
  const parts: Bytes[] = [bytesOf(directory)];
  let at = directory.byteLength;
  sorted.forEach(([tag, bytes], i) => {
    const padded = concat(bytes, new Uint8Array((4 - (bytes.length % 4)) % 4));
    for (let j = 0; j < 4; j += 1) directory.setUint8(12 + 16 * i + j, tag.charCodeAt(j));
    directory.setUint32(12 + 16 * i + 4, checksum(padded));
    directory.setUint32(12 + 16 * i + 8, at);
    directory.setUint32(12 + 16 * i + 12, bytes.length);
    parts.push(padded);
    at += padded.length;
  });
  return concat(...parts);
}

function checksum(padded: Bytes): number {
  const view = new DataView(padded.buffer, padded.byteOffset, padded.length);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
