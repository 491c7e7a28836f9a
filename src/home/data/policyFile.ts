// A privacy policy that somebody has as a file: a page saved from the browser, a PDF, or plain text. What comes out is the
// text for the reader, in lines as it takes them (consent/policy/units.ts).
import { unwrapped } from "../../consent/policy/unwrapped.ts";
import { openPdf } from "../../ui/documents/pdfRenderer.ts";

export const policyFileTypes = ".html,.htm,.txt,.md,.pdf,text/html,text/plain,application/pdf";

/** A policy is shorter than a book. */
const mostBytes = 20 << 20;
const mostPages = 100;

/** @returns null for a file that holds no text that can be read */
export async function policyText(file: File): Promise<string | null> {
  if (file.size > mostBytes) return null;
  const head = new Uint8Array(await file.slice(0, 5).arrayBuffer());
  const isPdf = new TextDecoder("latin1").decode(head) === "%PDF-";
  const text = isPdf ? await pdfText(file).catch(() => "") : await plainText(file);
  return text.trim() === "" ? null : text;
}

async function pdfText(file: File): Promise<string> {
  const pdf = await openPdf(file);
  try {
    const pages: string[] = [];
    for (let page = 0; page < Math.min(pdf.pages, mostPages); page += 1) pages.push(await (await pdf.page(page)).text());
    return unwrapped(pages.join("\n"));
  } finally {
    await pdf.close();
  }
}

async function plainText(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  const text = new TextDecoder(encoding).decode(bytes);
  // Bytes that are no text: something else has a text file's name.
  if (text.includes("\0")) return "";
  return /\.html?$/i.test(file.name) || file.type === "text/html" || /^\s*<(?:!doctype html|html)/i.test(text) ? htmlText(text) : unwrapped(text);
}

const silent = "script, style, noscript, template, head, nav, svg, iframe, form, [hidden], [aria-hidden=true]";
const blocks = "p, div, section, article, header, footer, aside, main, h1, h2, h3, h4, h5, h6, ul, ol, dl, dt, dd, table, blockquote, pre, details, summary, address, figure";

/** The page is read and never shown: nothing of it runs or is fetched. */
function htmlText(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const one of page.querySelectorAll(silent)) one.remove();
  // Line ends in the source are blanks; those that are seen come below.
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.nodeValue = (texts.currentNode.nodeValue ?? "").replaceAll(/\s+/g, " ");
  for (const one of page.querySelectorAll("br")) one.replaceWith("\n");
  // Its rows one below the other: the first says what its columns are about.
  for (const one of page.querySelectorAll("table")) one.replaceWith(`\n${[...one.rows].map((row) => [...row.cells].map(oneLine).join(" | ")).join("\n")}\n`);
  for (const one of page.querySelectorAll("li")) one.prepend("\n- ");
  for (const one of page.querySelectorAll(blocks)) {
    one.before("\n");
    one.after("\n");
  }
  const lines = (page.body.textContent ?? "").split("\n").map((line) => line.replaceAll(/\s+/g, " ").trim());
  return lines.filter((line, i) => line !== "" || (i > 0 && lines[i - 1] !== "")).join("\n").trim();
}

const oneLine = (cell: Element): string => (cell.textContent ?? "").replaceAll(/\s+/g, " ").trim();
