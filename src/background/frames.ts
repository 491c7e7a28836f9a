// Frames of the extension in portal pages. See: [Note: frames in the page] in src/portal/features/panel.ts.
// A page's script can embed such a frame too, and can talk to it by window messages. So a frame counts only after it has
// redeemed, over the browser's own messaging, a nonce that is noted here for the very document around it: its content script makes
// it, at random and in its own world, and says so here, so that the frame need not wait to be told. It is good once, for half a minute.
//
// [Note: whose frame it is] The browser says which document a frame is and in which tab, but not in which document it lies
// (chrome.webNavigation would, for one more permission). It follows from three things that it does say: nonces are noted for
// a tab's top document alone; a frame redeems only when its parent is the tab's top window (frame/redeem.ts); and the
// document that this nonce is noted for is asked, by its documentId, whether our overlay in it holds a frame with this nonce.
// A document that was left does not answer, and a tab has no second top document: so the one that answers is the one around.
import { portalUrl } from "../favourites/link.ts";
import { readMenuAhead } from "./menuAhead.ts";
import type { FrameStart, MenuAhead, PageMessage } from "../platform/pageMessages.ts";
import { isFrameUrl } from "../platform/pages.ts";
import type { Sender } from "../platform/runtime.ts";
import { holdsFrame } from "../platform/scripts.ts";
import { sessionEntries, sessionGet, sessionRemove, sessionSet } from "../platform/sessionStore.ts";
import { sendToDocument } from "../platform/tabs.ts";
import { isFields } from "../codec/fields.ts";
import { Mutex } from "../async/mutex.ts";
import { isPortalPage } from "./portalPage.ts";

const nonceLifeMs = 30_000;
const noted = "frame-nonce:";
const redeemed = "frame:";

interface Noted {
  readonly tabId: number;
  readonly documentId: string;
  readonly until: number;
  readonly start: FrameStart;
}

/** The document around a frame. */
interface Around {
  readonly tabId: number;
  readonly documentId: string;
  /** When the frame came. */
  readonly at: number;
}

/**
 * So many frames of a tab are known. Each page in which somebody moves has one, and nobody says when it goes; what the browser keeps
 * of a tab's pages, to give them back, has fewer.
 */
const mostOfTab = 60;

/** What the menu shows first, read while its frame is loading; only for the frame that was noted last, and read anew where the service worker was ended meanwhile. */
let reading: { readonly nonce: string; readonly ahead: Promise<MenuAhead | null> } | null = null;

const readAhead = (): Promise<MenuAhead | null> => readMenuAhead().catch(() => null);

// Of two that come with the same nonce only one finds it, and who comes with one right behind its noting does. The page is asked
// afterwards: one that is busy keeps nobody else waiting.
const taking = new Mutex();

/** Takes note of the nonce of a frame in this very document. @returns null when this document may have none, or that nonce is another's */
export async function noteFrame({ panel, line, nonce }: Extract<PageMessage, { kind: "frame/open" }>, sender: Sender, now: number): Promise<true | null> {
  if (!isPortalPage(sender)) return null;
  const { tabId, documentId } = sender;
  return taking.run(async () => {
    if ((await sessionGet(noted + nonce)) !== undefined) return null;
    // What is old goes at the same time.
    await Promise.all([sessionSet(noted + nonce, { tabId, documentId, until: now + nonceLifeMs, start: { panel, line } } satisfies Noted), forgetOld(tabId, now)]);
    if (panel === "favourites") reading = { nonce, ahead: readAhead() };
    return true;
  });
}

/** @returns what the frame shall show, once; null for a nonce that is unknown, used, old, or was given to a document that is not around this frame. */
export async function redeemFrame(nonce: string, sender: Sender, now: number): Promise<FrameStart | null> {
  if (!isFrame(sender)) return null;
  const found = await taking.run(() => takeNonce(nonce));
  if (!found || found.tabId !== sender.tabId || found.until < now) return null;
  const { tabId, documentId, start } = found;
  // Read meanwhile, and given to none but the frame that is there.
  const [there, ahead] = await Promise.all([holdsFrame(tabId, documentId, `#${nonce}`), start.panel === "favourites" ? takeAhead(nonce) : null]);
  if (!there) return null;
  await sessionSet(redeemed + sender.documentId, { tabId, documentId, at: now } satisfies Around);
  return ahead ? { ...start, ahead } : start;
}

/** What was read for this frame, once. */
function takeAhead(nonce: string): Promise<MenuAhead | null> {
  if (reading?.nonce !== nonce) return readAhead();
  const { ahead } = reading;
  reading = null;
  return ahead;
}

/** Whatever comes of it: a nonce that was shown is used. */
async function takeNonce(nonce: string): Promise<Noted | null> {
  const found = await sessionGet(noted + nonce);
  await sessionRemove(noted + nonce);
  return isNoted(found) ? found : null;
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
  for (const prefix of [noted, redeemed]) {
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

const isInTab = (value: unknown): value is Pick<Around, "tabId" | "documentId"> => isFields(value) && typeof value["tabId"] === "number" && typeof value["documentId"] === "string";

function isAround(value: unknown): value is Around {
  return isInTab(value) && "at" in value && typeof value.at === "number";
}

function isNoted(value: unknown): value is Noted {
  return isInTab(value) && "until" in value && typeof value.until === "number" && "start" in value && isFields(value.start);
}

/** Nonces that nobody came with, and the tab's frames that came long before others. */
async function forgetOld(tab: number, now: number): Promise<void> {
  for (const [key, value] of await sessionEntries(noted)) if (!isNoted(value) || value.until < now) await sessionRemove(key);
  const frames = (await sessionEntries(redeemed)).flatMap(([key, value]) => (isAround(value) && value.tabId === tab ? [{ key, at: value.at }] : []));
  for (const { key } of frames.toSorted((a, b) => b.at - a.at).slice(mostOfTab)) await sessionRemove(key);
}
