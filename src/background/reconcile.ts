import { promptUrl } from "../platform/pages.ts";
import { slow, sendToDocument } from "../platform/tabs.ts";
import { windowExists, windowShowing } from "../platform/windows.ts";
import { abandonRequest, cancelRequest } from "./endRequest.ts";
import { allPending, keepPending, type PendingRequest } from "./pendingRequest.ts";

/** The content script speaks at the deadline plus a grace of its own; after this nobody waits. */
const graceMs = 10_000;

/** What may have happened while no service worker ran: requests that can no longer be answered end. */
export async function reconcile(): Promise<void> {
  for (const request of await allPending()) {
    if (Date.now() > request.deadline + graceMs) await abandonRequest(request);
    else if (request.windowId === null) await findWindow(request);
    else if (!(await windowExists(request.windowId))) await cancelRequest(request);
  }
}

/** Stopped between opening the window and noting its id: the window that shows this request's page is it. */
async function findWindow(request: PendingRequest): Promise<void> {
  const windowId = await windowShowing(promptUrl(request.requestId));
  if (windowId !== null) await keepPending({ ...request, windowId });
}

/** Some frame of a tab loads: a request whose document is gone loses its window. */
export async function checkDocuments(tabId: number): Promise<void> {
  for (const request of await allPending()) {
    if (request.tabId !== tabId) continue;
    const { documentId, ticket } = request;
    const waits = await sendToDocument(tabId, documentId, { kind: "webeid/waiting", ticket });
    if (waits !== true && waits !== slow) await abandonRequest(request);
  }
}
