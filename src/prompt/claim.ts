// The two messages a prompt exchanges with the service worker.
import { isPageAsks, type Message, type PromptRequest } from "../platform/messages.ts";
import { sendMessage } from "../platform/runtime.ts";
import { failure } from "../webeid/failure.ts";
import type { Outcome } from "../webeid/reply.ts";

/** The request this window was opened for; null when it was answered already, or never was. */
export async function claimRequest(requestId: string): Promise<PromptRequest | null> {
  try {
    const claimed = await sendMessage({ kind: "prompt/claim", requestId });
    // The answer comes from our own service worker, which checked what it stored.
    return isRequest(claimed) ? claimed : null;
  } catch {
    return null;
  }
}

function isRequest(value: unknown): value is PromptRequest {
  return typeof value === "object" && value !== null && "requestId" in value && "asks" in value && "deadline" in value;
}

/** Answers the page. @returns false when it no longer waits. */
export async function answerRequest(requestId: string, outcome: Outcome): Promise<boolean> {
  const message: Message = { kind: "prompt/answer", requestId, outcome };
  // A service worker that was stopped while it listened is started again by the second message.
  const heard = await sendMessage(message).catch(async () => await sendMessage(message)).catch(() => false);
  return heard === true;
}

/** null: the page waits for no answer (see SigningAsks); that the window closes says it all. */
export function cancelled({ asks }: PromptRequest): Outcome | null {
  return isPageAsks(asks) ? failure(asks.action, "ERR_WEBEID_USER_CANCELLED", "the person cancelled") : null;
}

export function timedOut({ asks }: PromptRequest): Outcome | null {
  return isPageAsks(asks) ? failure(asks.action, "ERR_WEBEID_USER_TIMEOUT", "the person did not answer in time") : null;
}

/** Nothing is waited for any more: the window may be closed without that being a no. */
export async function finished(requestId: string): Promise<void> {
  const message = { kind: "prompt/finished", requestId } as const;
  await sendMessage(message).catch(async () => await sendMessage(message)).catch(() => null);
}
