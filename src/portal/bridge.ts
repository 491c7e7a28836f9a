import { parseBridgeWord } from "../platform/bridgeWords.ts";
import { onWords } from "../platform/pageCommands.ts";
import { isConnected, sendMessage } from "../platform/runtime.ts";
import type { Message } from "../platform/messages.ts";
import { randomName } from "../platform/randomName.ts";
import { actionOf } from "../webeid/pageRequest.ts";
import { failure } from "../webeid/failure.ts";
import type { WebEidAction } from "../webeid/protocol.ts";
import type { Outcome } from "../webeid/reply.ts";
import { parseOutcome } from "../webeid/reply.ts";
import { interactionTimeout } from "../webeid/timeout.ts";
import { makeBudget } from "./budget.ts";
import { relayedFields } from "./relayedFields.ts";

interface Waiting {
  readonly ticket: string;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** The prompt's own clock comes first; this one only speaks when the prompt and the service worker can't. */
const backupDelay = 1500;

/** Listens to the page and relays. One request of each action may be under way. */
export function startBridge(): void {
  const waiting = new Map<WebEidAction, Waiting>();
  const spend = makeBudget(() => performance.now());

  function post(message: object): void {
    window.postMessage(message, window.origin);
  }

  function settle(action: WebEidAction, ticket: string, outcome: Outcome): void {
    const found = waiting.get(action);
    // An answer to a request that has ended, or one that belongs to another action, is nobody's.
    if (found?.ticket !== ticket || !outcome.action.startsWith(`web-eid:${action}-`)) return;
    clearTimeout(found.timer);
    waiting.delete(action);
    post(outcome);
  }

  function withdraw(ticket: string): void {
    // Without the extension (updated, removed) or its worker there is nothing left to close.
    if (isConnected()) sendMessage({ kind: "webeid/withdraw", ticket }).catch(() => undefined);
  }

  async function relay(action: WebEidAction, ticket: string, data: unknown): Promise<void> {
    const message: Message = { kind: "webeid/request", ticket, data };
    // The service worker may be stopped while it answers: asked again with the same ticket it goes on, not anew.
    const reply = (await send(message)) ?? (await send(message));
    if (reply && "waiting" in reply) return;
    const outcome = reply && "outcome" in reply ? parseOutcome(reply.outcome) : null;
    settle(action, ticket, outcome ?? failure(action, "ERR_WEBEID_UNKNOWN_ERROR", "the extension did not answer; reload the page"));
  }

  function timeOut(action: WebEidAction, ticket: string): void {
    settle(action, ticket, failure(action, "ERR_WEBEID_USER_TIMEOUT", "the person did not answer in time"));
    withdraw(ticket);
  }

  function heard(event: MessageEvent<unknown>): void {
    // Only this window's own page: not its frames, not its opener.
    if (event.source !== window) return;
    const action = actionOf(event.data);
    if (action === null) return;
    if (!isConnected()) {
      // The extension was updated under this page: stay as quiet as if it had never been here.
      window.removeEventListener("message", heard);
      return;
    }
    if (!spend()) return;
    post({ action: `web-eid:${action}-ack` });
    if (!window.isSecureContext) {
      post(failure(action, "ERR_WEBEID_CONTEXT_INSECURE", "the page is not a secure context"));
      return;
    }
    if (waiting.has(action)) {
      post(failure(action, "ERR_WEBEID_ACTION_PENDING", "the same action is under way"));
      return;
    }
    const { data, timeout } = relayedFields(event.data);
    if (data === null) {
      post(failure(action, "ERR_WEBEID_NATIVE_INVALID_ARGUMENT", "an argument is too long"));
      return;
    }
    const ticket = randomName();
    const timer = setTimeout(() => timeOut(action, ticket), interactionTimeout(timeout) + backupDelay);
    waiting.set(action, { ticket, timer });
    void relay(action, ticket, data);
  }

  onWords(parseBridgeWord, (message) => {
    if (message.kind === "webeid/answer") {
      for (const action of waiting.keys()) settle(action, message.ticket, message.outcome);
      return Promise.resolve(true);
    }
    // Another script of ours in this document may be the one that waits.
    return [...waiting.values()].some((entry) => entry.ticket === message.ticket) ? Promise.resolve(true) : undefined;
  });
  window.addEventListener("message", heard);
  // The document goes away (or into the back-forward cache, where no answer reaches it): its prompt closes.
  window.addEventListener("pagehide", () => {
    for (const [action, { ticket }] of waiting) {
      settle(action, ticket, failure(action, "ERR_WEBEID_USER_CANCELLED", "the page was left"));
      withdraw(ticket);
    }
  });
}

/** @returns null when the extension or its service worker went away meanwhile. */
async function send(message: Message): Promise<object | null> {
  const reply: unknown = await sendMessage(message).catch(() => null);
  return typeof reply === "object" ? reply : null;
}
