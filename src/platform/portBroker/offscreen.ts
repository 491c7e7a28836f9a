import { browser } from "../browser.ts";
import { offscreenPage } from "../pages.ts";

let making: Promise<void> | null = null;

/** Makes the offscreen document unless it is there. It stays until the browser ends; its own worker does the work. */
export async function ensureOffscreen(): Promise<void> {
  making ??= make().finally(() => (making = null));
  await making;
}

async function make(): Promise<void> {
  if (await offscreenExists()) return;
  try {
    await browser.offscreen.createDocument({
      url: offscreenPage,
      reasons: [browser.offscreen.Reason.WORKERS],
      justification: "keeps the vault open in a worker while the service worker is stopped",
    });
  } catch (error) {
    // An earlier life of the service worker may have begun it a moment ago.
    if (!(await offscreenExists())) throw error;
  }
}

export async function offscreenExists(): Promise<boolean> {
  const found = await browser.runtime.getContexts({ contextTypes: [browser.runtime.ContextType.OFFSCREEN_DOCUMENT] });
  return found.length > 0;
}
