import type { FormContent } from "../../signing/formPdf/form.ts";

/**
 * The letter's text, as the person left it, for paper: every paragraph in its order, nothing left out; the title, as a title, after
 * addressee, sender and day.
 * @param page "Page 1 of 2"
 */
export function letterForm(text: string, title: string, language: "ka" | "en", page: FormContent["words"]["page"], madeAt: Date): FormContent {
  const paragraphs = text.split(/\n{2,}/).map((one) => one.trim()).filter((one) => one !== "");
  // Only the first: a person may have repeated the title on purpose.
  const at = paragraphs.indexOf(title);
  // Where the person took it out, the first paragraph is what the file is called by.
  const titleAt = Math.max(at, 0);
  return {
    language,
    lead: paragraphs.slice(0, titleAt),
    title: at < 0 ? (paragraphs[0] ?? title) : title,
    about: [],
    items: paragraphs.slice(titleAt + 1).map((one) => ({ kind: "text", text: one })),
    attachments: [],
    words: { attachments: "", empty: "", size: String, page },
    madeAt,
  };
}
