// A long pattern, over as many lines as it has families. Its source is the lines put together, so that it matches what it would
// match in one line; a line that begins with two slashes says what the next ones are.

/** Raw, as `String.raw`: lines lose the blanks around them, and the bars that divide stand at their beginnings. */
export function spelt({ raw }: TemplateStringsArray, ...values: readonly string[]): string {
  const whole = raw.map((text, i) => text.split("\n").map((line, row, lines) => inLine(line, row > 0, row < lines.length - 1)).join("") + (values[i] ?? ""));
  return whole.join("");
}

/** A template's piece begins or ends inside a line where a value stands. */
function inLine(line: string, begins: boolean, ends: boolean): string {
  const said = begins ? line.trimStart() : line;
  return begins && said.startsWith("//") ? "" : ends ? said.trimEnd() : said;
}
