import { browser } from "./browser.ts";

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Wide enough for the prompt at 200 % text, low enough for a 768 line screen with its panels. */
const promptSize = { width: 480, height: 710 };
/** A document and the card side by side. */
export const documentsSize = { width: 940, height: 710 } as const;

/**
 * Opens a popup window over the middle of another one.
 * @returns its id, or null when the browser would not open it.
 */
export async function openPopup(url: string, over: number | null, size: Pick<Box, "width" | "height"> = promptSize): Promise<number | null> {
  const options = { url, type: "popup", focused: true, ...size } as const;
  const opener = over === null ? null : await bounds(over);
  if (opener) {
    try {
      return (await browser.windows.create({ ...options, ...centred(opener, size) }))?.id ?? null;
    } catch {
      // The browser refuses bounds that are mostly off screen: let it place the window itself.
    }
  }
  try {
    return (await browser.windows.create(options))?.id ?? null;
  } catch {
    return null;
  }
}

/** Closes a window; one that is gone already is no error. */
export async function closeWindow(windowId: number): Promise<void> {
  await browser.windows.remove(windowId).catch(() => undefined);
}

/** Brings a window to the front; false when there is no such window. */
export async function focusWindow(windowId: number): Promise<boolean> {
  return browser.windows.update(windowId, { focused: true }).then(
    () => true,
    () => false,
  );
}

export async function windowExists(windowId: number): Promise<boolean> {
  return browser.windows.get(windowId).then(
    () => true,
    () => false,
  );
}

/** @returns the window one of whose tabs shows exactly this page of the extension, fragment included; else null. */
export async function windowShowing(url: string): Promise<number | null> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ["TAB"] });
  return contexts.find((context) => context.documentUrl === url)?.windowId ?? null;
}

export function onWindowRemoved(listener: (windowId: number) => void): void {
  browser.windows.onRemoved.addListener((windowId) => listener(windowId));
}

async function bounds(windowId: number): Promise<Box | null> {
  const found = await browser.windows.get(windowId).catch(() => null);
  const { left, top, width, height } = found ?? {};
  if (left === undefined || top === undefined || width === undefined || height === undefined) return null;
  return { left, top, width, height };
}

function centred(over: Box, size: Pick<Box, "width" | "height">): Pick<Box, "left" | "top"> {
  return {
    left: Math.max(0, Math.round(over.left + (over.width - size.width) / 2)),
    top: Math.max(0, Math.round(over.top + (over.height - size.height) / 2)),
  };
}
