// What pages and frames ask about favourites, and the news of a change to every portal page that is open.
import { isFavourite, toggle } from "../favourites/favourites.ts";
import { parseFavourites } from "../favourites/exchange.ts";
import { parseServiceLink } from "../favourites/link.ts";
import { readFavourites, writeFavourites } from "../platform/favouriteStore.ts";
import type { ServiceLink } from "../platform/pageMessages.ts";
import type { Sender } from "../platform/runtime.ts";
import { tellPortalTabs } from "../platform/tabs.ts";
import { isPortalPage } from "./pageFeatures.ts";

/** Addresses of the favourites, for the stars of a portal page. */
export async function listFavourites(sender: Sender): Promise<readonly string[] | null> {
  if (!isPortalPage(sender)) return null;
  return parseFavourites(await readFavourites()).entries.map((one) => one.url);
}

/** @returns whether the service is a favourite now; null when nothing was changed. */
export async function toggleFavourite(service: ServiceLink, sender: Sender): Promise<boolean | null> {
  const link = parseServiceLink(service);
  if (!isPortalPage(sender) || !link) return null;
  const changed = toggle(parseFavourites(await readFavourites()), link);
  await writeFavourites(changed);
  return isFavourite(changed, link.url);
}

export async function announceFavourites(): Promise<void> {
  await tellPortalTabs({ kind: "favourites/changed" });
}
