// The card cache of a browser session: in storage.session, which is memory and ends with the browser.
import type { CardCacheStore } from "../card/api.ts";
import { sessionGet, sessionSet } from "./sessionStore.ts";

const prefix = "card:";

export const sessionCardCache: CardCacheStore = {
  get: async (key) => {
    const value = await sessionGet(prefix + key);
    return typeof value === "string" ? value : null;
  },
  put: (key, value) => sessionSet(prefix + key, value),
};
