/** Whether the server answered with an error where this page was asked for. */
export function answeredWithError({ defaultView }: Document): boolean {
  const [entry] = defaultView?.performance.getEntriesByType("navigation") ?? [];
  return entry !== undefined && "responseStatus" in entry && typeof entry.responseStatus === "number" && entry.responseStatus >= 400;
}
