// The service worker: routing and prompt windows. It may be killed between any two lines, so it holds no truth: every
// listener is registered here and now, everything it knows is in storage.session.
import { homePage } from "../platform/pages.ts";
import { extensionUrl, onActionClicked, onInstalled, onMessage, onStartup } from "../platform/runtime.ts";
import { registerContentScript } from "../platform/contentScripts.ts";
import { allowedSites, onSitesChanged } from "../platform/sites.ts";
import { onTabLoading, onTabRemoved, sendToDocument, showPage } from "../platform/tabs.ts";
import { onWindowRemoved } from "../platform/windows.ts";
import { failure } from "../webeid/failure.ts";
import { abandon, answerPending } from "./answer.ts";
import { handlePageRequest } from "./pageRequests.ts";
import { allPending, type PendingRequest } from "./pendingRequest.ts";
import { answer, claim } from "./promptMessages.ts";

// Two requests of one tab must not both find the tab free.
let queue: Promise<unknown> = Promise.resolve();
function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const mine = queue.then(act, act);
  queue = mine.catch(() => {});
  return mine;
}

onMessage((message, sender) => {
  switch (message.kind) {
    case "webeid/request":
      return inTurn(() => handlePageRequest(message.ticket, message.data, sender));
    case "webeid/withdraw":
      return forEach((request) => request.ticket === message.ticket && request.tabId === sender.tabId, abandon);
    case "prompt/claim":
      return claim(message.requestId, sender);
    case "prompt/answer":
      return answer(message.requestId, message.outcome, sender);
    default:
      return undefined;
  }
});

async function forEach(match: (request: PendingRequest) => boolean, act: (request: PendingRequest) => Promise<unknown>): Promise<boolean> {
  const found = (await allPending()).filter(match);
  for (const request of found) await act(request);
  return found.length > 0;
}

onWindowRemoved((windowId) => {
  void forEach(
    (request) => request.windowId === windowId,
    (request) => answerPending(request, failure(request.action, "ERR_WEBEID_USER_CANCELLED", "the window was closed")),
  );
});

onTabRemoved((tabId) => void forEach((request) => request.tabId === tabId, abandon));

// The tab shows something else now, unless the document that asked says that it still waits.
onTabLoading((tabId) => {
  void forEach(
    (request) => request.tabId === tabId,
    async (request) => {
      const waiting = await sendToDocument(tabId, request.documentId, { kind: "webeid/waiting", ticket: request.ticket });
      if (waiting !== true) await abandon(request);
    },
  );
});

async function syncSites(): Promise<void> {
  await registerContentScript(await allowedSites());
}

onSitesChanged(() => void inTurn(syncSites));
onStartup(() => void inTurn(syncSites));
onInstalled((reason) => {
  void inTurn(syncSites);
  if (reason === "install") void showPage(`${extensionUrl(homePage)}#welcome`);
});
onActionClicked(() => void showPage(extensionUrl(homePage)));
