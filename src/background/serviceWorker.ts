// Routes pages' requests to prompt windows and back. Every listener is registered in the first turn of the event loop:
// the browser starts the worker for an event and delivers it only to listeners that exist by then.
import { onCommand } from "../platform/commands.ts";
import { noteDrift } from "../platform/driftStore.ts";
import { onFavouritesChanged } from "../platform/favouriteStore.ts";
import { onAppConnection } from "../platform/appConnections.ts";
import { onBridgePort } from "../platform/bridgeDoor.ts";
import { publishBridgeState } from "../platform/bridgeState.ts";
import { registerContentScript } from "../platform/contentScripts.ts";
import { homePage, isHomeUrl, offscreenPage } from "../platform/pages.ts";
import { forgetApps, pairApp, pairedApps } from "../platform/pairedApps.ts";
import { forgetSignIn, noteSignIn, settleSignIn } from "../platform/portalAccess.ts";
import { brokerPorts } from "../platform/portBroker/broker.ts";
import { onPageMapChanged } from "../platform/pageMapStore.ts";
import { onSettingsChanged } from "../platform/settings.ts";
import { extensionId, extensionUrl, extensionVersion, onInstalled, onMessage, onStartup } from "../platform/runtime.ts";
import { holdLife } from "../platform/life.ts";
import { allowedSites, onSitesChanged } from "../platform/sites.ts";
import { onTabLoading, onTabRemoved, showPage } from "../platform/tabs.ts";
import { onWindowRemoved } from "../platform/windows.ts";
import { Mutex } from "../async/mutex.ts";
import { systemTimer } from "../async/systemTimer.ts";
import { releaseApp } from "../card/bridge/releaseApp.ts";
import { answerInTime } from "./answerInTime.ts";
import { BridgeBroker } from "./bridgeBroker.ts";
import { forgetCancellations } from "./cancellations.ts";
import { abandonRequest, cancelRequest } from "./endRequest.ts";
import { announceFavourites, announceTurn, listFavourites, noteServices, toggleFavourite } from "./favouriteMessages.ts";
import { closeFrame, followLink, forgetFrames, noteFrame, redeemFrame } from "./frames.ts";
import { orTell } from "./linkNotice.ts";
import { forgetSending, noteSending, pendingSending, settleSending } from "./sendings.ts";
import { forgetStart, noteStart, takeStart } from "./serviceStarts.ts";
import { bringPart, describeStart, restartFeatures, startFeatures, startSandboxed } from "./pageFeatures.ts";
import { handlePageRequest } from "./pageRequests.ts";
import { openByKeys, showPanelAtHome } from "./panelHome.ts";
import { isPortalPage } from "./portalPage.ts";
import { allPending, type PendingRequest } from "./pendingRequest.ts";
import { answer, claim, finished } from "./promptMessages.ts";
import { checkDocuments, reconcile } from "./reconcile.ts";
import { watchReminders } from "./reminders.ts";
import { signHere, signRequest } from "./signRequests.ts";
import { watchSystemLock } from "./vaultLock.ts";

// Everything that reads and then changes the stored requests goes through here: a window may be closed while its id is
// being noted, and two requests of one tab must not both find the tab free. One that hangs in the browser ends no login but its own.
const requests = new Mutex({ ms: 15_000, timer: systemTimer });
// What a page tells as it goes is noted before the next one asks. Neither waits for the requests, nor they for it.
const turn = new Mutex({ ms: 5_000, timer: systemTimer });

const bridge = new BridgeBroker({ extensionId: extensionId(), extensionVersion: extensionVersion(), releaseAppId: releaseApp?.id ?? null, pairedApps, locks: navigator.locks, life: holdLife(navigator.locks).name.catch(() => null), publish: publishBridgeState });
onAppConnection((connection) => bridge.addApp(connection));
onBridgePort((port, window) => bridge.addClient(port, window));

/** For events nobody waits on: a failure has no one to be told to. */
function inBackground(step: () => Promise<unknown>): void {
  requests.run(step).catch(() => undefined);
}

async function endWhere(match: (request: PendingRequest) => boolean, end: (request: PendingRequest) => Promise<void>): Promise<true> {
  for (const request of await allPending()) if (match(request)) await end(request);
  return true;
}

async function serveAllowedSites(): Promise<void> {
  await registerContentScript(await allowedSites());
}

