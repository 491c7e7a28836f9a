// When a text that somebody wrote still is what it was. Pure.
/** Whether a text still is what it was, however it is spaced: one key more or less, or something put in, is no other text. */
export function isStill(before: string, now: string): boolean {
  const [one, other] = [plain(before), plain(now)];
  let [start, end] = [0, 0];
  while (start < one.length && one[start] === other[start]) start += 1;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return one === "" || (one.length - start - end <= 2 && start + end > 0);
}

function plain(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}
