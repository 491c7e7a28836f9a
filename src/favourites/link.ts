import type { ServiceLink } from "../platform/pageMessages.ts";
import { isFields } from "../codec/fields.ts";
import { isPortalHost } from "../platform/portalHost.ts";

const longestTitle = 160;
const longestUrl = 2_000;

/** The one address form kept and followed: https on the portal's hosts, no user name, no fragment. null for any other. */
export function portalUrl(value: unknown): string | null {
  if (typeof value !== "string" || value.length > longestUrl || !URL.canParse(value)) return null;
  const url = new URL(value);
  if (url.protocol !== "https:" || url.username !== "" || url.password !== "" || url.port !== "") return null;
  if (!isPortalHost(url.hostname)) return null;
  url.hash = "";
  return url.href;
}

/** A service link from outside (a page, a file), its known fields only; null when it is none. */
export function parseServiceLink(value: unknown): ServiceLink | null {
  if (!isFields(value)) return null;
  const url = portalUrl(value["url"]);
  const { title, category, needsCard } = value;
  if (url === null || typeof title !== "string" || title.trim() === "") return null;
  const known = typeof category === "number" && Number.isInteger(category) && category >= 0 && category <= 9;
  return { url, title: title.trim().slice(0, longestTitle), category: known ? category : null, needsCard: needsCard === true };
}

/** At most `most` links of a list from outside; what is none is left out. */
export function parseServiceLinks(value: unknown, most = 1_500): readonly ServiceLink[] {
  return Array.isArray(value) ? value.slice(0, most).map(parseServiceLink).filter((one) => one !== null) : [];
}
