// Lines of text in a box: as large as they fit, broken at blanks, never cut off.
interface Measure {
  width(text: string): number;
  readonly ascent: number;
}

export interface FittedLine {
  readonly text: string;
  readonly size: number;
  /** Of the baseline, down from the box's top. */
  readonly y: number;
}

const largest = 14;
/** Smaller than this nobody can read; a box that needs it gets it all the same: better small than incomplete. */
const steps = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42, 0.35, 0.3, 0.25, 0.2, 0.15, 0.1, 0.07, 0.05, 0.03, 0.02];
const lineHeight = 1.25;
const firstLarger = 1.25;

export function fitLines(lines: readonly string[], width: number, height: number, font: Measure): readonly FittedLine[] {
  let last: readonly FittedLine[] = [];
  for (const step of steps) {
    const fitted = layOut(lines, width, largest * step, font);
    last = fitted.lines;
    if (fitted.height <= height) return last;
  }
  return last;
}

function layOut(lines: readonly string[], width: number, size: number, font: Measure): { readonly lines: readonly FittedLine[]; readonly height: number } {
  const out: FittedLine[] = [];
  let y = 0;
  lines.forEach((line, i) => {
    const own = i === 0 ? size * firstLarger : size;
    for (const text of wrap(line, width / own, font)) {
      out.push({ text, size: own, y: y + own * font.ascent });
      y += own * lineHeight;
    }
  });
  return { lines: out, height: y };
}

/** Lines no wider than `width` (at size 1), broken at blanks, and inside a word only when it alone is too wide. */
export function wrap(text: string, width: number, font: Pick<Measure, "width">): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (font.width(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const character of word) {
      if (line !== "" && font.width(line + character) > width) {
        lines.push(line);
        line = "";
      }
      line += character;
    }
  }
  return [...lines, line];
}
