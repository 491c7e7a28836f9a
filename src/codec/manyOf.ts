/** "1 day", "2 days", of "day(s)"; unchanged where nothing is counted. English only: Georgian counts in the singular. */
export function manyOf(text: string, count: string | number | undefined): string {
  return count === undefined ? text : text.replaceAll("(s)", Number(count) === 1 ? "" : "s");
}
