// [Note: a site is a host] What a person allows is a host over HTTPS, on any port: that is what a host permission can
// say, and a host's ports are one administrator's. Pages of other ports show their port in the prompt.
import { browser } from "./browser.ts";

/** `https://host/*`, the match pattern of an address; null when the address is not an https one. */
export function sitePattern(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  return url.protocol === "https:" && url.hostname !== "" ? `https://${url.hostname}/*` : null;
}

/** Whether the extension may serve a page of this origin: the portal (unless withheld), or a site the person allowed. */
export async function isPermitted(origin: string): Promise<boolean> {
  const pattern = sitePattern(origin);
  return pattern !== null && (await browser.permissions.contains({ origins: [pattern] }));
}

/** Patterns of the sites the person allowed; the portal's, which come with the extension, are not among them. */
export async function allowedSites(): Promise<readonly string[]> {
  const own = new Set(browser.runtime.getManifest().host_permissions ?? []);
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((pattern) => !own.has(pattern)).sort();
}

/** Asks the browser, which asks the person. Only from a click in an extension page. */
export async function allowSite(pattern: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern] });
}

/** Several at once. @param origins https; only from a click in an extension page */
export async function allowSites(origins: readonly string[]): Promise<boolean> {
  const patterns = origins.map(sitePattern).filter((one) => one !== null);
  return patterns.length === origins.length && browser.permissions.request({ origins: patterns });
}

export async function revokeSite(pattern: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [pattern] });
}

/** The person allowed or revoked a site, here or in the browser's own settings. */
export function onSitesChanged(listener: () => void): () => void {
  const heard = (): void => listener();
  browser.permissions.onAdded.addListener(heard);
  browser.permissions.onRemoved.addListener(heard);
  return () => {
    browser.permissions.onAdded.removeListener(heard);
    browser.permissions.onRemoved.removeListener(heard);
  };
}
