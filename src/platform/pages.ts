import type { PinAct } from "../card/api.ts";
import { extensionUrl } from "./runtime.ts";

/** Where the build puts the extension's pages (vite.config.ts, `input`). */
export const promptPage = "src/prompt/prompt.html";
export const homePage = "src/home/home.html";
const popupPage = "src/popup/popup.html";
export const offscreenPage = "src/offscreen/offscreen.html";
/** Shown only in frames of portal pages. */
export const framePage = "src/frame/frame.html";

/** The address of a request's prompt window. */
export function promptUrl(requestId: string): string {
  return `${extensionUrl(promptPage)}#${requestId}`;
}

const acts = ["create-signing", "change-login", "change-signing", "unblock-login"] as const satisfies readonly PinAct[];

/** The address of a window for one act of card care: no page asks for it, so there is no request to claim. */
export function careUrl(act: PinAct): string {
  return `${extensionUrl(promptPage)}#care-${act}`;
}

/** The act that a prompt window's fragment names; null for a request's. */
export function careOf(hash: string): PinAct | null {
  return acts.find((act) => hash === `#care-${act}`) ?? null;
}

const vaultActs = ["open", "add"] as const;
/** What a card does for the vault: opens it, or becomes a way in. */
export type VaultCardAct = (typeof vaultActs)[number];

/** The address of a window in which a card opens the vault, or becomes a way into it. */
export function vaultCardUrl(act: VaultCardAct): string {
  return `${extensionUrl(promptPage)}#vault-${act}`;
}

export function vaultCardOf(hash: string): VaultCardAct | null {
  return vaultActs.find((act) => hash === `#vault-${act}`) ?? null;
}

export function isHomeUrl(url: string | null): boolean {
  return url !== null && url.split(/[?#]/, 1)[0] === extensionUrl(homePage);
}

/** The address of a window that signs documents of one of our own pages. See: [Note: a job's channel]. */
export function documentsUrl(jobId: string): string {
  return `${extensionUrl(promptPage)}#documents-${jobId}`;
}

/** The job that a prompt window's fragment names; null for a request's. */
export function jobOf(hash: string): string | null {
  return /^#documents-([0-9a-f]{32})$/.exec(hash)?.[1] ?? null;
}

/** Whether an address is the prompt page's, whatever its fragment. */
export function isPromptUrl(url: string | null): boolean {
  return isPage(url, promptPage);
}

/** Whether an address is that of the popup under the extension's button. */
export function isPopupUrl(url: string | null): boolean {
  return isPage(url, popupPage);
}

/** Whether an address is that of the page for frames. */
export function isFrameUrl(url: string | null): boolean {
  return isPage(url, framePage);
}

function isPage(url: string | null, page: string): boolean {
  return url !== null && url.split(/[?#]/, 1)[0] === extensionUrl(page);
}
