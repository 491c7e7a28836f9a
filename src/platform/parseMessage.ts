import { isFields } from "../codec/fields.ts";
import { parseOutcome } from "../webeid/reply.ts";
import { parseBridgeWord } from "./bridgeWords.ts";
import type { Message } from "./messages.ts";
import { parsePageMessage } from "./parsePageMessage.ts";
import { isName } from "./randomName.ts";

/** @returns a message of the union with its known fields only; null for anything else. */
export function parseMessage(value: unknown): Message | null {
  if (!isFields(value)) return null;
  const { kind, ticket, requestId, data, outcome, appId, appNonce, link } = value;
  switch (kind) {
    case "webeid/request":
      return isName(ticket) ? { kind, ticket, data } : null;
    case "webeid/withdraw":
      return isName(ticket) ? { kind, ticket } : null;
    case "webeid/waiting":
    case "webeid/answer":
      return parseBridgeWord(value);
    case "sign/request":
      return isName(ticket) && (link === null || (typeof link === "string" && link.length <= 4_000)) ? { kind, ticket, link } : null;
    case "sign/ended":
      return isName(ticket) ? { kind, ticket, finished: value["finished"] === true } : null;
    case "sign/here":
    case "sign/begin":
      return { kind };
    case "prompt/finished":
    case "prompt/claim":
      return isName(requestId) ? { kind, requestId } : null;
    case "prompt/answer": {
      const parsed = parseOutcome(outcome);
      return isName(requestId) && parsed ? { kind, requestId, outcome: parsed } : null;
    }
    case "bridge/pair":
      return typeof appId === "string" && isName(appNonce) ? { kind, appId, appNonce } : null;
    case "bridge/forget":
    case "vault/turned":
      return { kind };
    default:
      return parsePageMessage(value);
  }
}
