// What a page asks for: checked, answered at once, or put before the person in a prompt window.
import type { RequestReply } from "../platform/messages.ts";
import { promptUrl } from "../platform/pages.ts";
import { randomName } from "../platform/randomName.ts";
import type { Sender } from "../platform/runtime.ts";
import { isPermitted } from "../platform/sites.ts";
import { focusWindow, openPopup, windowExists } from "../platform/windows.ts";
import { explainFailure, failure, versionMismatch } from "../webeid/failure.ts";
import { type PageRequest, parsePageRequest } from "../webeid/pageRequest.ts";
import type { WebEidErrorCode } from "../webeid/protocol.ts";
import { protocolVersion, requiresUpdate } from "../webeid/version.ts";
import { abandon } from "./answer.ts";
import { allPending, keepPending, type PendingRequest, pendingOf } from "./pendingRequest.ts";

/** More prompts at once than anybody could mean to have open. */
const maxPrompts = 4;
/** A window that the browser is still opening. */
const openingMs = 5_000;

interface Asker {
  readonly origin: string;
  readonly topOrigin: string | null;
  readonly tabId: number;
  readonly windowId: number | null;
  readonly documentId: string;
}

/** @returns null for messages that are no requests at all. */
export async function handlePageRequest(ticket: string, data: unknown, sender: Sender): Promise<RequestReply | null> {
  const request = parsePageRequest(data);
  if (!request) return null;
  if ("failure" in request) return { outcome: request.failure };
  const refuse = (code: WebEidErrorCode, message: string): RequestReply => ({
    outcome: explainFailure(failure(request.action, code, message), request.action, request.libraryVersion),
  });
  const asker = await identify(sender);
  if (!asker) return refuse("ERR_WEBEID_CONTEXT_INSECURE", "this page may not use the extension");
  switch (request.action) {
    case "status":
      return { outcome: status(request.libraryVersion) };
    case "authenticate":
      return await openPrompt(request, ticket, asker, refuse);
    default:
      return refuse("ERR_WEBEID_NATIVE_FATAL", "signing is not available yet");
  }
}

function status(libraryVersion: string) {
  return requiresUpdate(libraryVersion)
    ? versionMismatch("status", libraryVersion)
    : ({ action: "web-eid:status-success", library: libraryVersion, extension: protocolVersion, nativeApp: protocolVersion } as const);
}

/** Who asks, by the browser's word alone; null when that is nobody this extension serves. */
async function identify(sender: Sender): Promise<Asker | null> {
  const { origin, tabId, documentId, windowId, frameId, tabUrl, lifecycle } = sender;
  if (!origin?.startsWith("https://") || tabId === null || documentId === null) return null;
  if (lifecycle !== null && lifecycle !== "active") return null;
  if (!(await isPermitted(origin))) return null;
  let topOrigin: string | null = null;
  if (frameId !== 0) {
    // A frame inside a page we may not see: nobody could tell the person where they are.
    if (tabUrl === null) return null;
    const top = new URL(tabUrl).origin;
    topOrigin = top === origin ? null : top;
  }
  return { origin, topOrigin, tabId, windowId, documentId };
}

async function openPrompt(
  request: Extract<PageRequest, { action: "authenticate" }>,
  ticket: string,
  asker: Asker,
  refuse: (code: WebEidErrorCode, message: string) => RequestReply,
): Promise<RequestReply> {
  const open = await stillOpen();
  const mine = open.find((one) => one.tabId === asker.tabId);
  if (mine?.ticket === ticket) return { waiting: true };
  if (mine) {
    if (mine.windowId !== null) await focusWindow(mine.windowId);
    return refuse("ERR_WEBEID_ACTION_PENDING", "another request of this tab is open");
  }
  if (open.length >= maxPrompts) return refuse("ERR_WEBEID_ACTION_PENDING", "too many requests are open");
  const pending: PendingRequest = {
    requestId: randomName(),
    action: "authenticate",
    origin: asker.origin,
    topOrigin: asker.topOrigin,
    challengeNonce: request.challengeNonce,
    language: request.language,
    deadline: Date.now() + request.timeout,
    ticket,
    tabId: asker.tabId,
    documentId: asker.documentId,
    libraryVersion: request.libraryVersion,
    windowId: null,
  };
  await keepPending(pending);
  const windowId = await openPopup(promptUrl(pending.requestId), asker.windowId);
  if (windowId === null) {
    await abandon(pending);
    return refuse("ERR_WEBEID_UNKNOWN_ERROR", "the browser did not open a window");
  }
  // Answered already? Then it must not come back to life.
  if (await pendingOf(pending.requestId)) await keepPending({ ...pending, windowId });
  return { waiting: true };
}

/** Requests whose window is there and whose time has not run out; what is left of others is swept away. */
async function stillOpen(): Promise<readonly PendingRequest[]> {
  const found: PendingRequest[] = [];
  for (const request of await allPending()) {
    const age = Date.now() - request.deadline;
    const alive = request.windowId === null ? age < -openingMs : await windowExists(request.windowId);
    if (alive && age < openingMs) found.push(request);
    else await abandon(request);
  }
  return found;
}
