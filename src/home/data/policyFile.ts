// A privacy policy that somebody has as a file: a page saved from the browser, a PDF, or plain text. What comes out is the
// text for the reader, in lines as it takes them (consent/policy/units.ts).
import { unwrapped } from "../../consent/policy/unwrapped.ts";
import type { OpenPdf } from "../../ui/documents/pdfRenderer.ts";
import { beginningOf, mostText } from "./beginning.ts";
import { htmlText } from "./policyPage.ts";

export const policyFileTypes = ".html,.htm,.txt,.md,.pdf,text/html,text/plain,application/pdf";

/** A policy is shorter than a book; a page is saved with its pictures. */
const mostBytes = 20 << 20;
const mostPages = 100;

/**
 * Why a file gave no text: it is too large; it cannot be read any more (moved, deleted, its disk pulled out); a PDF that
 * wants a password, or is broken; no text at all but something else's bytes; a PDF of pictures; nothing in it.
 */
export type Unread = "large" | "gone" | "locked" | "damaged" | "binary" | "scan" | "empty";
/** Of a long one only the first pages, or the beginning of the text. */
export type Only = "pages" | "text";

export type PolicyFile = { readonly text: string; readonly only: Only | null } | { readonly unread: Unread };

/** What becomes of the lines that the paper's edge has cut: put together for the reader of policies, or as they stand for that of letters. */
type Lines = (text: string) => string;

/**
 * @param openPdf from ui/documents/pdfRenderer.ts
 * @param signal when aborted, it stops at the next page and throws the signal's reason
 */
export async function policyFile(file: File, openPdf: (file: Blob) => Promise<OpenPdf>, signal: AbortSignal, lines: Lines = unwrapped): Promise<PolicyFile> {
  if (file.size > mostBytes) return { unread: "large" };
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { unread: "gone" };
  }
  // Something may stand before it: readers look for it in the first 1024 bytes.
  const isPdf = new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-");
  // Held in memory, so that it cannot go away between two pages.
  return isPdf ? pdfText(new Blob([bytes]), openPdf, signal, lines) : plainText(bytes, file, lines);
}

async function pdfText(file: Blob, openPdf: (file: Blob) => Promise<OpenPdf>, signal: AbortSignal, lines: Lines): Promise<PolicyFile> {
  try {
    const pdf = await openPdf(file);
    try {
      const pages: string[] = [];
      let length = 0;
      for (let page = 0; page < Math.min(pdf.pages, mostPages) && length <= mostText; page += 1) {
        signal.throwIfAborted();
        const said = await (await pdf.page(page)).text();
        length += said.length;
        pages.push(said);
      }
      const { text, cut } = beginningOf(lines(pages.join("\n")));
      if (text.trim() === "") return { unread: "scan" };
      return { text, only: cut || length > mostText ? "text" : pdf.pages > mostPages ? "pages" : null };
    } finally {
      await pdf.close();
    }
  } catch (error) {
    signal.throwIfAborted();
    // PDF.js's name for it.
    return { unread: error instanceof Error && error.name === "PasswordException" ? "locked" : "damaged" };
  }
}

function plainText(bytes: Uint8Array, { name, type }: File, lines: Lines): PolicyFile {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  const whole = new TextDecoder(encoding).decode(bytes);
  // Bytes that are no text: something else has a text file's name.
  if (whole.includes("\0")) return { unread: "binary" };
  const isPage = /\.html?$/i.test(name) || type === "text/html" || /^\s*<(?:!doctype html|html)/i.test(whole);
  const { text, cut } = isPage ? htmlText(whole) : beginningOf(whole);
  const said = isPage ? text : lines(text);
  return said.trim() === "" ? { unread: "empty" } : { text: said, only: cut ? "text" : null };
}
