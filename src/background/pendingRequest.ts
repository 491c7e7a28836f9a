// Requests under way, in storage.session: the service worker may die at any moment and must find them again.
import type { PromptRequest } from "../platform/messages.ts";
import { sessionEntries, sessionGet, sessionRemove, sessionSet } from "../platform/sessionStore.ts";

export interface PendingRequest extends PromptRequest {
  /** The content script's own name for the request. */
  readonly ticket: string;
  readonly tabId: number;
  readonly documentId: string;
  readonly libraryVersion: string;
  /** The prompt window; null until the browser has opened it. */
  readonly windowId: number | null;
}

const prefix = "request:";

function isPending(value: unknown): value is PendingRequest {
  return typeof value === "object" && value !== null && "requestId" in value && "ticket" in value && "tabId" in value;
}

export async function allPending(): Promise<readonly PendingRequest[]> {
  const entries = await sessionEntries(prefix);
  return entries.map(([, value]) => value).filter(isPending);
}

export async function pendingOf(requestId: string): Promise<PendingRequest | null> {
  const value = await sessionGet(prefix + requestId);
  return isPending(value) ? value : null;
}

export async function keepPending(request: PendingRequest): Promise<void> {
  await sessionSet(prefix + request.requestId, request);
}

export async function dropPending(request: PendingRequest): Promise<void> {
  await sessionRemove(prefix + request.requestId);
}
