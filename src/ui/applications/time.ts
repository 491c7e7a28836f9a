/** 14:05, on the person's own clock. */
export function timeOf(ms: number): string {
  return new Date(ms).toTimeString().slice(0, 5);
}
