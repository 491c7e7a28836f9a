/** Whether the server answered with an error where this page was asked for. */
export function answeredWithError(): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  return entry !== undefined && "responseStatus" in entry && typeof entry.responseStatus === "number" && entry.responseStatus >= 400;
}
