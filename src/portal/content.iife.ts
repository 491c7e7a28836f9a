// The page's way to the extension: Web eID messages in, answers out, and the links of the official program's scheme. One file
// of its own, run at document_start in every frame of a permitted site; it touches nothing else of the page.
import { isConnected } from "../platform/runtime.ts";
import { announcePage } from "./announcePage.ts";
import { announceSandboxed } from "./announceSandboxed.ts";
import { startBridge } from "./bridge.ts";
import { guardKeys } from "./keyGuard.ts";
import { watchUnitoolLinks } from "./unitoolLinks.ts";
import { world } from "./world.ts";

// A site can be matched twice (the portal, and a site the person allowed): one answer is enough. A sandboxed document
// has no origin a token could be made for, and takes no frame of ours.
if (!world.started && isConnected()) {
  world.started = true;
  if (globalThis.origin === "null") announceSandboxed();
  else {
    guardKeys();
    startBridge();
    watchUnitoolLinks();
    announcePage();
  }
}
