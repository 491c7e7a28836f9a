import { browser } from "./browser.ts";

/** A keyboard shortcut of the manifest's `commands` was pressed; the person can change them in the browser. */
export function onCommand(listener: (command: string) => void): void {
  browser.commands.onCommand.addListener((command) => listener(command));
}
