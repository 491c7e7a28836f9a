// What a page says of the person: civil acts, property, border crossings. By its headings and by how a table, or a list of
// entries with named facts, is built.
import { longestCell, mostColumns, mostRows, type RegisterKind, type SeenRegister } from "../../personal/register.ts";
import { alsoSays } from "../sites/moreWords.ts";
import { pageFacts } from "./page.ts";
import { textOf } from "./text.ts";
import { closestTo, firstWithin, holds, isLike, within } from "./unshadowed.ts";

const pageWords = /^(ჩემი|პირადი|პერსონალური) (გვერდი|კაბინეტი)$|^(my|personal) page$/i;
const ownNumber = /^პირადი (ნომერი|№)\s*:?$|^personal (number|no\.?)\s*:?$/i;
const titles: readonly (readonly [RegisterKind, RegExp])[] = [
  ["civilActs", /სამოქალაქო აქტ|civil acts?/i],
  ["crossings", /საზღვრის (გადა)?კვეთ|საზღვრის გადაკვეთ|საზღვარზე გადასვლ|border crossing/i],
  ["property", /ქონება(\s|$)|საკუთრება|სატრანსპორტო საშუალებ|\bproperty\b|\breal estate\b|\bvehicles?\b/i],
];
/** Names of columns, or of facts, that only one kind has. */
const marks: Readonly<Record<Exclude<RegisterKind, "other">, RegExp>> = {
  civilActs: /(^|\s)აქტ|civil act/i,
  crossings: /მიმართულ|გამშვებ|სასაზღვრო|(^|\s)პუნქტ|კვეთის|direction|checkpoint/i,
  property: /საკადასტრო|ფართობ|უფლებ|საკუთრებ|სახელმწიფო ნომერი|მარკა|cadastral|area|ownership/i,
};
const tables = "table, [role=table], [role=grid], ul, ol, [role=list]";
/** A page with more lists than this is a catalogue of something. */
const mostTables = 300;
const headings = "h1, h2, h3, h4, [role=heading]";

interface Content {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The space with the person's data: its heading says so, and it shows a personal number or a register. */
export function findPersonalPage(document: Document): readonly Element[] {
  const { main: place, heading, title } = pageFacts(document);
  if (!place || !heading || !(pageWords.test(title) || alsoSays("personal-page", title))) return [];
  const numbered = within(place, "dt, th, b, strong, span, label").some((one) => one.children.length === 0 && ownNumber.test(textOf(one)));
  return numbered || findRegisters(document).length > 0 ? [place] : [];
}

/** Each table or list of entries that belongs to one of the three kinds. */
export function findRegisters(document: Document): readonly Element[] {
  const all = within(document, tables);
  if (all.length === 0 || all.length > mostTables) return [];
  const around = landmarksOf(document);
  return all.filter((one) => {
    if (closestTo(one, "form, nav, header, footer, [role=dialog]") || firstWithin(one, `input, select, textarea, ${tables}`)) return false;
    const kind = kindByTitle(titleOfTable(one, around));
    const content = kind ? contentOfTable(one) : null;
    // A heading may have lost its own table: the columns must not be another kind's.
    return kind !== null && content !== null && fits(kind, content);
  });
}

/** @returns null for what has no entries with at least two named or numbered facts each. */
export function readRegister(document: Document, element: Element): SeenRegister | null {
  const content = contentOfTable(element);
  if (!content) return null;
  const title = titleOfTable(element, landmarksOf(document));
  const named = kindByTitle(title);
  const kind = named && fits(named, content) ? named : "other";
  const { origin, pathname, href } = document.location;
  return { kind, title: title.slice(0, 300), registerKey: `${origin}${pathname.replace(/\/+$/, "")}#${kind === "other" ? title.slice(0, 300) : kind}`.slice(0, 2_500), url: (href.split("#", 1)[0] ?? origin).slice(0, 2_000), ...content };
}

function kindByTitle(title: string): RegisterKind | null {
  return titles.find(([, words]) => words.test(title))?.[0] ?? null;
}

function fits(kind: RegisterKind, { columns, rows }: Content): boolean {
  const named = columns.join(" ");
  const said = named === "" ? (rows[0] ?? []).join(" ") : named;
  const saying = Object.entries(marks).filter(([, words]) => words.test(said)).map(([one]) => one);
  return saying.length === 0 || saying.includes(kind);
}

/** What may name a table, or have taken a heading for itself. */
function landmarksOf(document: Document): readonly Element[] {
  return within(document, `${headings}, table, [role=table], [role=grid]`);
}

/** Its caption or label, else the last heading before it: unless another table has had that heading already. */
function titleOfTable(element: Element, around: readonly Element[]): string {
  const caption = firstWithin(element, ":scope > caption");
  if (caption) return textOf(caption);
  const label = element.getAttribute("aria-label");
  if (label && kindByTitle(label)) return label.trim();
  const before = around.findLast(
    (one) => Boolean(element.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING) && !holds(one, element),
  );
  return before && isLike(before, headings) ? textOf(before) : "";
}

function contentOfTable(element: Element): Content | null {
  const content = isLike(element, "table") ? ofRows(within(element, "tr"), "th, td") : isLike(element, "[role=table], [role=grid]") ? ofRows(within(element, "[role=row]"), "[role=columnheader], [role=rowheader], [role=cell], [role=gridcell]") : ofEntries(element);
  if (!content || content.rows.length === 0 || content.rows.length > mostRows) return null;
  // More than the vault gives back are not taken; and a row that only says that there is nothing has one cell.
  const wide = [content.columns, ...content.rows].some((row) => row.length > mostColumns);
  return !wide && content.rows.some((row) => row.length >= 2) ? content : null;
}

const cellText = (element: Element): string => textOf(element).slice(0, longestCell);

function ofRows(rows: readonly Element[], cells: string): Content {
  const [first, ...rest] = rows.map((row) => within(row, cells));
  const isHead = first !== undefined && first.length > 0 && first.every((one) => isLike(one, "th, [role=columnheader]"));
  const body = isHead ? rest : [...(first ? [first] : []), ...rest];
  return { columns: isHead ? first.map(cellText) : [], rows: body.map((row) => row.map(cellText)).filter((row) => row.length > 0) };
}

/** Entries of a list, each with a heading and named facts. */
function ofEntries(list: Element): Content | null {
  const entries = [...list.children].filter((one) => isLike(one, "li, [role=listitem]"));
  const read = entries.map((entry) => {
    const facts = new Map<string, string>();
    const heading = firstWithin(entry, headings);
    if (heading) facts.set("", cellText(heading));
    for (const name of within(entry, "dt")) facts.set(cellText(name), name.nextElementSibling && isLike(name.nextElementSibling, "dd") ? cellText(name.nextElementSibling) : "");
    return facts;
  });
  if (read.length === 0 || read.some((facts) => ![...facts.keys()].some((name) => name !== ""))) return null;
  const columns = [...new Set(read.flatMap((facts) => [...facts.keys()]))].slice(0, mostColumns);
  return { columns, rows: read.map((facts) => columns.map((name) => facts.get(name) ?? "")) };
}
