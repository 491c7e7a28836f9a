// Answers a request: to the one document that asked, once.
import { sendToDocument } from "../platform/tabs.ts";
import { closeWindow } from "../platform/windows.ts";
import { explainFailure } from "../webeid/failure.ts";
import type { Outcome } from "../webeid/reply.ts";
import { dropPending, type PendingRequest } from "./pendingRequest.ts";

/** @returns whether the document was there to hear it */
export async function answerPending(request: PendingRequest, outcome: Outcome): Promise<boolean> {
  // Dropped first: whatever happens next, no second answer goes out.
  await dropPending(request);
  const shown = "error" in outcome ? explainFailure(outcome, request.action, request.libraryVersion) : outcome;
  const heard = await sendToDocument(request.tabId, request.documentId, { kind: "webeid/answer", ticket: request.ticket, outcome: shown });
  return heard === true;
}

/** Nobody waits any more: the prompt goes without an answer. */
export async function abandon(request: PendingRequest): Promise<void> {
  await dropPending(request);
  if (request.windowId !== null) await closeWindow(request.windowId);
}
