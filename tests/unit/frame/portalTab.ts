// Tabs with documents in them, as the service worker meets them: what it asks a document runs there, by the text of the function.
import { vi } from "vitest";

interface Asked {
  readonly target: { readonly tabId: number; readonly documentIds: readonly [string] };
  readonly func: (ending: string) => boolean;
  readonly args: readonly [string];
}

const frameUrl = "chrome-extension://moqalaqe/src/frame/frame.html";
/** The top document of each tab, and the addresses of the frames in its overlay. */
const tabs = new Map<number, { readonly documentId: string; readonly frames: string[] }>();
const stored = new Map<string, unknown>();

/** The tab goes to another document: the one before is gone, with its frames. */
export function visit(tabId: number, documentId: string): void {
  tabs.set(tabId, { documentId, frames: [] });
}

/** The content script puts a frame into the overlay. */
export function putFrame(tabId: number, nonce: string): void {
  tabs.get(tabId)?.frames.push(`${frameUrl}#${nonce}`);
}

export function closeTabs(): void {
  tabs.clear();
  stored.clear();
}

async function executeScript({ target: { tabId, documentIds }, func, args }: Asked): Promise<readonly { readonly result: boolean }[]> {
  const there = tabs.get(tabId);
  if (there?.documentId !== documentIds[0]) throw new Error(`No document with id ${documentIds[0]} in tab with id ${tabId}`);
  const querySelector = (selector: string): unknown => there.frames.find((address) => selector === `iframe[src$="${new URL(address).hash}"]`) ?? null;
  const prototype = { querySelectorAll: (name: string) => (name === "moqalaqe-overlay" ? [{ querySelector }] : []) };
  vi.stubGlobal("Document", { prototype });
  vi.stubGlobal("document", { querySelectorAll: "a form of that name" });
  vi.stubGlobal("chrome", { dom: { openOrClosedShadowRoot: (host: unknown) => host } });
  try {
    return [{ result: func(...args) }];
  } finally {
    vi.unstubAllGlobals();
  }
}

/** What of the extension's interfaces is used here. */
export const browser = {
  runtime: { getURL: (path: string) => `chrome-extension://moqalaqe/${path}` },
  scripting: { executeScript },
  storage: {
    session: {
      get: async (key: string | null) => Object.fromEntries([...stored].filter(([one]) => key === null || one === key)),
      set: async (values: Readonly<Record<string, unknown>>) => Object.entries(values).forEach(([key, value]) => stored.set(key, value)),
      remove: async (key: string) => void stored.delete(key),
    },
  },
};

const nobody = { origin: null, url: null, windowId: 1, tabUrl: null, lifecycle: "active" };

/** The content script of a tab's top document. */
export const page = (tabId: number, documentId: string, frameId = 0) => ({ ...nobody, origin: "https://www.my.gov.ge", url: "https://www.my.gov.ge/services", tabId, documentId, frameId });
/** A frame of the extension, which the browser gives a document of its own. */
export const frame = (tabId: number, documentId = "frame", url = frameUrl) => ({ ...nobody, origin: "chrome-extension://moqalaqe", url, tabId, documentId, frameId: 7 });
