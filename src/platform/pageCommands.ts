import { isFields } from "../codec/fields.ts";
import { browser } from "./browser.ts";
import type { Message } from "./messages.ts";
import { panelIds } from "./pageMessages.ts";

/** What the service worker says to the tools in a page. */
export type PageCommand = Extract<Message, { readonly kind: "page/close" | "page/go" | "page/toggle" | "favourites/changed" | "sign/begin" | "sign/ended" | "link/unanswered" | "webeid/waiting" }>;

/** Listens for these alone. @param signal ends it */
export function onPageCommand(listener: (command: PageCommand) => Promise<unknown> | undefined, signal?: AbortSignal): void {
  onWords(parsePageCommand, listener, signal);
}

/**
 * Listens to the extension's own contexts for what `parse` takes: a script in every page of the portal need not be able to read
 * all that they say.
 * @param parse null: not for this listener
 */
export function onWords<Word>(parse: (value: unknown) => Word | null, listener: (word: Word) => Promise<unknown> | undefined, signal?: AbortSignal): void {
  const heard: Parameters<typeof browser.runtime.onMessage.addListener>[0] = (raw: unknown, sender, sendResponse) => {
    // onMessage carries this extension's own messages only (others come by onMessageExternal, not listened to).
    const word = sender.id === browser.runtime.id ? parse(raw) : null;
    const answer = word && listener(word);
    if (!answer) return false;
    answer.then(sendResponse, () => sendResponse(null));
    return true;
  };
  browser.runtime.onMessage.addListener(heard);
  signal?.addEventListener("abort", () => browser.runtime.onMessage.removeListener(heard));
}

/** @returns a command with its known fields only; null for anything else. */
export function parsePageCommand(value: unknown): PageCommand | null {
  if (!isFields(value)) return null;
  const { kind, url, ticket } = value;
  switch (kind) {
    case "page/close":
    case "favourites/changed":
    case "sign/begin":
      return { kind };
    case "page/go":
      return typeof url === "string" ? { kind, url } : null;
    case "page/toggle": {
      const panel = panelIds.find((id) => id === value["panel"]);
      return panel ? { kind, panel } : null;
    }
    case "sign/ended":
      return typeof ticket === "string" ? { kind, ticket, finished: value["finished"] === true } : null;
    case "link/unanswered": {
      const { text, close } = value;
      return typeof text === "string" && typeof close === "string" ? { kind, text, close } : null;
    }
    case "webeid/waiting":
      return typeof ticket === "string" ? { kind, ticket } : null;
    default:
      return null;
  }
}
