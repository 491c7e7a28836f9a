import { describe, expect, it } from "vitest";
import { metadata } from "../../../../src/signing/formPdf/archive.ts";
import { formToPdf } from "../../../../src/signing/formPdf/formPdf.ts";
import type { FormContent } from "../../../../src/signing/formPdf/form.ts";
import { layOut } from "../../../../src/signing/formPdf/layout.ts";
import { EmbeddedFont } from "../../../../src/signing/pdf/embeddedFont.ts";
import { serialize } from "../../../../src/signing/pdf/serialize.ts";
import { font, fontName } from "../../../virtual/pdf/signSample.ts";
import { sampleForm } from "../../../virtual/pdf/sampleForm.ts";

describe("a form as a PDF", () => {
  it("the same form gives the same bytes", async () => {
    expect(await formToPdf(sampleForm, font, fontName)).toEqual(await formToPdf(sampleForm, font, fontName));
  });

  it("every word is laid out, inside the page, however long it is", () => {
    const long = "სიტყვა".repeat(80);
    const many: FormContent = { ...sampleForm, items: [...sampleForm.items, { kind: "field", label: "გრძელი", value: `${long}\n${"და კიდევ ერთი წინადადება. ".repeat(300)}` }] };
    const { paragraphs, pages } = layOut(many, new EmbeddedFont(font, fontName));
    const lines = paragraphs.flatMap((one) => one.lines.map((line) => ({ ...line, size: one.size })));
    const measure = new EmbeddedFont(font, fontName);
    for (const { y, text, size } of lines) {
      expect(y).toBeLessThan(842 - 60);
      expect(measure.width(text) * size).toBeLessThanOrEqual(595.28 - 2 * 62 + 0.01);
    }
    expect(pages).toBeGreaterThan(2);
    const all = lines.map(({ text }) => text).join("").replaceAll(" ", "");
    for (const item of many.items) if (item.kind === "field") expect(all).toContain(item.value.replaceAll(/\s/g, ""));
  });

  it("an empty answer says so, and a character without a glyph is shown by its number", () => {
    const embedded = new EmbeddedFont(font, fontName);
    expect(embedded.showable("ა😀\u0007\u202Eბ")).toBe("ა[U+1F600][U+0007][U+202E]ბ");
    const { paragraphs } = layOut({ ...sampleForm, items: [{ kind: "field", label: "ტელეფონი", value: "" }] }, embedded);
    expect(paragraphs.flatMap(({ lines }) => lines.map(({ text }) => text))).toContain(sampleForm.words.empty);
  });

  it("what calls itself by letters that XML has no words for is described in XML all the same", () => {
    const described = Buffer.from(serialize(metadata("ა\u0000\u0001\u001f\uffff\ud800<&>ბ", new Date(0), "ka"))).toString("utf8");
    expect(described).toContain("<rdf:li xml:lang=\"x-default\">ა\ufffd\ufffd\ufffd\ufffd\ufffd&lt;&amp;&gt;ბ</rdf:li>");
  });

  it("has every letter of Georgian, English, Russian, the lari and the number sign", () => {
    const embedded = new EmbeddedFont(font, fontName);
    const letters = Array.from({ length: 33 }, (_, i) => String.fromCodePoint(0x10d0 + i)).join("");
    const text = `${letters}ABCXYZabcxyz0123456789АБВЯабвя₾€№«»„“–—…`;
    expect(embedded.showable(text)).toBe(text);
  });

  it("has the letters of the others who live in Georgia, and each has a shape of its own width", () => {
    const embedded = new EmbeddedFont(font, fontName);
    // Armenian whole; what Azerbaijani, Ossetian and Abkhaz have besides the Latin and the Russian letters.
    const armenian = Array.from({ length: 0x587 - 0x531 + 1 }, (_, i) => String.fromCodePoint(0x531 + i)).filter((one) => /\p{L}/u.test(one)).join("");
    for (const text of [`${armenian}։՝՞՛՜֊«»`, "əƏğĞıİöÖşŞüÜçÇ", "ӕӔ", "ӷҕҟқҧҭҳҷҽҿҵҩӡџә"]) {
      expect(embedded.showable(text)).toBe(text);
      expect(embedded.width(text)).toBeGreaterThan(0.3 * text.length);
    }
    expect(embedded.showable("Խնդրում եմ տրամադրել իմ անձնական տվյալները։")).toBe("Խնդրում եմ տրամադրել իմ անձնական տվյալները։");
  });
});
