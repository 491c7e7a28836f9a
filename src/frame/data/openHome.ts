import { homePage } from "../../platform/pages.ts";
import { extensionUrl } from "../../platform/runtime.ts";
import { showPage } from "../../platform/tabs.ts";

/** The home page in its own tab, at a place of "Who holds my data". */
export function openHome(place = ""): void {
  void showPage(`${extensionUrl(homePage)}#data${place}`);
}
