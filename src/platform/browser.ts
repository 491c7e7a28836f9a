// [Note: browser] The one door to the extension interfaces, by way of webextension-polyfill, so that a browser whose
// own name for them is `browser`, or which still wants callbacks, would need no change elsewhere (scripts in pages do
// without it, see nativeBrowser.ts). The types stay those of
// Chrome: the fields this extension decides by (documentId, documentLifecycle) are described only there.
import polyfill from "webextension-polyfill";

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the polyfill is these interfaces, described otherwise
export const browser = polyfill as unknown as typeof chrome;
