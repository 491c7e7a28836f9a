// Bridge apps that the person paired with this browser profile, in chrome.storage.local. An id names no one.
import { browser } from "./browser.ts";

const key = "bridgeApps";

export async function pairedApps(): Promise<readonly string[]> {
  const stored: Readonly<Record<string, unknown>> = await browser.storage.local.get(key);
  const list = stored[key];
  return Array.isArray(list) ? list.filter((one): one is string => typeof one === "string") : [];
}

export async function pairApp(appId: string): Promise<void> {
  await browser.storage.local.set({ [key]: [...new Set([...(await pairedApps()), appId])] });
}

export async function forgetApps(): Promise<void> {
  await browser.storage.local.remove(key);
}
