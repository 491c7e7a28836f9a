// A policy's text in pieces of one thought: sentences and list items, each with the headings above it. Policies come as
// prose, as numbered articles, as lists under a heading, as questions and answers, as `label: text` lines, and as paragraphs
// that begin with their own heading.

import { spelt } from "./spelt.ts";

export interface Unit {
  readonly text: string;
  readonly start: number;
  /** Headings, questions and lead-ins (ending in a colon) that it stands under, the nearest last, between slashes; "" if none. */
  readonly heading: string;
  /** The nearest of them alone. */
  readonly nearest: string;
  /** What the same sentence said before its semicolons: "may: demand A; demand B". */
  readonly before: string;
  /** What stands near it in its line: enough to tell what it is about. */
  readonly paragraph: string;
  /** A heading itself: it may name the owner, and says nothing else. */
  readonly isHeading: boolean;
}

const mark = /^\s*(?:[-–—•*▪●·☐□☑✓✔✗→▸►‣◦○■~]|\[[ xX]?\])\s+/u;
/** But no amount: "10 working days after you ask". A full stop or bracket after it says that it is a list's: „2. წესები“. */
const number = new RegExp(spelt`
  ^\s*(?:(?:მუხლი|Article|Section|§+)\s*)?(?:[A-Z]?\d{1,2}(?:\.\d{1,2})*(?:[.)]
    |(?!\s+(?:სამუშაო|კალენდარულ\p{L}*|დღ(?:ე|ის|ეს|ით|ეში|ისა|ემდე)|კვირ(?:ა|ის|ას|აში|ით|ამდე)|თვ(?:ე|ის|ეს|ით|ეში|ემდე)
    |წ(?:ელი|ელს|ლის|ლით|ლამდე|ელიწად\p{L}*)|საათ(?:ი|ის|ში|ს|ით|ამდე)|working|business|calendar|days?|weeks?|months?|years?|hours?)(?!\p{L})))
    |\(\d{1,2}\)|\d{1,2}\([a-zა-ჰ]\)|\(?[ა-ჰa-z]\)|\([ivx]{2,4}\)|(?:[A-Z]|[IVX]{1,5}|[ა-ჰ])\.(?=\s\p{L}{2}))\s+
`, "u");

/** "Retention:" alone on its line holds for the line that follows. */
const shortLead = 60;

/** The line between a table's head and its rows. */
const rule = /^\s*(?:\|?(?:\s*:?-{3,}:?\s*\|)+\s*(?::?-{3,}:?)?|[-–—=_]{4,})\s*$/u;
/** "Question: …", "Answer: …", „კითხვა (გ. მესხი): …“: who speaks says nothing of what is said. */
const asks = /^\s*(?:კითხვა|შეკითხვა|Question|Q)(?:\s*\([^)]{1,40}\))?\s*[:.]\s+/u;
const speaker = /^\s*(?:კითხვა|პასუხი|შეკითხვა|Question|Answer|Q|A)(?:\s*\([^)]{1,40}\))?\s*[:.]\s+/u;
/** "YOU: how long", in a talk that is written down. */
const speech = /^\s*(?:[-–—•]\s+)?(\p{L}[\p{L}\d]{0,14}):(?:\s+|$)/u;

/** Who speaks more than twice; a label that comes back for each thing ("Purpose: …", „ვადა: …“) is none. */
function speakersIn(lines: readonly string[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const line of lines) {
    const name = speech.exec(line)?.[1];
    if (name !== undefined) times.set(name, (times.get(name) ?? 0) + 1);
  }
  const often = [...times].filter(([, n]) => n > 2);
  return new Set(often.length === 2 ? often.map(([name]) => name) : []);
}

interface Cell {
  readonly text: string;
  readonly start: number;
  readonly column: number;
}

/** A table's row, its cells between bars or tabs; null for any other line. */
function cellsOf(line: string): readonly Cell[] | null {
  if ((line.match(/[|\t]/gu) ?? []).length < 2 && !/\S(?:\s[|]\s|\t)\S/u.test(line)) return null;
  const cells: Cell[] = [];
  let from = 0;
  // A bar at a row's beginning opens its first cell; what is left empty takes its place all the same.
  for (const [column, part] of line.split(/[|\t]/u).entries()) {
    const said = part.trim();
    if (said !== "" && !/^[-:\s]+$/u.test(said)) cells.push({ text: said, start: from + part.indexOf(said), column });
    from += part.length + 1;
  }
  return cells.length > 1 ? cells : null;
}

/** "In short | In full": a table whose head says of its columns only how they say it, so that each row begins with its own heading. */
const tellsNothing = /^(?:in (?:short|full|brief|detail)|short(?:ly)?|long|summary|details?|topic|subject|question|answer|what|item|more|მოკლედ|ვრცლად|დეტალურად|თემა|საკითხი|კითხვა|პასუხი|შინაარსი)\P{L}*$/iu;

/** Characters before and after: a line may be a whole book. */
const around = 400;
/** Longer than any sentence, in characters. Patterns that look for a second word after a first take the square of a text's length. */
const longest = 2000;

