// What the service worker says to the script that relays a page's Web eID messages (portal/bridge.ts), read as every context would.
import { isFields } from "../codec/fields.ts";
import { parseOutcome } from "../webeid/reply.ts";
import type { Message } from "./messages.ts";
import { isName } from "./randomName.ts";

export type BridgeWord = Extract<Message, { readonly kind: "webeid/answer" | "webeid/waiting" }>;

/** @returns a word with its known fields only; null for anything else. */
export function parseBridgeWord(value: unknown): BridgeWord | null {
  if (!isFields(value) || !isName(value["ticket"])) return null;
  const { kind, ticket } = value;
  if (kind === "webeid/waiting") return { kind, ticket };
  const outcome = kind === "webeid/answer" ? parseOutcome(value["outcome"]) : null;
  return kind === "webeid/answer" && outcome ? { kind, ticket, outcome } : null;
}
