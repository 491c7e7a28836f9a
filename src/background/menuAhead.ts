import { readTextsAhead } from "../i18n/textsAhead.ts";
import { readMenuHere } from "../platform/favouriteMenu.ts";
import type { MenuAhead } from "../platform/pageMessages.ts";

/** What the favourites' menu shows first: one answer instead of three that its frame would have to wait for. */
export async function readMenuAhead(): Promise<MenuAhead> {
  const [texts, kept] = await Promise.all([readTextsAhead("menu"), readMenuHere()]);
  return { texts, kept };
}
