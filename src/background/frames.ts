// Frames of the extension in portal pages. See: [Note: frames in the page] in src/portal/features/panel.ts.
// A page's script can embed such a frame too, and can talk to it by window messages. So a frame counts only after it has
// redeemed, over the browser's own messaging, a nonce that was given to the content script of the very document around
// it; the nonce is good once, for half a minute.
//
// [Note: whose frame it is] The browser says which document a frame is and in which tab, but not in which document it lies
// (chrome.webNavigation would, for one more permission). It follows from three things that it does say: nonces are given to
// a tab's top document alone; a frame redeems only when its parent is the tab's top window (frame/redeem.ts); and the
// document that was given this nonce is asked, by its documentId, whether our overlay in it holds a frame with this nonce.
// A document that was left does not answer, and a tab has no second top document: so the one that answers is the one around.
import { portalUrl } from "../favourites/link.ts";
import type { FrameStart, PageMessage } from "../platform/pageMessages.ts";
import { isFrameUrl } from "../platform/pages.ts";
import { randomName } from "../platform/randomName.ts";
import type { Sender } from "../platform/runtime.ts";
import { holdsFrame } from "../platform/scripts.ts";
import { sessionEntries, sessionGet, sessionRemove, sessionSet } from "../platform/sessionStore.ts";
import { sendToDocument } from "../platform/tabs.ts";
import { isFields } from "../codec/fields.ts";
import { Mutex } from "../async/mutex.ts";
import { isPortalPage } from "./portalPage.ts";

const nonceLifeMs = 30_000;
const issued = "frame-nonce:";
const redeemed = "frame:";

interface Issued {
  readonly tabId: number;
  readonly documentId: string;
  readonly until: number;
  readonly start: FrameStart;
}

/** The document around a frame. */
interface Around {
  readonly tabId: number;
  readonly documentId: string;
}

/** @returns a nonce for a frame in this very document; null when this document may have none. */
export async function issueFrame(message: Extract<PageMessage, { kind: "frame/open" }>, sender: Sender, now: number): Promise<string | null> {
  if (!isPortalPage(sender)) return null;
  const nonce = randomName();
  const start: FrameStart = { panel: message.panel, line: message.line };
  // Somebody waits for the frame: what is old goes at the same time.
  await Promise.all([sessionSet(issued + nonce, { tabId: sender.tabId, documentId: sender.documentId, until: now + nonceLifeMs, start } satisfies Issued), forgetOld(now)]);
  return nonce;
}

// Of two that come with the same nonce only one finds it. The page is asked afterwards: one that is busy keeps nobody else waiting.
const taking = new Mutex();

/** @returns what the frame shall show, once; null for a nonce that is unknown, used, old, or was given to a document that is not around this frame. */
export async function redeemFrame(nonce: string, sender: Sender, now: number): Promise<FrameStart | null> {
  if (!isFrame(sender)) return null;
  const found = await taking.run(() => takeNonce(nonce));
  if (!found || found.tabId !== sender.tabId || found.until < now) return null;
  if (!(await holdsFrame(found.tabId, found.documentId, `#${nonce}`))) return null;
  await sessionSet(redeemed + sender.documentId, { tabId: found.tabId, documentId: found.documentId } satisfies Around);
  return found.start;
}

/** Whatever comes of it: a nonce that was shown is used. */
async function takeNonce(nonce: string): Promise<Issued | null> {
  const found = await sessionGet(issued + nonce);
  await sessionRemove(issued + nonce);
  return isIssued(found) ? found : null;
}

/** The person closed the panel in its frame. */
export async function closeFrame(sender: Sender): Promise<boolean> {
  const around = await aroundOf(sender);
  return around !== null && (await sendToDocument(around.tabId, around.documentId, { kind: "page/close" })) === true;
}

/** The person follows a link in a frame: the page around it goes there. Only the portal's own addresses. */
export async function followLink(url: string, sender: Sender): Promise<boolean> {
  const around = await aroundOf(sender);
  const target = portalUrl(url);
  if (!around || target === null) return false;
  return (await sendToDocument(around.tabId, around.documentId, { kind: "page/go", url: target })) === true;
}

/** The frames of a closed tab are no frames any more. */
export async function forgetFrames(tabId: number): Promise<void> {
  for (const prefix of [issued, redeemed]) {
    for (const [key, value] of await sessionEntries(prefix)) if (isFields(value) && value["tabId"] === tabId) await sessionRemove(key);
  }
}

function isFrame(sender: Sender): sender is Sender & { readonly documentId: string } {
  return isFrameUrl(sender.url) && sender.frameId !== null && sender.frameId > 0 && sender.documentId !== null;
}

async function aroundOf(sender: Sender): Promise<Around | null> {
  if (!isFrame(sender)) return null;
  const found = await sessionGet(redeemed + sender.documentId);
  return isAround(found) && found.tabId === sender.tabId ? found : null;
}

function isAround(value: unknown): value is Around {
  return isFields(value) && typeof value["tabId"] === "number" && typeof value["documentId"] === "string";
}

function isIssued(value: unknown): value is Issued {
  return isAround(value) && isFields(value) && typeof value["until"] === "number" && isFields(value["start"]);
}

async function forgetOld(now: number): Promise<void> {
  for (const [key, value] of await sessionEntries(issued)) if (!isIssued(value) || value.until < now) await sessionRemove(key);
}
