// A browser of this system: Debian's Chromium, Chrome or Edge, or the one that BROWSER asks for.
import { accessSync, constants } from "node:fs";

export type BrowserKind = "chromium" | "chrome" | "edge";

const places: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/snap/bin/chromium"],
  chrome: [
    "/usr/bin/google-chrome",
    "/opt/google/chrome/chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  ],
  edge: [
    "/usr/bin/microsoft-edge",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

/** Where each browser reads managed policies on Linux (Chrome and Edge: not tried here). */
export const policyDirectories: Readonly<Record<BrowserKind, string>> = {
  chromium: "/etc/chromium/policies/managed",
  chrome: "/etc/opt/chrome/policies/managed",
  edge: "/etc/opt/edge/policies/managed",
};

function exists(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export interface FoundBrowser {
  readonly kind: BrowserKind;
  readonly path: string;
}

/** @throws Error with what to install. */
export function findBrowser(wanted = process.env["BROWSER"]): FoundBrowser {
  const kinds: readonly BrowserKind[] = wanted === "chrome" || wanted === "edge" || wanted === "chromium" ? [wanted] : ["chromium", "chrome", "edge"];
  for (const kind of kinds) {
    const path = places[kind].find(exists);
    if (path) return { kind, path };
  }
  throw new Error(`No browser found (${kinds.join(", ")}). On Debian: apt-get install chromium`);
}
