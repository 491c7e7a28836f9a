// An answer's text as it can be asked: without what it quotes, its lines put together where the paper's edge has cut them, in sentences.

export interface LetterText {
  /** As they stand, without what is quoted; columns keep their gaps. */
  readonly rows: readonly string[];
  /** Put together again: a paragraph, a label with its value, or a line of the head each. */
  readonly paragraphs: readonly string[];
  readonly sentences: readonly string[];
}

const quoted = /^\s*(?:>|\|\s*>)/u;
/** A mail's own way of saying that what follows was written before. */
const quoteBegins = /^\s*(?:-{2,}\s*(?:Original Message|თავდაპირველი წერილი|გადაგზავნილი)|On .{5,120} wrote:|.{5,120}(?:წერდა|დაწერა):)\s*/iu;

const ends = /[.!?:;]["“”»)]?$/u;
/** Begins a line of its own: a list's mark, a label with its value. */
const begins = /^(?:[-–—•*·]\s|\d{1,2}[.)]\s|(?:\p{L}+\s+){0,3}\p{L}+\s*:\s)/u;
/** A gap as wide as this stands between two columns. */
export const gap = /\t|\s{4,}/u;

/** No letter is longer, and no sentence of one: a page may have any number of letters in a row. */
const most = { text: 40_000, sentence: 2_000 } as const;

/** @param text as a page of the portal shows it, a line a paragraph; as a file has it, or as a reader of scans wrote it */
export function letterText(text: string): LetterText {
  const all = text.slice(0, most.text).replaceAll("\r\n", "\n").replaceAll("\u00a0", " ").split("\n");
  const until = all.findIndex((one) => quoteBegins.test(one));
  const rows = all.slice(0, until < 0 ? undefined : until).filter((one) => !quoted.test(one));
  const paragraphs = paragraphsOf(rows);
  return { rows, paragraphs, sentences: paragraphs.flatMap(sentencesOf) };
}

/** In a letter with empty lines a line that is nearly as long as its neighbours goes on in the next; a page has a line for each paragraph. */
function paragraphsOf(rows: readonly string[]): readonly string[] {
  const isLetter = rows.some((one, i) => one.trim() === "" && i > 0 && i < rows.length - 1);
  const blocks: string[][] = [[]];
  for (const row of rows) {
    if (row.trim() === "") blocks.push([]);
    else blocks.at(-1)?.push(row.trim());
  }
  return blocks.flatMap((block) => joined(block, isLetter));
}

/** Shorter ones are a head's or a signature's. */
const shortest = 24;

function joined(block: readonly string[], isLetter: boolean): readonly string[] {
  const longest = Math.max(0, ...block.map((one) => one.length));
  const out: string[] = [];
  let open = false;
  for (const [i, line] of block.entries()) {
    const last = out.at(-1);
    const isCut = last !== undefined && /\p{L}-$/u.test(last) && /^\p{L}/u.test(line);
    if (last !== undefined && isCut) out[out.length - 1] = `${last.slice(0, -1)}${line}`;
    else if (last !== undefined && open && !begins.test(line)) out[out.length - 1] = `${last} ${line}`;
    else out.push(line);
    // The next word had no room in it, or hardly any other.
    const word = /^\S+/u.exec(block[i + 1] ?? "")?.[0].length ?? 0;
    open = isLetter && !ends.test(line) && !gap.test(line) && line.length >= shortest && (line.length >= longest * 0.65 || line.length + 1 + word > longest);
  }
  return out;
}

/** A full stop after these ends no sentence: a short word, a number's or a street's abbreviation. */
const abbreviated = /(?:^|[\s„“"(.–-])(?:\p{L}{1,2}|მის|ტელ|რეგ|გას|სოფ|გამზ|ქუჩ|იხ|სთ|გვ|ე\.წ|ა\.წ|ს\.კ|კმ|პ\.ნ|Mrs?|Dr|No|Ave|Art|Ref|Ltd|Inc|para)\.$/iu;

/** A number before a point of a list. */
const mark = /^(?:\d{1,2}|[ivx]{1,4}|[ა-ჰa-z])[.)]$/iu;

/** What is separated by a semicolon is asked by itself: what would follow if, and what was decided, may stand side by side. */
export function sentencesOf(paragraph: string): readonly string[] {
  const out: string[] = [];
  for (const piece of paragraph.split(/(?<=[.!?;])\s+/u)) {
    const last = out.at(-1);
    if (last !== undefined && (mark.test(last) || abbreviated.test(last.slice(-12)))) out[out.length - 1] = `${last} ${piece}`;
    else out.push(piece);
  }
  return out.map((one) => one.slice(0, most.sentence).trim()).filter(Boolean);
}