/** Every piece, in the order of the text. */
export function unitsOf(text: string): readonly Unit[] {
  const units: Unit[] = [];
  let heading = "";
  let lead = "";
  let leadKind = "";
  /** Whether the list that a lead announces has begun. */
  let listed = false;
  let columns: ReadonlyMap<number, string> | null = null;
  let offset = 0;
  const lines = text.split("\n");
  const speakers = speakersIn(lines);
  for (const [row, line] of lines.entries()) {
    const at = offset;
    offset += line.length + 1;
    if (rule.test(line.trim())) continue;
    const cells = cellsOf(line);
    if (cells) {
      // The first row says what its columns are about.
      const inRows = columns !== null && columns.size === 2 && [...columns.values()].every((one) => tellsNothing.test(one));
      for (const { text: cell, start, column } of cells) {
        const nearest = (inRows && column > 0 ? cells[0]?.text : columns?.get(column)) ?? "";
        const isHead = columns === null || (inRows && column === 0);
        for (const sentence of isHead ? [cell] : sentencesOf(cell)) units.push({ text: sentence, start: at + line.indexOf(sentence, start), heading: isHead ? "" : [heading, nearest].filter(Boolean).join(" / "), nearest: isHead ? "" : nearest, before: "", paragraph: line, isHeading: isHead });
      }
      columns ??= new Map(cells.map(({ text: cell, column }) => [column, cell]));
      continue;
    }
    columns = null;
    const isItem = mark.test(line) || number.test(line);
    // "7.2. The purposes are:", "(a) …", "(b) …", and then 7.3, which is none of them.
    const kind = kindOf(line);
    if (kind !== "" && kind === leadKind) lead = "";
    // What follows a list stands under its lead no longer.
    if (isItem) listed = lead !== "";
    else if (listed && line.trim() !== "") lead = "";
    const spoken = speech.exec(line);
    const body = (spoken && speakers.has(spoken[1] ?? "") ? line.slice(spoken[0].length) : line.replace(mark, "").replace(number, "").replace(speaker, "")).trim();
    if (body === "") continue;
    // "15.6 A member may, by letter," above "(i) …", "(ii) …": what begins in it, each of them ends.
    if (isItem && opensList(body, kind, lines.slice(row + 1).find((one) => one.trim() !== "") ?? "")) {
      lead = `${body.replace(/[,—–-]$/u, "")}:`;
      listed = false;
      leadKind = kind;
      units.push({ text: body, start: at + line.indexOf(body), heading, nearest: heading, before: "", paragraph: body, isHeading: false });
      continue;
    }
    // A question in a dialogue begins with a dash, as a list's item does.
    if (((!mark.test(line) || body.endsWith("?")) && isHeading(body)) || asks.test(line) || opensArticle(line, body, lines[row + 1] ?? "")) {
      heading = body.replace(goesOn, "");
      units.push({ text: body, start: at + line.indexOf(body), heading: "", nearest: "", before: "", paragraph: body, isHeading: true });
      lead = "";
      continue;
    }
    let from = line.indexOf(body);
    let before = "";
    // A heading or question inside the line holds for what follows it there, and no further.
    let inline = "";
    const sentences = sentencesOf(body);
    for (const [nth, sentence] of sentences.entries()) {
      const labelled = /^([^:–—→]{2,60}?)(?::|\s[–—→]|\s?(?:\.{4,}|…{2,}))\s+(\S[^]*)$/u.exec(sentence);
      const under = [heading, isItem || lead.length < shortLead ? lead : "", inline, labelled?.[1] ?? ""].filter(Boolean);
      const start = at + line.indexOf(sentence, from);
      units.push({ text: sentence, start, heading: under.join(" / "), nearest: under.at(-1) ?? "", before, paragraph: body.slice(Math.max(0, start - at - around), start - at + around), isHeading: false });
      // Its label stands at its beginning.
      before = sentence.endsWith(";") ? `${before} ${sentence}`.slice(0, longest) : "";
      if (sentence.endsWith("?") || (nth === 0 && sentences.length > 1 && runsIn(sentence))) inline = sentence;
      // "What we do with it: pack your parcel. You'll also get our letter."
      else if (nth === 0 && labelled?.[1] !== undefined && /[.!]$/u.test(sentence)) inline = labelled[1];
      from = line.indexOf(sentence, from) + sentence.length;
    }
    if (body.endsWith(":")) {
      lead = body;
      listed = false;
      leadKind = kind;
    } else if (!isItem) lead = "";
  }
  return units;
}

/** "D3 Disclosure." above "D3.1 To …": what it says is what its paragraphs are about. */
function opensArticle(line: string, body: string, next: string): boolean {
  if (!body.endsWith(".") || body.length > 50 || body.split(/\s+/).length > 6 || /[.;:]\s/.test(body)) return false;
  const own = /^\s*([A-Z]?\d{1,2}(?:\.\d{1,2})*)/u.exec(line)?.[1];
  return own !== undefined && (next.trim().startsWith(`${own}.`) || next.trim().startsWith(`${own}(`) || /^\s*\(?[a-zა-ჰ]\)/u.test(next));
}

