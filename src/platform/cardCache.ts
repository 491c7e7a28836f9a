// The card cache of a browser session: in storage.session, which is memory and ends with the browser.
import type { CardCacheStore } from "../card/api.ts";
import { sessionEntries, sessionGet, sessionSet } from "./sessionStore.ts";

const prefix = "card:";

export const sessionCardCache: CardCacheStore = {
  get: async (key) => {
    const value = await sessionGet(prefix + key);
    return typeof value === "string" ? value : null;
  },
  put: (key, value) => sessionSet(prefix + key, value),
};

/** The keys of the cards that were read since the browser started. */
export async function cardsOfSession(): Promise<readonly string[]> {
  return (await sessionEntries(prefix)).map(([key]) => key.slice(prefix.length));
}
