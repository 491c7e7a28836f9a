// How a request ends: answered once, to the one document that asked, or dropped because nobody waits any more.
import { isPageAsks } from "../platform/messages.ts";
import { sendToDocument } from "../platform/tabs.ts";
import { closeWindow } from "../platform/windows.ts";
import { explainFailure, failure } from "../webeid/failure.ts";
import type { Outcome } from "../webeid/reply.ts";
import { noteCancellation } from "./cancellations.ts";
import { dropPending, type PendingRequest } from "./pendingRequest.ts";

/** @returns whether the document was there to hear it. The window stays: it shows the end and closes itself. */
export async function answerRequest(request: PendingRequest, outcome: Outcome): Promise<boolean> {
  // Dropped first: whatever happens next, no second answer goes out.
  await dropPending(request);
  const { asks } = request;
  if (!isPageAsks(asks)) return false;
  const failed = "error" in outcome;
  // Time that ran out counts, too: a page may allow a millisecond, and open window after window.
  if (failed && (outcome.error.code === "ERR_WEBEID_USER_CANCELLED" || outcome.error.code === "ERR_WEBEID_USER_TIMEOUT")) {
    await noteCancellation(request.tabId, request.origin, Date.now(), "declined");
  }
  const shown = failed ? explainFailure(outcome, asks.action, request.libraryVersion) : outcome;
  const heard = await sendToDocument(request.tabId, request.documentId, { kind: "webeid/answer", ticket: request.ticket, outcome: shown });
  return heard === true;
}

/** The person closed the prompt window. */
export async function cancelRequest(request: PendingRequest): Promise<void> {
  const { asks, tabId, origin } = request;
  if (isPageAsks(asks)) return void (await answerRequest(request, failure(asks.action, "ERR_WEBEID_USER_CANCELLED", "the window was closed")));
  await noteCancellation(tabId, origin, Date.now(), "declined");
  await endSigning(request, false);
}

/** A form or a link is signed, or its window was closed: the content script may forget about it. */
export async function endSigning(request: PendingRequest, finished: boolean): Promise<void> {
  await dropPending(request);
  await sendToDocument(request.tabId, request.documentId, { kind: "sign/ended", ticket: request.ticket, finished });
}

/** Nobody waits any more: the prompt goes without an answer. */
export async function abandonRequest(request: PendingRequest): Promise<void> {
  await dropPending(request);
  await noteCancellation(request.tabId, request.origin, Date.now(), "dropped");
  if (request.windowId !== null) await closeWindow(request.windowId);
}
