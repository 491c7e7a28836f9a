import { parseServiceLink, parseServiceLinks } from "../favourites/link.ts";
import { isFields } from "../codec/fields.ts";
import { parseFields, parseIdentity } from "../forms/snapshot.ts";
import { parseServiceSheet } from "../notices/serviceFacts.ts";
import { type PageMessage, pageParts, panelIds, type Sending } from "./pageMessages.ts";

/** @returns a message of the union with its known fields only; null for anything else. */
export function parsePageMessage(value: unknown): PageMessage | null {
  if (!isFields(value)) return null;
  const { kind, nonce, url } = value;
  switch (kind) {
    case "page/ready":
    case "page/start":
    case "page/sandboxed":
    case "page/close":
    case "frame/close":
    case "form/pending":
    case "form/settled":
    case "service/pending":
    case "access/asked":
    case "access/in":
    case "favourites/list":
    case "favourites/changed":
      return { kind };
    case "access/sent": {
      const way = (["password", "code", "both"] as const).find((one) => one === value["way"]);
      return way ? { kind, way } : null;
    }
    case "frame/open": {
      const panel = panelIds.find((id) => id === value["panel"]);
      return panel && isName(value["line"]) && isName(nonce) ? { kind, panel, line: value["line"], nonce } : null;
    }
    case "page/home":
    case "page/toggle": {
      const panel = panelIds.find((id) => id === value["panel"]);
      return panel ? { kind, panel } : null;
    }
    case "page/part": {
      const part = pageParts.find((id) => id === value["part"]);
      return part ? { kind, part } : null;
    }
    case "page/drift": {
      const { page, anchor, found } = value;
      const named = typeof page === "string" && typeof anchor === "string" && page.length < 60 && anchor.length < 60;
      return named ? { kind, page, anchor, found: found === true } : null;
    }
    case "frame/redeem":
      return isName(nonce) ? { kind, nonce } : null;
    case "service/started": {
      const sheet = parseServiceSheet(value["sheet"]);
      return sheet ? { kind, sheet } : null;
    }
    case "form/sending": {
      const sending = parseSending(value);
      return sending ? { kind, ...sending } : null;
    }
    case "frame/go":
    case "page/go":
      return typeof url === "string" ? { kind, url } : null;
    case "favourites/seen":
      return { kind, services: parseServiceLinks(value["services"]) };
    case "favourites/toggle": {
      const service = parseServiceLink(value["service"]);
      return service ? { kind, service } : null;
    }
    default:
      return null;
  }
}

/** 128 random bits in hexadecimal (see randomName.ts). */
function isName(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{32}$/.test(value);
}

/** Also for what was kept of it. */
export function parseSending(value: unknown): Sending | null {
  if (!isFields(value)) return null;
  const { draftId } = value;
  const identity = parseIdentity(value);
  return isName(draftId) && identity ? { draftId, ...identity, fields: parseFields(value["fields"]) } : null;
}
