// [Note: what is signed is what is seen] A form becomes a PDF that shows its words and the person's answers and hides
// nothing: no script, no form field, no layer, one font that is in it. It is what the prompt shows and what is signed.
// Tagged, so that it can be read aloud, and made for archives (PDF/A-2u).
import type { Bytes } from "../../card/bytes.ts";
import { EmbeddedFont } from "../pdf/embeddedFont.ts";
import { deflate } from "../pdf/filters.ts";
import { ascii } from "../pdf/serialize.ts";
import type { TrueTypeFont } from "../pdf/trueType.ts";
import { array, dict, name, type PdfRef, type PdfValue, ref, stream, textString } from "../pdf/values.ts";
import { metadata, outputIntent } from "./archive.ts";
import type { FormContent } from "./form.ts";
import { layOut, paper, type Paragraph } from "./layout.ts";
import { PdfFile } from "./pdfFile.ts";

/** The same form gives the same bytes. @returns the PDF, not signed */
export async function formToPdf(form: FormContent, font: TrueTypeFont, fontName: string): Promise<Bytes> {
  const file = new PdfFile();
  const embedded = new EmbeddedFont(font, fontName);
  const { paragraphs, pages } = layOut(form, embedded);
  const contents = pageContents(paragraphs, pages, form, embedded);
  const tree = file.reserve();
  const fontAt = await embedded.write(file);
  const root = file.reserve();
  const pagesAt: PdfRef[] = [];
  for (const [i, text] of contents.operators.entries()) {
    const content = file.add(stream(dict({ Filter: name("FlateDecode") }), await deflate(ascii(text))));
    pagesAt.push(
      file.add(
        dict({
          Type: name("Page"),
          Parent: tree,
          MediaBox: array([0, 0, paper.width, paper.height]),
          Resources: dict({ Font: dict({ F0: fontAt }) }),
          Contents: content,
          StructParents: i,
          Tabs: name("S"),
        }),
      ),
    );
  }
  file.set(tree, dict({ Type: name("Pages"), Count: pages, Kids: array(pagesAt) }));
  file.set(
    root,
    dict({
      Type: name("Catalog"),
      Pages: tree,
      Lang: textString(form.language),
      MarkInfo: dict({ Marked: true }),
      StructTreeRoot: structure(file, paragraphs, contents.marks, pagesAt),
      ViewerPreferences: dict({ DisplayDocTitle: true }),
      Metadata: file.add(metadata(form.title, form.madeAt, form.language)),
      OutputIntents: await outputIntent(file),
    }),
  );
  return await file.write(root);
}

/** A run of a paragraph's lines on one page: its number there (MCID). */
interface Mark {
  readonly paragraph: number;
  readonly page: number;
  readonly id: number;
}

function pageContents(paragraphs: readonly Paragraph[], pages: number, form: FormContent, font: EmbeddedFont): { readonly operators: readonly string[]; readonly marks: readonly Mark[] } {
  const operators: string[][] = Array.from({ length: pages }, () => []);
  const next = Array.from({ length: pages }, () => 0);
  const marks: Mark[] = [];
  const line = (text: string, size: number, x: number, y: number): string => `/F0 ${size} Tf 1 0 0 1 ${fixed(x)} ${fixed(paper.height - y)} Tm ${font.show(text)} Tj`;
  paragraphs.forEach(({ lines, role, size, gray }, paragraph) => {
    for (const page of new Set(lines.map((one) => one.page))) {
      const id = next[page] ?? 0;
      next[page] = id + 1;
      marks.push({ paragraph, page, id });
      const shown = lines.filter((one) => one.page === page).map(({ text, y }) => line(text, size, paper.side, y));
      operators[page]?.push(`/${role} <</MCID ${id}>> BDC`, `BT ${gray} g`, ...shown, "ET EMC");
    }
  });
  operators.forEach((page, i) => {
    const text = font.showable(form.words.page(i + 1, pages));
    const x = paper.width - paper.side - font.width(text) * 9;
    page.push("/Artifact BMC", "BT 0.3 g", line(text, 9, x, paper.height - 36), "ET EMC");
  });
  return { operators: operators.map((page) => page.join("\n")), marks };
}

/** The structure tree (ISO 32000-1 §14.7.2): paragraphs in reading order, each with its runs on the pages. */
function structure(file: PdfFile, paragraphs: readonly Paragraph[], marks: readonly Mark[], pages: readonly PdfRef[]): PdfRef {
  const root = file.reserve();
  const document = file.reserve();
  const elements = paragraphs.map(({ role }, i) => {
    const runs = marks.filter(({ paragraph }) => paragraph === i);
    const kids: PdfValue[] = runs.map(({ page, id }) => dict({ Type: name("MCR"), Pg: pages[page] ?? ref(0), MCID: id }));
    return file.add(dict({ Type: name("StructElem"), S: name(role), P: document, K: array(kids) }));
  });
  file.set(document, dict({ Type: name("StructElem"), S: name("Document"), P: root, K: array(elements) }));
  const byPage = pages.map((_, page) => array(marks.filter((mark) => mark.page === page).toSorted((a, b) => a.id - b.id).map(({ paragraph }) => elements[paragraph] ?? null)));
  const parents = dict({ Nums: array(byPage.flatMap((items, page) => [page, items])) });
  file.set(root, dict({ Type: name("StructTreeRoot"), K: document, ParentTree: parents, ParentTreeNextKey: pages.length }));
  return root;
}

const fixed = (value: number): string => String(Number(value.toFixed(2)));
