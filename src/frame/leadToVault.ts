import { noteLedFrom } from "../platform/ledFrom.ts";
import { homePage } from "../platform/pages.ts";
import { extensionUrl } from "../platform/runtime.ts";
import { showPage } from "../platform/tabs.ts";

/** Leads to where the vault is made or opened, from where a way leads back to this page. */
export async function leadToVault(): Promise<void> {
  await noteLedFrom(Date.now()).catch(() => undefined);
  await showPage(`${extensionUrl(homePage)}#documents`);
}
