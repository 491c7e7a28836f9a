// What a page asks for: checked, answered at once, or put before the person in a prompt window.
import type { Asks, RequestReply } from "../platform/messages.ts";
import { promptUrl } from "../platform/pages.ts";
import { randomName } from "../platform/randomName.ts";
import type { Sender } from "../platform/runtime.ts";
import { focusWindow, openPopup, windowShowing } from "../platform/windows.ts";
import { explainFailure, failure } from "../webeid/failure.ts";
import { type PageRequest, parsePageRequest } from "../webeid/pageRequest.ts";
import type { WebEidErrorCode } from "../webeid/protocol.ts";
import { signedHashFunctions } from "../webeid/signing.ts";
import { statusOutcome } from "../webeid/status.ts";
import { type Asker, identify } from "./asker.ts";
import { mayAskAgain } from "./cancellations.ts";
import { allPending, dropPending, keepPending, type PendingRequest } from "./pendingRequest.ts";
import { reconcile } from "./reconcile.ts";

/** More prompts at once than anybody could mean to have open. */
const maxPrompts = 4;

type Refuse = (code: WebEidErrorCode, message: string) => RequestReply;

/** @returns null for messages that are no requests at all. */
export async function handlePageRequest(ticket: string, data: unknown, sender: Sender): Promise<RequestReply | null> {
  const request = parsePageRequest(data);
  if (!request) return null;
  if ("failure" in request) return { outcome: request.failure };
  const refuse: Refuse = (code, message) => ({
    outcome: explainFailure(failure(request.action, code, message), request.action, request.libraryVersion),
  });
  const asker = await identify(sender);
  if (!asker) return refuse("ERR_WEBEID_CONTEXT_INSECURE", "this page may not use the extension");
  switch (request.action) {
    case "status":
      return { outcome: statusOutcome(request.libraryVersion) };
    case "authenticate":
      return await prompt(request, { action: request.action, challengeNonce: request.challengeNonce }, ticket, asker, refuse);
    case "get-signing-certificate":
      return await prompt(request, { action: request.action }, ticket, asker, refuse);
    case "sign": {
      const { action, certificate, hash, hashFunction } = request;
      // The protocol's other names are well-formed, and no card that is served here signs them: no window for nothing.
      if (!signedHashFunctions.some((one) => one === hashFunction)) return refuse("ERR_WEBEID_NATIVE_INVALID_ARGUMENT", "hashFunction is not supported by the card");
      return await prompt(request, { action, certificate, hash, hashFunction }, ticket, asker, refuse);
    }
  }
}

async function prompt(
  request: Exclude<PageRequest, { action: "status" }>,
  asks: Asks,
  ticket: string,
  asker: Asker,
  refuse: Refuse,
): Promise<RequestReply> {
  await reconcile();
  const open = await allPending();
  const again = open.find((one) => one.ticket === ticket && one.documentId === asker.documentId);
  // The service worker was stopped while it answered, and the content script asks once more.
  if (again) return again.windowId === null ? await openWindow(again, refuse) : { waiting: true };
  const inTab = open.find((one) => one.tabId === asker.tabId);
  if (inTab) {
    if (inTab.windowId !== null) await focusWindow(inTab.windowId);
    return refuse("ERR_WEBEID_ACTION_PENDING", "another request of this tab is open");
  }
  if (open.length >= maxPrompts) return refuse("ERR_WEBEID_ACTION_PENDING", "too many requests are open");
  if (!(await mayAskAgain(asker.tabId, asker.origin, Date.now()))) {
    return refuse("ERR_WEBEID_USER_CANCELLED", "the person has just declined, several times");
  }
  const pending: PendingRequest = {
    requestId: randomName(),
    asks,
    origin: asker.origin,
    topOrigin: asker.topOrigin,
    language: request.language,
    deadline: Date.now() + request.timeout,
    ticket,
    tabId: asker.tabId,
    documentId: asker.documentId,
    libraryVersion: request.libraryVersion,
    askingWindowId: asker.windowId,
    windowId: null,
  };
  await keepPending(pending);
  return await openWindow(pending, refuse);
}

async function openWindow(pending: PendingRequest, refuse: Refuse): Promise<RequestReply> {
  const url = promptUrl(pending.requestId);
  const windowId = (await windowShowing(url)) ?? (await openPopup(url, pending.askingWindowId));
  if (windowId === null) {
    await dropPending(pending);
    return refuse("ERR_WEBEID_UNKNOWN_ERROR", "the browser did not open a window");
  }
  await keepPending({ ...pending, windowId });
  return { waiting: true };
}
