// The visible block: who signed, when, why, in a frame on the page (ISO 32000-1 §12.5.5).
import { EmbeddedFont } from "../pdf/embeddedFont.ts";
import { deflate } from "../pdf/filters.ts";
import type { PdfPage } from "../pdf/pages.ts";
import { ascii } from "../pdf/serialize.ts";
import type { TrueTypeFont } from "../pdf/trueType.ts";
import type { PdfUpdate } from "../pdf/update.ts";
import { array, dict, name, type PdfRef, stream } from "../pdf/values.ts";
import { fitLines } from "./fitLines.ts";

export interface Appearance {
  /** Page from 0. */
  readonly page: number;
  /** In the page's own units (1/72 inch unless the page says otherwise), origin at its lower left: x1 < x2, y1 < y2. */
  readonly rect: readonly [x1: number, y1: number, x2: number, y2: number];
  /** The first line is the name and stands larger; the others follow. Broken where they are too long. */
  readonly lines: readonly string[];
  readonly font: TrueTypeFont;
  readonly fontName: string;
}

const padding = 4;

/** @returns the form to show, and the rectangle for the widget */
export async function addAppearance(update: PdfUpdate, appearance: Appearance, page: PdfPage): Promise<{ readonly form: PdfRef; readonly rect: readonly number[] }> {
  const [x1, y1, x2, y2] = appearance.rect;
  const sideways = page.rotate === 90 || page.rotate === 270;
  const [width, height] = sideways ? [y2 - y1, x2 - x1] : [x2 - x1, y2 - y1];
  const font = new EmbeddedFont(appearance.font, appearance.fontName);
  const lines = appearance.lines.map((line) => font.showable(line));
  const fitted = fitLines(lines, width - 2 * padding, height - 2 * padding, font);
  const operators = [
    // White below, so that it can be read on any page; a frame; the text.
    `q 1 g 0 0 ${fixed(width)} ${fixed(height)} re f 0.11 0.36 0.30 RG 1 w 0.5 0.5 ${fixed(width - 1)} ${fixed(height - 1)} re S Q`,
    "BT 0 g",
    ...fitted.map(({ text, size, y }) => `/F0 ${fixed(size)} Tf 1 0 0 1 ${fixed(padding)} ${fixed(height - padding - y)} Tm ${font.show(text)} Tj`),
    "ET",
  ];
  const content = await deflate(ascii(operators.join("\n")));
  const form = update.add(
    stream(
      dict({
        Type: name("XObject"),
        Subtype: name("Form"),
        BBox: array([0, 0, width, height]),
        // Upright for who looks at the page: turned back by as much as the page is turned (§12.5.5, algorithm 8.1).
        Matrix: array(turned[page.rotate]),
        Resources: dict({ Font: dict({ F0: await font.write(update) }) }),
        Filter: name("FlateDecode"),
      }),
      content,
    ),
  );
  return { form, rect: [x1, y1, x2, y2] };
}

const turned = { 0: [1, 0, 0, 1, 0, 0], 90: [0, 1, -1, 0, 0, 0], 180: [-1, 0, 0, -1, 0, 0], 270: [0, -1, 1, 0, 0, 0] } as const;

const fixed = (value: number): string => String(Number(value.toFixed(3)));
