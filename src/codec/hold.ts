const held = new Set<object>();

/**
 * Keeps things from being collected. [Note: a stream that is held] Whoever waits for the next piece of a Blob's stream is known to
 * nobody but that stream, and while it waits nobody knows the stream: Chromium's collector has taken both, with all that was to
 * come after, and a signature never came (seen with `npm run bench -- containers` on an idle machine, where it collects while
 * nothing happens). What is held here can be reached.
 * @returns what lets them go again
 */
export function hold(...things: readonly object[]): () => void {
  for (const one of things) held.add(one);
  return () => {
    for (const one of things) held.delete(one);
  };
}
