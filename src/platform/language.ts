import { browser } from "./browser.ts";

/** The browser's own language, as a BCP 47 tag: the catalogue chrome.i18n would use. */
export function browserLanguage(): string {
  return browser.i18n.getUILanguage();
}
