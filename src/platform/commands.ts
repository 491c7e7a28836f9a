import { browser } from "./browser.ts";

/** The keys of a command, as the browser writes them; null: it has none. */
export async function keysOf(command: string): Promise<string | null> {
  const all = await browser.commands.getAll();
  return all.find((one) => one.name === command)?.shortcut || null;
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
