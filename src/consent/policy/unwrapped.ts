// Text whose lines end where the page did: sentences run on over them, and the reader takes a line for a thought.

/** Ends a thought by itself. */
const ends = /[.!?:;]["“”»)]?$/u;
/** Begins one: a list's mark, a number, an article. */
const begins = /^(?:[-–—•*▪●·☐□☑✓✔✗→▸►‣◦○■~]\s|\[[ xX]?\]\s|\(?[\da-zა-ჰ]{1,3}[.)]\s|\d+(?:\.\d+)+|მუხლი\s|Article\s|Section\s|\|)/u;

/** @returns the text with a line of its own for each paragraph, heading and item */
export function unwrapped(text: string): string {
  const lines = text.replaceAll("\r\n", "\n").split("\n").map((line) => line.trim());
  // A heading is shorter than a line that was full.
  const full = longLine(lines) * 0.7;
  const out: string[] = [];
  let open = false;
  for (const line of lines) {
    const last = out.at(-1);
    if (open && last !== undefined && line !== "" && !begins.test(line)) out[out.length - 1] = /\p{L}-$/u.test(last) ? `${last.slice(0, -1)}${line}` : `${last} ${line}`;
    else out.push(line);
    open = line !== "" && line.length >= full && !ends.test(line);
  }
  return out.join("\n");
}

/** The length that most lines keep to: the ninth in ten. A text without wrapped lines has paragraphs for lines, and is left alone. */
function longLine(lines: readonly string[]): number {
  const lengths = lines.map((line) => line.length).filter((length) => length > 0).toSorted((a, b) => a - b);
  const long = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return long > 140 ? Infinity : Math.max(long, 40);
}
