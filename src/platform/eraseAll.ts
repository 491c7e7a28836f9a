// Everything that the extension has kept in this browser outside the vault, away. The vault destroys itself (vault/api.ts).
import { browser } from "./browser.ts";
import { clearSigns } from "./reminderSigns.ts";
import { allowedSites, revokeSite } from "./sites.ts";

/** Settings, favourites, readers and sites that were allowed, paired apps, what is kept until the browser closes; and what the browser shows of reminders. */
export async function eraseAllButVault(): Promise<void> {
  for (const pattern of await allowedSites()) await revokeSite(pattern);
  const usb = (navigator as { usb?: USB }).usb;
  for (const device of (await usb?.getDevices()) ?? []) await device.forget();
  await clearSigns();
  await browser.storage.session.clear();
  localStorage.clear();
  await browser.storage.local.clear();
}
