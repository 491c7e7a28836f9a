// A font inside a PDF, with the glyphs that are used and what each one means (ISO 32000-1 §9.7, §9.10.3): text can be
// searched, copied and read aloud.
import { toHex } from "../../card/bytes.ts";
import { deflate } from "./filters.ts";
import { ascii } from "./serialize.ts";
import type { TrueTypeFont } from "./trueType.ts";
import { array, dict, name, type PdfRef, type PdfValue, stream, textString } from "./values.ts";

/** Where new objects go: an update of a file, or a file in the making. */
export interface ObjectSink {
  reserve(): PdfRef;
  add(value: PdfValue): PdfRef;
  set(at: PdfRef, value: PdfValue): void;
}

export class EmbeddedFont {
  readonly #font: TrueTypeFont;
  readonly #name: string;
  /** Glyph → the text it stands for. */
  readonly #used = new Map<number, string>();

  constructor(font: TrueTypeFont, fontName: string) {
    this.#font = font;
    this.#name = fontName;
  }

  get ascent(): number {
    return this.#font.ascent / 1000;
  }

  get descent(): number {
    return this.#font.descent / 1000;
  }

  /**
   * What will be shown for a text. [Note: nothing unseen is signed] A character the font can't show is shown by its
   * number, [U+1F600], and one that can't be seen at all (controls, turns of the writing direction) likewise: never a
   * blank, never a box that could be anything.
   */
  showable(text: string): string {
    return Array.from(text.normalize("NFC"), (character) => (!/[\p{C}\p{Zl}\p{Zp}]/u.test(character) && this.#font.glyph(character.codePointAt(0) ?? 0) > 0 ? character : codePoint(character))).join("");
  }

  /** Width of a showable text at size 1. */
  width(text: string): number {
    return this.#glyphs(text).reduce((sum, [glyph]) => sum + this.#font.width(glyph), 0) / 1000;
  }

  /** The operand of Tj, and a note of the glyphs used. */
  show(text: string): string {
    let hex = "";
    for (const [glyph, character] of this.#glyphs(text)) {
      if (!this.#used.has(glyph)) this.#used.set(glyph, character);
      hex += glyph.toString(16).padStart(4, "0");
    }
    return `<${hex}>`;
  }

  /** Writes the font's objects. To be called when everything has been shown. */
  async write(sink: ObjectSink): Promise<PdfRef> {
    const glyphs = [...this.#used.keys()].toSorted((a, b) => a - b);
    const file = this.#font.subset(new Set(glyphs));
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", file));
    // §9.6.4: six capital letters, different for different subsets.
    const tag = [...digest.subarray(0, 6)].map((byte) => String.fromCharCode(0x41 + (byte % 26))).join("");
    const base = name(`${tag}+${this.#name}`);
    const fontFile = sink.add(stream(dict({ Filter: name("FlateDecode"), Length1: file.length }), await deflate(file)));
    const descriptor = sink.add(
      dict({
        Type: name("FontDescriptor"),
        FontName: base,
        Flags: 4,
        FontBBox: array(this.#font.box),
        ItalicAngle: 0,
        Ascent: this.#font.ascent,
        Descent: this.#font.descent,
        CapHeight: 714,
        StemV: 80,
        FontFile2: fontFile,
      }),
    );
    const descendant = sink.add(
      dict({
        Type: name("Font"),
        Subtype: name("CIDFontType2"),
        BaseFont: base,
        CIDSystemInfo: dict({ Registry: textString("Adobe"), Ordering: textString("Identity"), Supplement: 0 }),
        FontDescriptor: descriptor,
        W: array(glyphs.flatMap((glyph) => [glyph, array([this.#font.width(glyph)])])),
        CIDToGIDMap: name("Identity"),
      }),
    );
    const meaning = sink.add(stream(dict({ Filter: name("FlateDecode") }), await deflate(ascii(this.#toUnicode(glyphs)))));
    return sink.add(
      dict({ Type: name("Font"), Subtype: name("Type0"), BaseFont: base, Encoding: name("Identity-H"), DescendantFonts: array([descendant]), ToUnicode: meaning }),
    );
  }

  #glyphs(text: string): readonly (readonly [number, string])[] {
    return Array.from(text, (character) => [this.#font.glyph(character.codePointAt(0) ?? 0), character]);
  }

  #toUnicode(glyphs: readonly number[]): string {
    const lines = glyphs.map((glyph) => `<${glyph.toString(16).padStart(4, "0")}> <${utf16(this.#used.get(glyph) ?? "")}>`);
    const blocks: string[] = [];
    for (let at = 0; at < lines.length; at += 100) {
      const some = lines.slice(at, at + 100);
      blocks.push(`${some.length} beginbfchar\n${some.join("\n")}\nendbfchar`);
    }
    return [
      "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
      "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
      "1 begincodespacerange <0000> <ffff> endcodespacerange",
      ...blocks,
      "endcmap CMapName currentdict /CMap defineresource pop end end\n",
    ].join("\n");
  }
}

function codePoint(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;
}

function utf16(text: string): string {
  const bytes = new Uint8Array(2 * text.length);
  for (let i = 0; i < text.length; i += 1) {
    bytes[2 * i] = text.charCodeAt(i) >> 8;
    bytes[2 * i + 1] = text.charCodeAt(i) & 0xff;
  }
  return toHex(bytes);
}
