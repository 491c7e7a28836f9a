// [Note: the service worker holds no truth] It may be stopped between any two lines, so a page's request lives in
// storage.session from before its window opens until it is answered. Each request is an entry of its own: two that
// change at once cannot overwrite each other.
import type { PromptRequest } from "../platform/messages.ts";
import { sessionEntries, sessionGet, sessionRemove, sessionSet } from "../platform/sessionStore.ts";

export interface PendingRequest extends PromptRequest {
  /** The content script's own name for the request. */
  readonly ticket: string;
  readonly tabId: number;
  readonly documentId: string;
  readonly libraryVersion: string;
  /** The window that asked. */
  readonly askingWindowId: number | null;
  /** The prompt window; null until the browser has told its id. */
  readonly windowId: number | null;
}

const prefix = "request:";

function isPending(value: unknown): value is PendingRequest {
  return typeof value === "object" && value !== null && "requestId" in value && "asks" in value && "ticket" in value && "tabId" in value;
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
