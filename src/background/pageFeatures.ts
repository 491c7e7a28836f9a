// The portal's pages get their extra tools here: only the portal, only its top document, only what is switched on.
// oxlint-disable-next-line import/default -- the build plugin answers this import with the file's address
import featuresScript from "../portal/features.iife.ts?script&iife";
import { portalUrl } from "../favourites/link.ts";
import { identify } from "./asker.ts";
import { loadCatalogue } from "../i18n/catalogue.ts";
import { featureIds, type PageStart } from "../platform/pageMessages.ts";
import { extensionUrl, type Sender } from "../platform/runtime.ts";
import { readSettings } from "../platform/settings.ts";
import { runInDocument, runInTabs } from "../platform/scripts.ts";
import { portalPatterns } from "../platform/tabs.ts";

/** Whether a message comes from the top document of a portal page that a person looks at. */
export function isPortalPage(sender: Sender): sender is Sender & { readonly tabId: number; readonly documentId: string } {
  const { origin, tabId, documentId, frameId, lifecycle } = sender;
  if (tabId === null || documentId === null || frameId !== 0) return false;
  return origin !== null && portalUrl(`${origin}/`) !== null && (lifecycle === null || lifecycle === "active");
}

/** The page's elements are there: the features follow, as a script of their own. */
export async function startFeatures(sender: Sender): Promise<true | null> {
  if (!isPortalPage(sender)) return null;
  const { featuresOff } = await readSettings();
  if (featureIds.every((id) => featuresOff.includes(id))) return null;
  await runInDocument(sender.tabId, sender.documentId, featuresScript);
  return true;
}

/** The person changed what runs: open pages take away what they have and start with what is wanted now. */
export async function restartFeatures(): Promise<void> {
  await runInTabs(portalPatterns, featuresScript);
}

/** What runs in this page, and in which language. */
export async function describeStart(sender: Sender): Promise<PageStart | null> {
  const portal = isPortalPage(sender);
  // Elsewhere only what the person has just asked for (signRequests.ts).
  if (!portal && (sender.frameId !== 0 || !(await identify(sender)))) return null;
  const { featuresOff, language } = await readSettings();
  const chosen = language ?? "ka";
  const catalogue = await loadCatalogue(extensionUrl(""), chosen);
  const texts: Record<string, string> = {};
  for (const [key, entry] of Object.entries(catalogue)) if (key.startsWith("page_") && entry) texts[key] = entry.message;
  return { features: portal ? featureIds.filter((id) => !featuresOff.includes(id)) : [], language: chosen, texts };
}
