// Which services are favourites: told with the page's start, and asked again when that may be out of date.

export interface KnownFavourites {
  /** Addresses. */
  urls(): ReadonlySet<string>;
  /** Asks anew. Of answers that cross each other the one to the newest question counts. */
  load(): Promise<void>;
}

/**
 * @param told with the start of the page; null when they are not known without the vault
 * @param ask for the addresses; what is no list changes nothing
 * @param changed called with each list that was answered
 */
export function knowFavourites(told: readonly string[] | null, ask: () => Promise<unknown>, changed: (urls: ReadonlySet<string>) => void): KnownFavourites {
  let known: ReadonlySet<string> = new Set(told);
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
