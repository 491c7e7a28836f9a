// Which services are favourites, asked anew with each change.

export interface KnownFavourites {
  /** Addresses. */
  urls(): ReadonlySet<string>;
  /** Asks anew. Of answers that cross each other the one to the newest question counts. */
  load(): Promise<void>;
}

/**
 * @param ask for the addresses; what is no list changes nothing
 * @param changed called with each list that was answered
 */
export function knowFavourites(ask: () => Promise<unknown>, changed: (urls: ReadonlySet<string>) => void): KnownFavourites {
  let known: ReadonlySet<string> = new Set();
  let asked = 0;
  return {
    urls: () => known,
    load: async () => {
      asked += 1;
      const question = asked;
      const reply = await ask().catch(() => null);
      if (question !== asked || !Array.isArray(reply)) return;
      known = new Set(reply.filter((one): one is string => typeof one === "string"));
      changed(known);
    },
  };
}
