// What pages and frames ask about favourites, and the news of a change to every portal page that is open.
import { isFavourite, isFull, toggle } from "../favourites/favourites.ts";
import { parseServiceLink } from "../favourites/link.ts";
import { withCategory } from "../favourites/seen.ts";
import { inMenuTurn, readMenu, readMenuHere, type VaultOf, writeMenu } from "../platform/favouriteMenu.ts";
import { noteRefusedStar } from "../platform/refusedStar.ts";
import { noteSeen, readSeen } from "../platform/seenServices.ts";
import type { ServiceLink } from "../platform/pageMessages.ts";
import { portFromServiceWorker } from "../platform/portBroker/broker.ts";
import type { Sender } from "../platform/runtime.ts";
import { tellPortalTabs } from "../platform/tabs.ts";
import { openVault, type VaultClient } from "../vault/client.ts";
import { isPortalPage } from "./portalPage.ts";

/** Addresses of the favourites, for the stars of a portal page; none while they are in a locked vault. */
export async function listFavourites(sender: Sender): Promise<readonly string[] | null> {
  if (!isPortalPage(sender)) return null;
  return withVault(async (vaultOf) => (await readMenu(vaultOf)).menu?.entries.map((one) => one.url) ?? []);
}

/**
 * @returns whether the service is a favourite now; "locked" when the menu is in a locked vault, "full" when it takes no more: the menu
 * says either, once it is opened; null when nothing was changed.
 */
export async function toggleFavourite(service: ServiceLink, sender: Sender): Promise<boolean | "locked" | "full" | null> {
  const link = parseServiceLink(service);
  if (!isPortalPage(sender) || !link) return null;
  const change = async (vaultOf: VaultOf): Promise<boolean | "locked" | "full"> => {
    const { place, menu } = await readMenu(vaultOf);
    if (!menu) return "locked";
    if (isFull(menu) && !isFavourite(menu, link.url)) {
      await noteRefusedStar(sender.tabId, link.title);
      return "full";
    }
    const changed = toggle(menu, link.category === null ? withCategory(link, await readSeen()) : link);
    await writeMenu(vaultOf, place, changed);
    return isFavourite(changed, link.url);
  };
  return withVault((vaultOf) => inMenuTurn(() => change(vaultOf)));
}

/** What a page lists is found by the menu's search on other pages, too. */
export async function noteServices(services: readonly ServiceLink[], sender: Sender): Promise<true | null> {
  if (!isPortalPage(sender)) return null;
  await noteSeen(services);
  return true;
}

export async function announceFavourites(): Promise<void> {
  await tellPortalTabs({ kind: "favourites/changed" });
}

/** The vault was opened, or locked: with it the stars of the favourites that are in it come and go. */
export async function announceTurn(): Promise<void> {
  if ((await readMenuHere()) === null) await announceFavourites();
}

/** The vault is connected to only if it is asked for. */
async function withVault<T>(act: (vaultOf: VaultOf) => Promise<T>): Promise<T> {
  const opened: VaultClient[] = [];
  const vaultOf: VaultOf = () => {
    const vault = opened[0] ?? openVault(() => portFromServiceWorker("vault"));
    opened[0] = vault;
    return vault;
  };
  try {
    return await act(vaultOf);
  } finally {
    opened[0]?.close();
  }
}
