// A policy's text in pieces of one thought: sentences and list items, each with the headings above it. Policies come as
// prose, as numbered articles, as lists under a heading, as questions and answers, as `label: text` lines.

export interface Unit {
  readonly text: string;
  readonly start: number;
  /** The heading, question or lead-in (ending in a colon) that it stands under; "" if none. */
  readonly heading: string;
  /** What the same sentence said before its semicolons: "may: demand A; demand B". */
  readonly before: string;
  /** A heading itself: it may name the owner, and says nothing else. */
  readonly isHeading: boolean;
}

const mark = /^\s*[-–—•*▪●·]\s+/u;
const number = /^\s*(?:(?:მუხლი|Article|Section)\s+)?(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[ა-ჰa-z]\))\s+/u;

/** Every piece, in the order of the text. */
export function unitsOf(text: string): readonly Unit[] {
  const units: Unit[] = [];
  let heading = "";
  let lead = "";
  let offset = 0;
  for (const line of text.split("\n")) {
    const at = offset;
    offset += line.length + 1;
    const isItem = mark.test(line) || number.test(line);
    const body = line.replace(mark, "").replace(number, "").trim();
    if (body === "") {
      lead = "";
      continue;
    }
    if (!mark.test(line) && isHeading(body)) {
      heading = body;
      units.push({ text: body, start: at + line.indexOf(body), heading: "", before: "", isHeading: true });
      lead = "";
      continue;
    }
    let from = line.indexOf(body);
    let before = "";
    for (const sentence of sentencesOf(body)) {
      const labelled = /^([^:]{2,60}):\s+(\S[^]*)$/u.exec(sentence);
      const under = [heading, isItem ? lead : "", labelled?.[1] ?? ""].filter(Boolean).join(" / ");
      units.push({ text: sentence, start: at + line.indexOf(sentence, from), heading: under, before, isHeading: false });
      before = sentence.endsWith(";") ? `${before} ${sentence}` : "";
      // A question inside a line is the heading of what follows it there.
      if (sentence.endsWith("?")) heading = sentence;
      from += sentence.length;
    }
    if (body.endsWith(":")) lead = body;
    else if (!isItem) lead = "";
  }
  return units;
}

/** Short, without a full stop at its end, or a question alone on its line. */
function isHeading(line: string): boolean {
  if (line.endsWith("?")) return line.length < 90 && !/[.!]\s/.test(line);
  return line.length < 70 && !/[.;:!,]$/.test(line) && !/[.:;]\s/.test(line) && line.split(/\s+/).length <= 9 && !/(?:ინახება|გადაეცემა|იშლება|ამუშავებს|ვამუშავებთ|უფლება აქვს)$/u.test(line);
}

/** Full stops end sentences except after numbers, initials and the usual abbreviations. */
function sentencesOf(text: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(/[.!?;](?=\s|$)/gu)) {
    const end = match.index + 1;
    const before = text.slice(from, end);
    if (match[0] === "." && /(?:^|\s)(?:\d+|ე|ქ|მ|შ|ა|ს|No|Nr|Ltd|Inc|Co|e\.g|i\.e|ა\.შ)\.$/u.test(before) && end < text.length) continue;
    parts.push(text.slice(from, end).trim());
    from = end;
  }
  parts.push(text.slice(from).trim());
  return parts.filter(Boolean);
}