/** A numbered line that goes on, above a line with a letter; a title does not. */
const opensList = (body: string, kind: string, next: string): boolean => kind !== "" && kind !== "letter" && goesOnBelow.test(body) && kindOf(next) === "letter" && /^[^(]*\(?[aiაi]\)/u.test(next);

const goesOnBelow = /(?:,|—|–|\b(?:that|to|for|by|may|can|shall|must|is|are|from)|(?<!\p{L})(?:რომ|რათა|აქვს|აქვთ|შეუძლია|შეუძლიათ|არის|მიზნით))$/iu;

/** How a line is numbered: by how many numbers, by a letter, or not at all. */
function kindOf(line: string): string {
  const numbers = /^\s*(\d{1,2}(?:\.\d{1,2})*)[.)]?\s/u.exec(line)?.[1];
  return numbers === undefined ? (/^\s*\(?(?:[ა-ჰa-z]|[ivx]{2,4})\)\s/u.test(line) ? "letter" : "") : `${numbers.split(".").length}`;
}

const goesOn = /(?:\.{3}|…)$/u;

/** Short, without a full stop at its end, or a question alone on its line. */
function isHeading(written: string): boolean {
  // "WE TELL...": what follows goes on.
  // "[Screen 5 of 6] Your buttons", "(7) YOURS"
  const line = written.replace(goesOn, "").replace(/^\[[^\]]{1,20}\]\s*(?=\S)/u, "");
  if (line.endsWith("?")) return line.length < 110 && (line.match(/[.!]\s/gu) ?? []).length < 2;
  // In capitals a heading may be longer.
  if (line.length < 100 && !/[\p{Ll}ა-ჰ]/u.test(line) && /\p{Lu}{3}/u.test(line) && !/[.;:!,]$/.test(line) && !/[.:;|]\s/.test(line) && !/\d/.test(line)) return true;
  return line.length < 70 && !/[.;:!,]$/.test(line) && !/[.:;]\s/.test(line) && line.split(/\s+/).length <= 9 && !/(?:ინახება|გადაეცემა|იშლება|ამუშავებს|ვამუშავებთ|უფლება აქვს)$/u.test(line) && !/\d/.test(line.replace(/^\d+/, ""));
}

/** "Tell Jonty at the desk." is done, and heads nothing. */
const bids = /^(?:(?:please )?(?:tell|ask|write|ring|call|reply|say|press|e-?mail|text|drop|come|see)|\p{L}*(?:მოგვწერე|მომწერე|გვითხარი|მითხარი|დაგვირეკე|დამირეკე|გვკითხე|უთხარი)(?:თ|ნით)?)(?!\p{L})/iu;

/** "How long. Records are kept …": a few words that are no statement, before the paragraph's own. */
function runsIn(sentence: string): boolean {
  return sentence.length < 50 && sentence.split(/\s+/).length <= 5 && sentence.endsWith(".") && !bids.test(sentence);
}

/** "… Helio Kids Ltd. Our processor is …": such a word begins a sentence, whatever stands before it. */
const beginsAnew = /^\s+(?:Our|We|The|This|That|It|You|Your|If|In|When|They|These|For|To|A|An|Data|Please|All|As|At|On|No|Any)\s/u;

/** Full stops end sentences except after numbers, initials and the usual abbreviations. */
function sentencesOf(text: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(/[.!?;](?=["“”»)]?(?:\s|$))/gu)) {
    const end = match.index + 1;
    const before = text.slice(from, end);
    // "chart ........ 10 years"
    if (/\.{4,}$/u.test(before)) continue;
    // "Only if you have ticked box 6. Labels are printed …": a number that ends a sentence, and none that begins one.
    if (match[0] === "." && /(?:\p{L}+ ){4}\d+\.$/u.test(before) && /^\s+\p{Lu}\p{Ll}/u.test(text.slice(end, end + 4))) {
      parts.push(before.trim());
      from = end;
      continue;
    }
    if (match[0] === "." && /(?:^|\s|\()(?:\d+|\p{L}|ქ|კვ|გვ|მაგ|დაახლ|ტელ|No|Nr|Dr|Mr|Mrs|St|Ltd|Inc|Co|Corp|e\.g|i\.e|ა\.შ)\.$/u.test(before) && end < text.length && !(/(?:Ltd|Inc|Co|Corp)\.$/u.test(before) && beginsAnew.test(text.slice(end, end + 12)))) continue;
    parts.push(text.slice(from, end).trim());
    from = end;
  }
  parts.push(text.slice(from).trim());
  return parts.filter(Boolean).flatMap(inPieces);
}

/** A text without full stops, cut between words. */
function inPieces(sentence: string): readonly string[] {
  const pieces: string[] = [];
  let rest = sentence;
  while (rest.length > longest) {
    const blank = rest.lastIndexOf(" ", longest);
    const end = blank > 0 ? blank : longest;
    pieces.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return [...pieces, rest].filter(Boolean);
}
