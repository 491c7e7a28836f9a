// A policy's text in pieces of one thought: sentences and list items, each with the headings above it. Policies come as
// prose, as numbered articles, as lists under a heading, as questions and answers, as `label: text` lines, and as paragraphs
// that begin with their own heading.

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
const number = /^\s*(?:(?:მუხლი|Article|Section|§+)\s*)?(?:[A-Z]?\d{1,2}(?:\.\d{1,2})*(?:[.)]|(?!\s+(?:სამუშაო|კალენდარულ\p{L}*|დღ(?:ე|ის|ეს|ით|ეში|ისა|ემდე)|კვირ(?:ა|ის|ას|აში|ით|ამდე)|თვ(?:ე|ის|ეს|ით|ეში|ემდე)|წ(?:ელი|ელს|ლის|ლით|ლამდე|ელიწად\p{L}*)|საათ(?:ი|ის|ში|ს|ით|ამდე)|working|business|calendar|days?|weeks?|months?|years?|hours?)(?!\p{L})))|\(\d{1,2}\)|\d{1,2}\([a-zა-ჰ]\)|\(?[ა-ჰa-z]\)|(?:[A-Z]|[IVX]{1,5}|[ა-ჰ])\.(?=\s\p{L}{2}))\s+/u;

/** "Retention:" alone on its line holds for the line that follows. */
const shortLead = 60;

/** The line between a table's head and its rows. */
const rule = /^\s*(?:\|?(?:\s*:?-{3,}:?\s*\|)+\s*(?::?-{3,}:?)?|[-–—=_]{4,})\s*$/u;
/** "Question: …", "Answer: …": who speaks says nothing of what is said. */
const asks = /^\s*(?:კითხვა|შეკითხვა|Question|Q)\s*[:.]\s+/u;
const speaker = /^\s*(?:კითხვა|პასუხი|შეკითხვა|Question|Answer|Q|A)\s*[:.]\s+/u;

/** A table's row, its cells between bars or tabs; null for any other line. */
function cellsOf(line: string): readonly { readonly text: string; readonly start: number }[] | null {
  if ((line.match(/[|\t]/gu) ?? []).length < 2 && !/\S\s[|]\s\S/u.test(line)) return null;
  const cells: { text: string; start: number }[] = [];
  let from = 0;
  for (const part of line.split(/[|\t]/u)) {
    const said = part.trim();
    if (said !== "" && !/^[-:\s]+$/u.test(said)) cells.push({ text: said, start: from + part.indexOf(said) });
    from += part.length + 1;
  }
  return cells.length > 1 ? cells : null;
}

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
  let columns: readonly string[] | null = null;
  let offset = 0;
  const lines = text.split("\n");
  for (const [row, line] of lines.entries()) {
    const at = offset;
    offset += line.length + 1;
    if (rule.test(line.trim())) continue;
    const cells = cellsOf(line);
    if (cells) {
      // The first row says what its columns are about.
      if (columns) for (const [i, { text: cell, start }] of cells.entries()) units.push({ text: cell, start: at + start, heading: [heading, columns[i] ?? ""].filter(Boolean).join(" / "), nearest: columns[i] ?? "", before: "", paragraph: line, isHeading: false });
      else for (const { text: cell, start } of cells) units.push({ text: cell, start: at + start, heading: "", nearest: "", before: "", paragraph: line, isHeading: true });
      columns ??= cells.map(({ text: cell }) => cell);
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
    const body = line.replace(mark, "").replace(number, "").replace(speaker, "").trim();
    if (body === "") continue;
    // A question in a dialogue begins with a dash, as a list's item does.
    if (((!mark.test(line) || body.endsWith("?")) && isHeading(body)) || asks.test(line) || opensArticle(line, body, lines[row + 1] ?? "")) {
      heading = body;
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
      const labelled = /^([^:–—→]{2,60})(?::|\s[–—→])\s+(\S[^]*)$/u.exec(sentence);
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

/** How a line is numbered: by how many numbers, by a letter, or not at all. */
function kindOf(line: string): string {
  const numbers = /^\s*(\d{1,2}(?:\.\d{1,2})*)[.)]?\s/u.exec(line)?.[1];
  return numbers === undefined ? (/^\s*\(?[ა-ჰa-z]\)\s/u.test(line) ? "letter" : "") : `${numbers.split(".").length}`;
}

/** Short, without a full stop at its end, or a question alone on its line. */
function isHeading(line: string): boolean {
  if (line.endsWith("?")) return line.length < 110 && (line.match(/[.!]\s/gu) ?? []).length < 2;
  // In capitals a heading may be longer.
  if (line.length < 100 && !/[\p{Ll}ა-ჰ]/u.test(line) && /\p{Lu}{3}/u.test(line) && !/[.;:!,]$/.test(line) && !/[.:;|]\s/.test(line) && !/\d/.test(line)) return true;
  return line.length < 70 && !/[.;:!,]$/.test(line) && !/[.:;]\s/.test(line) && line.split(/\s+/).length <= 9 && !/(?:ინახება|გადაეცემა|იშლება|ამუშავებს|ვამუშავებთ|უფლება აქვს)$/u.test(line) && !/\d/.test(line.replace(/^\d+/, ""));
}

/** "How long. Records are kept …": a few words that are no statement, before the paragraph's own. */
function runsIn(sentence: string): boolean {
  return sentence.length < 50 && sentence.split(/\s+/).length <= 5 && sentence.endsWith(".");
}

/** "… Helio Kids Ltd. Our processor is …": such a word begins a sentence, whatever stands before it. */
const goesOn = /^\s+(?:Our|We|The|This|That|It|You|Your|If|In|When|They|These|For|To|A|An|Data|Please|All|As|At|On|No|Any)\s/u;

/** Full stops end sentences except after numbers, initials and the usual abbreviations. */
function sentencesOf(text: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(/[.!?;](?=["“”»)]?(?:\s|$))/gu)) {
    const end = match.index + 1;
    const before = text.slice(from, end);
    if (match[0] === "." && /(?:^|\s|\()(?:\d+|\p{L}|ქ|No|Nr|Dr|Mr|Mrs|St|Ltd|Inc|Co|Corp|e\.g|i\.e|ა\.შ)\.$/u.test(before) && end < text.length && !(/(?:Ltd|Inc|Co|Corp)\.$/u.test(before) && goesOn.test(text.slice(end, end + 12)))) continue;
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
