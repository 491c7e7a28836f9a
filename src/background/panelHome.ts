import { showPopup } from "../platform/commands.ts";
import { homePage } from "../platform/pages.ts";
import type { PanelId } from "../platform/pageMessages.ts";
import { extensionUrl, type Sender } from "../platform/runtime.ts";
import { showPage, tellActiveTab } from "../platform/tabs.ts";
import { isPortalPage, isSandboxedPage } from "./portalPage.ts";

/** Where the home page has what a panel shows. */
const sections: Readonly<Record<PanelId, string>> = {
  favourites: "help/favourites",
  keeper: "documents",
  data: "data",
  applications: "documents",
  terms: "documents",
  consent: "data",
  answers: "documents",
  documents: "documents",
  personal: "documents",
  profile: "settings/profile",
  password: "help",
  registration: "help/registration",
};

const homeOf = (panel: PanelId): string => `${extensionUrl(homePage)}#${sections[panel]}`;

/**
 * Keys were pressed that open a panel: in the page in front of the person. Where nobody answers (another site, a page whose policy
 * keeps everybody's frames out, a tool that is switched off) it is ours: the favourites of the toolbar's window, or the home page.
 */
export async function openByKeys(command: string): Promise<void> {
  const panel = (["favourites", "data"] as const).find((one) => one === command);
  if (!panel || (await tellActiveTab({ kind: "page/toggle", panel }))) return;
  if (panel !== "favourites" || !(await showPopup())) await showPage(homeOf(panel));
}

/** A panel stayed silent in its page, or the page takes none: the person goes on in a tab of ours. */
export async function showPanelAtHome(panel: PanelId, sender: Sender): Promise<true | null> {
  if (!isPortalPage(sender) && !isSandboxedPage(sender)) return null;
  await showPage(homeOf(panel));
  return true;
}