onMessage(answerInTime((message, sender) => {
  switch (message.kind) {
    case "webeid/request":
      return requests.run(() => handlePageRequest(message.ticket, message.data, sender));
    case "webeid/withdraw":
      return requests.run(() => endWhere((request) => request.ticket === message.ticket && request.documentId === sender.documentId, abandonRequest));
    case "prompt/claim":
      return requests.run(() => claim(message.requestId, sender));
    case "prompt/answer":
      return requests.run(() => answer(message.requestId, message.outcome, sender));
    case "prompt/finished":
      return requests.run(() => finished(message.requestId, sender));
    case "sign/request": {
      const reply = requests.run(() => signRequest(message.ticket, message.link, sender));
      return message.link === null ? reply : orTell(reply, sender);
    }
    case "sign/here":
      return signHere(sender);
    case "page/ready":
      // After what the page before has just told.
      return turn.run(() => startFeatures(sender));
    case "page/start":
      return turn.run(() => describeStart(sender));
    case "page/sandboxed":
      return startSandboxed(sender);
    case "page/part":
      return bringPart(message.part, sender);
    case "page/home":
      return showPanelAtHome(message.panel, sender);
    case "page/drift": {
      const { page, anchor, found } = message;
      return isPortalPage(sender) ? requests.run(() => noteDrift({ page, anchor, found, at: Date.now(), version: extensionVersion() })) : undefined;
    }
    case "frame/open":
      return noteFrame(message, sender, Date.now());
    case "frame/redeem":
      return redeemFrame(message.nonce, sender, Date.now());
    case "frame/close":
      return closeFrame(sender);
    case "frame/go":
      return followLink(message.url, sender);
    case "form/sending":
      return noteSending(message, sender, Date.now());
    case "form/pending":
      return pendingSending(sender, Date.now());
    case "form/settled":
      return settleSending(sender);
    case "service/started":
      return turn.run(() => noteStart(message.sheet, sender, Date.now()));
    case "service/pending":
      return turn.run(() => takeStart(sender, Date.now()));
    case "favourites/list":
      return listFavourites(sender);
    case "access/sent":
      return isPortalPage(sender) ? turn.run(() => noteSignIn(sender.tabId, message.way, Date.now())) : undefined;
    case "access/asked":
      return isPortalPage(sender) ? turn.run(() => settleSignIn(sender.tabId, "asked", Date.now())) : undefined;
    case "access/in":
      return isPortalPage(sender) ? turn.run(() => settleSignIn(sender.tabId, "in", Date.now())) : undefined;
    case "favourites/seen":
      return turn.run(() => noteServices(message.services, sender));
    case "favourites/toggle":
      // In turn with the menus (platform/favouriteMenu.ts): a vault takes its time, and no page waits for that with its tools.
      return toggleFavourite(message.service, sender);
    // Content scripts speak here, too: only the home page shows the code.
    case "bridge/pair":
      return isHomeUrl(sender.url) ? bridge.pair(message.appId, message.appNonce, pairApp) : undefined;
    case "bridge/forget":
      return isHomeUrl(sender.url) ? bridge.forget(forgetApps) : undefined;
    case "vault/turned":
      return sender.url === extensionUrl(offscreenPage) ? announceTurn() : undefined;
    default:
      return undefined;
  }
}));

onWindowRemoved((windowId) => inBackground(() => endWhere((request) => request.windowId === windowId, cancelRequest)));
onTabRemoved((tabId) => {
  inBackground(() => endWhere((request) => request.tabId === tabId, abandonRequest));
  inBackground(() => forgetCancellations(tabId));
  inBackground(() => forgetFrames(tabId));
  inBackground(() => forgetSending(tabId));
  inBackground(() => forgetStart(tabId));
  inBackground(() => forgetSignIn(tabId));
});
onTabLoading((tabId) => inBackground(() => checkDocuments(tabId)));

onSitesChanged(() => inBackground(serveAllowedSites));
onStartup(() => inBackground(serveAllowedSites));
onInstalled((reason) => {
  inBackground(serveAllowedSites);
  if (reason === "install") inBackground(() => showPage(`${extensionUrl(homePage)}#welcome`));
});
// Tabs that are asleep answer late or never: nothing waits for them.
onSettingsChanged(() => void restartFeatures().catch(() => undefined), ["featuresOff", "language"]);
onPageMapChanged(() => void restartFeatures().catch(() => undefined));
onFavouritesChanged(() => inBackground(announceFavourites));
// In no turn: a page in front that is too busy to answer keeps no login of another one waiting.
onCommand((command) => void openByKeys(command).catch(() => undefined));

brokerPorts();
watchSystemLock();
watchReminders();

inBackground(reconcile);
