import { browser } from "./browser.ts";

/** What keys open: the toolbar's window (the browser's own name for it), and panels in the page. */
export const commands = ["_execute_action", "favourites", "data"] as const;
export type Command = (typeof commands)[number];

/** The keys of each command, as the browser writes them; null: it has none. Where another extension has them already, the browser gives it none. */
export async function allKeys(): Promise<readonly (readonly [Command, string | null])[]> {
  const all = await browser.commands.getAll();
  return commands.map((command) => [command, all.find((one) => one.name === command)?.shortcut || null]);
}

/** Opens the toolbar's window. @returns false: this browser does not do that for an extension, or not now */
export async function showPopup(): Promise<boolean> {
  try {
    await browser.action.openPopup();
    return true;
  } catch {
    return false;
  }
}

/** The browser's own page, where the person changes shortcuts: no extension may. */
export async function showShortcutPage(): Promise<void> {
  await browser.tabs.create({ url: shortcutPage });
}

export const shortcutPage = "chrome://extensions/shortcuts";

/** A keyboard shortcut of the manifest's `commands` was pressed; the person can change them in the browser. */
export function onCommand(listener: (command: string) => void): void {
  browser.commands.onCommand.addListener((command) => listener(command));
}
