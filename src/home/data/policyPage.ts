// The text of a saved web page, as a person sees it or would after a click.
import { beginningOf, mostText } from "./beginning.ts";

// A section that is folded up is text too, and so is a page behind a dialog about cookies, which is hidden from screen
// readers. Whole sites are one form (ASP.NET): only what is filled in goes. A button that unfolds a section is its heading.
const silent = "script, style, noscript, template, head, nav, svg, iframe, input, select, datalist, textarea, button:not([aria-expanded], [aria-controls], h1 *, h2 *, h3 *, h4 *, h5 *, h6 *, dt *)";
const blocks = "p, div, section, article, header, footer, aside, main, form, fieldset, legend, button, h1, h2, h3, h4, h5, h6, ul, ol, dl, dt, dd, table, blockquote, pre, details, summary, address, figure";

/** The page is read and never shown: nothing of it runs or is fetched. `cut` where it was too long. */
export function htmlText(html: string): { readonly text: string; readonly cut: boolean } {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const one of page.querySelectorAll(silent)) one.remove();
  // Line ends in the source are blanks; those that are seen come below.
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (length <= mostText && texts.nextNode()) {
    const said = (texts.currentNode.nodeValue ?? "").replaceAll(/\s+/g, " ");
    texts.currentNode.nodeValue = said;
    length += said.length;
  }
  const long = length > mostText;
  if (long) {
    const rest = page.createRange();
    rest.setStartAfter(texts.currentNode);
    rest.setEndAfter(page.body);
    rest.deleteContents();
  }
  for (const one of page.querySelectorAll("br")) one.replaceWith("\n");
  // Its rows one below the other: the first says what its columns are about.
  for (const one of page.querySelectorAll("table")) one.replaceWith(`\n${[...one.rows].map((row) => [...row.cells].map(oneLine).join(" | ")).join("\n")}\n`);
  for (const one of page.querySelectorAll("li")) one.prepend("\n- ");
  for (const one of page.querySelectorAll(blocks)) {
    one.before("\n");
    one.after("\n");
  }
  const lines = (page.body.textContent ?? "").split("\n").map((line) => line.replaceAll(/\s+/g, " ").trim());
  const { text, cut } = beginningOf(lines.filter((line, i) => line !== "" || (i > 0 && lines[i - 1] !== "")).join("\n").trim());
  return { text, cut: cut || long };
}

const oneLine = (cell: Element): string => (cell.textContent ?? "").replaceAll(/\s+/g, " ").trim();
