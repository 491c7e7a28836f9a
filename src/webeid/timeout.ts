// How long a person may take. The library's own limit lies 6 s above userInteractionTimeout (its config.ts), so a
// request that ends at userInteractionTimeout always reaches the page as USER_TIMEOUT.

/** The library's default. */
const defaultTimeout = 120_000;
/** No page may hold a prompt window, and with it the reader, for longer. */
const longestTimeout = 600_000;

/** Milliseconds a request may stay open, from what the page asked for; the default for anything that is no duration. */
export function interactionTimeout(asked: unknown): number {
  return typeof asked === "number" && asked > 0 ? Math.min(asked, longestTimeout) : defaultTimeout;
}
