import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PdfDocument } from "../../../../src/signing/pdf/document.ts";
import { NeedMore, Parser } from "../../../../src/signing/pdf/parser.ts";
import { ascii, serialize } from "../../../../src/signing/pdf/serialize.ts";
import { blobSource } from "../../../../src/signing/pdf/source.ts";
import { array, dict, name, type PdfValue, ref, textOf, textString } from "../../../../src/signing/pdf/values.ts";
import { samplePdf } from "../../../virtual/pdf/samplePdf.ts";

const parse = (text: string): PdfValue => new Parser(ascii(text), null, true).value();
const bytes = (text: string) => ascii(text);

/** Without what only says how a string was written. */
function plain(value: PdfValue): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value.kind === "string") return { string: [...value.bytes] };
  if (value.kind === "array") return value.items.map((item) => plain(item));
  if (value.kind === "dict") return Object.fromEntries([...value.entries].map(([key, item]) => [`/${key}`, plain(item)]));
  return value;
}

describe("values", () => {
  it.each([
    ["-12.50", -12.5],
    ["+.5", 0.5],
    ["4.", 4],
    ["true", true],
    ["null", null],
    ["/A#20b%c\n", name("A b")],
    ["12 0 R", ref(12)],
    ["[1 0 2 0 R/N]", array([1, 0, ref(2), name("N")])],
    ["<</A<</B 1>>>>", dict({ A: dict({ B: 1 }) })],
    ["% a comment\r 7", 7],
  ])("%s", (text, value) => {
    expect(parse(text)).toEqual(value);
  });

  it("strings: escapes, nesting, ends of lines, odd hexadecimal digits", () => {
    expect(textOf(parse("(a\\(b(c)\\n\\053\\5\\\r\nd\r\ne)"))).toBe("a(b(c)\n+\x05d\ne");
    expect(textOf(parse("<4 1 4>"))).toBe("A@");
    expect(textOf(textString("ნინო"))).toBe("ნინო");
    expect(textOf(parse("<EFBBBFE1839C>"))).toBe("ნ");
  });

  it("a key that stands twice is known", () => {
    expect(parse("<</A 1/A 2>>")).toMatchObject({ repeated: true });
  });

  it.each(["<</A>>", "[1 2", "(abc", "<12g>", ")", "<</A 1", "endobj"])("%s is refused", (text) => {
    expect(() => parse(text)).toThrow(/./);
  });

  it("what may go on behind the bytes at hand is asked for", () => {
    for (const text of ["<</A 1", "12", "(abc", "/Na", "[1 "]) expect(() => new Parser(bytes(text), 0, false).value()).toThrow(NeedMore);
  });

  it("what is written is read again, whatever it is", () => {
    const leaf = fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.integer(),
      fc.integer({ min: -1e6, max: 1e6 }).map((one) => one / 128),
      fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)) }).map((one) => name(one)),
      fc.uint8Array().map((one): PdfValue => ({ kind: "string", bytes: new Uint8Array(one), hex: false, place: null })),
      fc.nat({ max: 1e6 }).map((num) => ref(num)),
    );
    const { value } = fc.letrec<{ value: PdfValue }>((tie) => ({
      value: fc.oneof({ depthSize: "small" }, leaf, fc.array(tie("value")).map((items) => array(items)), fc.dictionary(fc.string(), tie("value")).map((entries) => dict(entries))),
    }));
    fc.assert(
      fc.property(value, (one) => {
        const text = serialize(one);
        expect(plain(new Parser(text, null, true).value())).toEqual(plain(one));
      }),
    );
  });
});

describe("documents", () => {
  it("no bytes make it hang or fail with anything but its own error", async () => {
    const good = samplePdf({ form: "object", annots: "object", xref: "stream" });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 }), async (changes) => {
        const bad = good.slice();
        for (const [at, byte] of changes) bad[at] = byte;
        try {
          const document = await PdfDocument.open(blobSource(new Blob([bad])));
          for (const num of document.numbers.slice(0, 100)) await document.object(num);
        } catch (error) {
          expect(error).toMatchObject({ name: "SigningError" });
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each(["", "%PDF-1.7\nstartxref\n9\n%%EOF", "%PDF-1.7\nstartxref\n99999\n%%EOF", "no PDF at all"])("%j is refused as broken", async (text) => {
    await expect(PdfDocument.open(blobSource(new Blob([text])))).rejects.toMatchObject({ code: "PDF_BROKEN" });
  });

  it("a cross-reference chain that bites its tail ends", async () => {
    const text = "%PDF-1.7\nxref\n0 1\n0000000000 65535 f\r\ntrailer\n<</Size 1/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF";
    const document = await PdfDocument.open(blobSource(new Blob([text])));
    expect(document.sections).toHaveLength(1);
    await expect(document.catalog()).rejects.toMatchObject({ code: "PDF_BROKEN" });
  });

  it("a huge file is not read: only what is looked at", async () => {
    const big = samplePdf({ pages: 400 });
    let read = 0;
    const source = blobSource(new Blob([big]));
    const counted = { size: source.size, read: async (start: number, end: number) => {
      read += end - start;
      return await source.read(start, end);
    } };
    const document = await PdfDocument.open(counted);
    await document.catalog();
    expect(read).toBeLessThan(big.length);
  });
});
