// The portal's pages get their extra tools here: only the portal, only its top document, only what is switched on.
// oxlint-disable-next-line import/default -- the build plugin answers this import with the file's address
import featuresScript from "../portal/features.iife.ts?script&iife";
// oxlint-disable-next-line import/default -- the same
import formsScript from "../portal/forms.iife.ts?script&iife";
// oxlint-disable-next-line import/default -- the same
import signingScript from "../portal/signing.iife.ts?script&iife";
// oxlint-disable-next-line import/default -- the same
import readingScript from "../portal/reading.iife.ts?script&iife";
// oxlint-disable-next-line import/default -- the same
import sandboxedScript from "../portal/sandboxed.iife.ts?script&iife";
import { identify } from "./asker.ts";
import { isPortalPage, isSandboxedPage } from "./portalPage.ts";
import { hasSending } from "./sendings.ts";
import { hasStart } from "./serviceStarts.ts";
import { loadCatalogue } from "../i18n/catalogue.ts";
import { readMenuHere } from "../platform/favouriteMenu.ts";
import { featureIds, type PagePart, type PageStart } from "../platform/pageMessages.ts";
import { isSigningIn } from "../platform/portalAccess.ts";
import { extensionUrl, type Sender } from "../platform/runtime.ts";
import { readPageMap } from "../platform/pageMapStore.ts";
import { readSettings } from "../platform/settings.ts";
import { runInDocument, runInTab, runInTabs } from "../platform/scripts.ts";
import { portalPatterns } from "../platform/tabs.ts";

const partScripts: Readonly<Record<PagePart, string>> = { forms: formsScript, signing: signingScript, reading: readingScript };

/**
 * The page is loaded: the features follow, as a script of their own, and what they start with is the answer.
 * @returns false: everything is switched off
 */
export async function startFeatures(sender: Sender): Promise<PageStart | false | null> {
  if (!isPortalPage(sender)) return null;
  const { featuresOff } = await readSettings();
  if (featureIds.every((id) => featuresOff.includes(id))) return false;
  // Neither waits for the other: the tools wait for the answer (features.iife.ts).
  void runInDocument(sender.tabId, sender.documentId, featuresScript);
  return describeStart(sender);
}

/** A portal page that takes no frame of ours gets the handles of what is switched on, which lead to our own page. */
export async function startSandboxed(sender: Sender): Promise<PageStart | null> {
  const { tabId, documentId } = sender;
  if (!isSandboxedPage(sender) || tabId === null || documentId === null) return null;
  const { featuresOff, language } = await readSettings();
  const features = (["favourites", "data"] as const).filter((id) => !featuresOff.includes(id));
  if (features.length === 0) return null;
  const texts = await pageTexts(language);
  void runInDocument(tabId, documentId, sandboxedScript);
  return { features, ...texts, pageMap: null, favourites: null, signingIn: false, waiting: [] };
}

/** The page has something for this part of the tools. See: [Note: tools in parts] in src/portal/parts.ts. */
export async function bringPart(part: PagePart, sender: Sender): Promise<true | null> {
  if (!isPortalPage(sender)) return null;
  await runInDocument(sender.tabId, sender.documentId, partScripts[part]);
  return true;
}

/** The person asks in the popup for what this part has. Where the tools do not run nothing comes of it. */
export async function bringPartTo(part: PagePart, tabId: number): Promise<void> {
  await runInTab(tabId, partScripts[part]);
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
  const [texts, pageMap] = await Promise.all([pageTexts(language), portal ? readPageMap() : null]);
  const { tabId } = sender;
  const waiting: PagePart[] = [];
  if (portal && tabId !== null) {
    if (await hasSending(tabId)) waiting.push("forms");
    if (await hasStart(tabId)) waiting.push("reading");
  }
  return { features: portal ? featureIds.filter((id) => !featuresOff.includes(id)) : [], ...texts, pageMap, favourites: portal ? ((await readMenuHere())?.menu?.entries.map((one) => one.url) ?? null) : null, signingIn: portal && tabId !== null && (await isSigningIn(tabId)), waiting };
}

/** What is said in pages. @param chosen the person's language; null: they chose none */
async function pageTexts(chosen: PageStart["language"] | null): Promise<Pick<PageStart, "language" | "texts">> {
  const language = chosen ?? "ka";
  const catalogue = await loadCatalogue(extensionUrl(""), language, "page");
  return { language, texts: Object.fromEntries(Object.entries(catalogue).flatMap(([key, entry]) => (entry ? [[key, entry.message]] : []))) };
}
