import { homePage } from "../platform/pages.ts";
import type { PanelId } from "../platform/pageMessages.ts";
import { extensionUrl, type Sender } from "../platform/runtime.ts";
import { showPage } from "../platform/tabs.ts";
import { isPortalPage } from "./portalPage.ts";

/** Where the home page has what a panel shows. */
const sections: Readonly<Record<PanelId, string>> = {
  favourites: "help",
  keeper: "documents",
  data: "data",
  applications: "documents",
  terms: "documents",
  consent: "data",
  answers: "documents",
  documents: "documents",
  personal: "documents",
  profile: "settings",
  password: "help",
  registration: "help/registration",
};

/** A panel stayed silent in its page: the person goes on in a tab of ours. */
export async function showPanelAtHome(panel: PanelId, sender: Sender): Promise<true | null> {
  if (!isPortalPage(sender)) return null;
  await showPage(`${extensionUrl(homePage)}#${sections[panel]}`);
  return true;
}
