// What prompt windows say: only the window that was opened for a request may claim or answer it.
import { noteCardAccess } from "../platform/portalAccess.ts";
import { isPageAsks, type PromptRequest } from "../platform/messages.ts";
import { isPromptUrl } from "../platform/pages.ts";
import { isPortalHost } from "../platform/portalHost.ts";
import type { Sender } from "../platform/runtime.ts";
import type { Outcome } from "../webeid/reply.ts";
import { answerRequest, endSigning } from "./endRequest.ts";
import { keepPending, type PendingRequest, pendingOf } from "./pendingRequest.ts";

/** @returns the request of the prompt window that asks; null for anybody else, or when it has ended. */
export async function claim(requestId: string, sender: Sender): Promise<PromptRequest | null> {
  const request = await requestOf(requestId, sender);
  if (!request) return null;
  if (request.windowId === null) await keepPending({ ...request, windowId: sender.windowId });
  const { asks, origin, topOrigin, language, deadline } = request;
  return { requestId, asks, origin, topOrigin, language, deadline };
}

/** @returns whether the page was there to hear the outcome; false too when the request is not this window's. */
export async function answer(requestId: string, outcome: Outcome, sender: Sender): Promise<boolean> {
  const request = await requestOf(requestId, sender);
  // A prompt answers what it was asked, or fails it.
  if (!request || !outcome.action.startsWith(`web-eid:${request.asks.action}-`)) return false;
  if (outcome.action === "web-eid:authenticate-success" && isPortalHost(new URL(request.origin).hostname)) await noteCardAccess(Date.now());
  return await answerRequest(request, outcome);
}

/** What was to be signed is signed and sent. */
export async function finished(requestId: string, sender: Sender): Promise<boolean> {
  const request = await requestOf(requestId, sender);
  if (!request || isPageAsks(request.asks)) return false;
  await endSigning(request, true);
  return true;
}

async function requestOf(requestId: string, sender: Sender): Promise<PendingRequest | null> {
  if (!isPromptUrl(sender.url) || sender.frameId !== 0 || sender.windowId === null) return null;
  const request = await pendingOf(requestId);
  // The page may load before the browser has told us its window.
  return request && (request.windowId === null || request.windowId === sender.windowId) ? request : null;
}
