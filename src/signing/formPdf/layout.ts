// Lines of a form on pages of A4. Measures are in points, from a page's top.
import type { FormContent } from "./form.ts";
import { wrap } from "../pades/fitLines.ts";

export interface Measure {
  showable(text: string): string;
  width(text: string): number;
}

/** Roles of the structure tree (ISO 32000-1 §14.8.4): screen readers go by them. */
export type Role = "H1" | "H2" | "P";

export interface Paragraph {
  readonly role: Role;
  readonly lines: readonly { readonly page: number; readonly y: number; readonly text: string }[];
  readonly size: number;
  readonly gray: number;
}

export const paper = { width: 595.28, height: 841.89, side: 62, top: 64, bottom: 70 } as const;
const lineHeight = 1.4;

interface Style {
  readonly role: Role;
  readonly size: number;
  readonly gray: number;
  readonly before: number;
  /** Lines that must follow on the same page. */
  readonly keep: number;
}

const styles = {
  title: { role: "H1", size: 18, gray: 0, before: 0, keep: 2 },
  about: { role: "P", size: 10, gray: 0.3, before: 3, keep: 0 },
  heading: { role: "H2", size: 13.5, gray: 0, before: 20, keep: 3 },
  text: { role: "P", size: 11, gray: 0, before: 10, keep: 0 },
  label: { role: "P", size: 9.5, gray: 0.3, before: 12, keep: 1 },
  value: { role: "P", size: 11.5, gray: 0, before: 1, keep: 0 },
  small: { role: "P", size: 8.5, gray: 0.3, before: 1, keep: 0 },
} as const satisfies Record<string, Style>;

/** Every word of the form, broken into lines and pages. Nothing is cut off, however long. */
export function layOut(form: FormContent, font: Measure): { readonly paragraphs: readonly Paragraph[]; readonly pages: number } {
  const paragraphs: Paragraph[] = [];
  let page = 0;
  let y: number = paper.top;
  const limit = paper.height - paper.bottom;
  const put = (text: string, style: Style): void => {
    y += y === paper.top ? 0 : style.before;
    const step = style.size * lineHeight;
    const width = (paper.width - 2 * paper.side) / style.size;
    const lines = text.replaceAll(/\r\n?/g, "\n").replaceAll("\t", "    ").split("\n").flatMap((line) => wrap(font.showable(line), width, font));
    if (y + step * (1 + style.keep) > limit) [page, y] = [page + 1, paper.top];
    const placed = lines.map((line) => {
      if (y + step > limit) [page, y] = [page + 1, paper.top];
      const at = { page, y: y + style.size, text: line };
      y += step;
      return at;
    });
    paragraphs.push({ role: style.role, lines: placed, size: style.size, gray: style.gray });
  };
  for (const paragraph of form.lead) put(paragraph, styles.text);
  put(form.title, form.lead.length > 0 ? { ...styles.title, size: 14, before: 22 } : styles.title);
  for (const line of form.about) put(line, styles.about);
  for (const item of form.items) {
    if (item.kind === "field") {
      put(item.label, styles.label);
      put(item.value === "" ? form.words.empty : item.value, styles.value);
    } else put(item.text, styles[item.kind]);
  }
  if (form.attachments.length > 0) {
    put(form.words.attachments, styles.heading);
    for (const attachment of form.attachments) {
      put(attachment.name, { ...styles.value, before: 10, keep: 2 });
      put(form.words.size(attachment.size), styles.small);
      put(`SHA-256: ${attachment.sha256.toUpperCase().replaceAll(/(.{8})(?=.)/g, "$1 ")}`, styles.small);
    }
  }
  return { paragraphs, pages: page + 1 };
}
