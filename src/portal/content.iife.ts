// The content script: one self-contained file at document_start, in every frame of the portal and of sites the person
// allowed. It speaks the Web eID protocol with the page and changes nothing in it.
import type { Outcome } from "../webeid/reply.ts";
import { failure } from "../webeid/failure.ts";
import { actionOf, parsePageRequest } from "../webeid/pageRequest.ts";
import type { WebEidAction } from "../webeid/protocol.ts";
import { parseOutcome } from "../webeid/reply.ts";
import { randomName } from "../platform/randomName.ts";
import { isConnected, onMessage, sendMessage } from "../platform/runtime.ts";

interface Pending {
  readonly ticket: string;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** The prompt ends a request at the page's own limit; this is for the case that nothing answers at all. */
const graceMs = 3_000;

// One request an action: the protocol has no request ids, so an answer to a second one would be taken for the first's.
const pending = new Map<WebEidAction, Pending>();

function post(message: Outcome | { readonly action: string }): void {
  window.postMessage(message, location.origin === "null" ? "*" : location.origin);
}

function settle(action: WebEidAction, ticket: string, outcome: Outcome): void {
  const request = pending.get(action);
  if (request?.ticket !== ticket) return;
  clearTimeout(request.timer);
  pending.delete(action);
  post(outcome);
}

function withdraw(ticket: string): void {
  if (isConnected()) sendMessage({ kind: "webeid/withdraw", ticket }).catch(() => {});
}

async function ask(action: WebEidAction, ticket: string, data: unknown): Promise<void> {
  let outcome: Outcome | null = null;
  try {
    if (isConnected()) {
      const reply: unknown = await sendMessage({ kind: "webeid/request", ticket, data });
      if (typeof reply === "object" && reply !== null) {
        if ("waiting" in reply) return;
        outcome = "outcome" in reply ? parseOutcome(reply.outcome) : null;
      }
    }
  } catch {
    // The extension was updated or removed under this page: said below, in the protocol's words.
  }
  settle(action, ticket, outcome ?? failure(action, "ERR_WEBEID_UNKNOWN_ERROR", "the extension did not answer; reload the page"));
}

function onPageMessage(event: MessageEvent<unknown>): void {
  // Frames and other windows can post here too: only the page's own window is answered.
  if (event.source !== window || !window.isSecureContext) return;
  const action = actionOf(event.data);
  if (action === null || pending.has(action)) return;
  const request = parsePageRequest(event.data);
  if (!request) return;
  post({ action: `web-eid:${action}-ack` });
  if ("failure" in request) {
    post(request.failure);
    return;
  }
  const ticket = randomName();
  const limit = ("timeout" in request ? request.timeout : 0) + graceMs;
  const timer = setTimeout(() => {
    settle(action, ticket, failure(action, "ERR_WEBEID_USER_TIMEOUT", "the person did not answer in time"));
    withdraw(ticket);
  }, limit);
  pending.set(action, { ticket, timer });
  void ask(action, ticket, event.data);
}

function start(): void {
  window.addEventListener("message", onPageMessage);
  // The document goes away: nobody is left to hear the answer.
  window.addEventListener("pagehide", () => {
    for (const { ticket, timer } of pending.values()) {
      clearTimeout(timer);
      withdraw(ticket);
    }
    pending.clear();
  });
  onMessage((message) => {
    if (message.kind === "webeid/waiting") {
      return [...pending.values()].some(({ ticket }) => ticket === message.ticket) ? Promise.resolve(true) : undefined;
    }
    if (message.kind !== "webeid/answer") return undefined;
    for (const [action, { ticket }] of pending) {
      if (ticket === message.ticket) settle(action, ticket, message.outcome);
    }
    return Promise.resolve(true);
  });
}

// An update of the extension, or an allowed site that is also the portal's, may run this file twice in one document.
const mark = Symbol.for("moqalaqe.content");
const world = globalThis as typeof globalThis & { [mark]?: boolean };
if (!world[mark]) {
  world[mark] = true;
  start();
}
