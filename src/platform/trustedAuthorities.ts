// Authorities whose signatures the person trusts beyond the extension's own list, in chrome.storage.local. Certificates of
// authorities are public; nothing here names the person.
import { fromBase64, toBase64 } from "../signing/base64.ts";
import type { Bytes } from "../signing/signer.ts";
import { browser } from "./browser.ts";
import { onStored } from "./storageChanges.ts";

const key = "trustedAuthorities";

/** DER, in the order in which they were added. */
export async function trustedAuthorities(): Promise<readonly Bytes[]> {
  const stored: Readonly<Record<string, unknown>> = await browser.storage.local.get(key);
  const all = stored[key];
  return Array.isArray(all) ? all.filter((one) => typeof one === "string").map((one) => fromBase64(one)) : [];
}

export async function trustAuthority(der: Bytes): Promise<void> {
  const known = (await trustedAuthorities()).map((one) => toBase64(one));
  const added = toBase64(der);
  if (!known.includes(added)) await browser.storage.local.set({ [key]: [...known, added] });
}

export async function distrustAuthority(der: Bytes): Promise<void> {
  const removed = toBase64(der);
  const left = (await trustedAuthorities()).map((one) => toBase64(one)).filter((one) => one !== removed);
  await browser.storage.local.set({ [key]: left });
}

export function onTrustedAuthoritiesChanged(listener: () => void): () => void {
  return onStored("local", [key], listener);
}
