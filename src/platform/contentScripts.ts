import { browser } from "./browser.ts";

const scriptId = "allowed-sites";

/**
 * Has the portal's content script run in exactly these sites too, from their next page on, in later browser sessions
 * as well. Safe to call at any time: nothing happens when all is as it should be.
 */
export async function registerContentScript(patterns: readonly string[]): Promise<void> {
  // The same built file as on the portal; its name carries a hash, so an update of the extension changes it.
  const files = browser.runtime.getManifest().content_scripts?.[0]?.js ?? [];
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  if (registered && same(registered.matches ?? [], patterns) && same(registered.js ?? [], files)) return;
  if (registered) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
  if (patterns.length === 0 || files.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: scriptId,
      matches: [...patterns],
      js: [...files],
      runAt: "document_start",
      allFrames: true,
      persistAcrossSessions: true,
    },
  ]);
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join("\n") === [...b].sort().join("\n");
}
