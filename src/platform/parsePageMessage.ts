import { parseServiceLink, parseServiceLinks } from "../favourites/link.ts";
import { isFields } from "../codec/fields.ts";
import { type PageMessage, panelIds } from "./pageMessages.ts";

/** @returns a message of the union with its known fields only; null for anything else. */
export function parsePageMessage(value: unknown): PageMessage | null {
  if (!isFields(value)) return null;
  const { kind, nonce, url } = value;
  switch (kind) {
    case "page/ready":
    case "page/start":
    case "page/close":
    case "frame/close":
    case "favourites/list":
    case "favourites/changed":
      return { kind };
    case "frame/open": {
      const panel = panelIds.find((id) => id === value["panel"]);
      return panel ? { kind, panel, services: parseServiceLinks(value["services"]), pageService: parseServiceLink(value["pageService"]) } : null;
    }
    case "page/toggle": {
      const panel = panelIds.find((id) => id === value["panel"]);
      return panel ? { kind, panel } : null;
    }
    case "page/drift": {
      const { page, anchor, found } = value;
      const named = typeof page === "string" && typeof anchor === "string" && page.length < 60 && anchor.length < 60;
      return named ? { kind, page, anchor, found: found === true } : null;
    }
    case "frame/redeem":
      return typeof nonce === "string" && /^[0-9a-f]{32}$/.test(nonce) ? { kind, nonce } : null;
    case "frame/go":
    case "page/go":
      return typeof url === "string" ? { kind, url } : null;
    case "favourites/toggle": {
      const service = parseServiceLink(value["service"]);
      return service ? { kind, service } : null;
    }
    default:
      return null;
  }
}
