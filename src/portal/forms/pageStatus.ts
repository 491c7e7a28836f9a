/** Whether the server answered with an error where this page was asked for, or the page of a frame. */
export function answeredWithError(of: Window & typeof globalThis = window): boolean {
  const [entry] = of.performance.getEntriesByType("navigation");
  return entry !== undefined && "responseStatus" in entry && typeof entry.responseStatus === "number" && entry.responseStatus >= 400;
}
