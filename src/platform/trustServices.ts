// The network of signing and verifying: time-stamp authorities, OCSP responders, revocation lists. They speak http as often
// as https, so the person allows each host by itself, by a click in an extension page; nothing is asked before.
// Only digests, serial numbers and names of authorities go out: never a document.
import type { RemoteWeb } from "../signing/api.ts";
import { browser } from "./browser.ts";
import { readUpTo } from "./readUpTo.ts";

const patience = 15_000;
/** Revocation lists of a country run to megabytes. */
const longestAnswer = 16 * 1024 * 1024;

/** `http://host/*`: what a permission can say of an address; null: not a web address. */
export function servicePattern(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return (protocol === "http:" || protocol === "https:") && hostname !== "" ? `${protocol}//${hostname}/*` : null;
}

function patternsOf(addresses: readonly string[]): string[] {
  return [...new Set(addresses.map((one) => servicePattern(one)).filter((one) => one !== null))];
}

/** Asks the browser, which asks the person. Only from a click in an extension page. */
export async function allowServices(addresses: readonly string[]): Promise<boolean> {
  const origins = patternsOf(addresses);
  return origins.length > 0 && (await browser.permissions.request({ origins }));
}

/** Whether all hosts have been allowed before. */
export async function servicesAllowed(addresses: readonly string[]): Promise<boolean> {
  const origins = patternsOf(addresses);
  return origins.length > 0 && (await browser.permissions.contains({ origins }));
}

/** Asks a service, if its host is allowed: for the signing worker, which can't ask for permissions itself. */
export const askService: RemoteWeb = async ({ url, method, contentType, body }) => {
  const pattern = servicePattern(url);
  if (!pattern || !(await browser.permissions.contains({ origins: [pattern] }))) return { ok: false, error: { code: "NETWORK_NOT_ALLOWED", message: "the host is not allowed" } };
  try {
    const response = await fetch(url, {
      method,
      body,
      headers: contentType ? { "content-type": contentType } : {},
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(patience),
    });
    const answer = await readUpTo(response, longestAnswer);
    if (!answer) throw new RangeError("an answer that is too long");
    return { ok: true, value: { status: response.status, body: new Uint8Array(await answer.arrayBuffer()) } };
  } catch {
    return { ok: false, error: { code: "NETWORK_FAILED", message: "no answer" } };
  }
};
