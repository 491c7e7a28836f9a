import { useEffect, useRef, useState } from "preact/hooks";
import type { AppState } from "../card/bridge/envelopes.ts";
import { systemTimer } from "../async/systemTimer.ts";
import { hasConsent, keepConsent } from "../platform/bridgeMemory.ts";
import { connectToExtension } from "../platform/extensionPort.ts";
import { chooseReader } from "../platform/readerChooser.ts";
import { smartCards } from "../platform/smartCards.ts";
import { ExtensionLink, type LinkView } from "./extensionLink.ts";
import { extensionId } from "./identity.ts";
import type { LenderView } from "./lender.ts";
import type { ToLender } from "./lenderHost.ts";
import { startLender } from "./startLender.ts";

export interface Bridge {
  readonly link: LinkView;
  readonly state: AppState;
  readonly view: LenderView;
  /** Names of the readers that the person let this app use, whether anybody uses them or not. */
  readonly allowed: readonly string[];
  readonly allow: () => void;
  readonly withdraw: () => void;
  readonly stop: () => void;
  readonly resume: () => void;
  /** null where the browser knows the readers by itself. */
  readonly addReader: (() => void) | null;
}

interface Parts {
  readonly link: ExtensionLink;
  readonly lend: (message: ToLender) => void;
}

/** The window's one link and one lender, and what the person decides about them. */
export function useBridge(): Bridge {
  const parts = useRef<Parts | null>(null);
  const [link, setLink] = useState<LinkView>({ kind: "alone" });
  const [state, setState] = useState<AppState>(() => (hasConsent(extensionId) ? "ready" : "consent"));
  const [view, setView] = useState<LenderView>({ readers: null, clients: 0 });
  const [allowed, setAllowed] = useState<readonly string[]>([]);

  useEffect(() => {
    parts.current = start(state, setLink, setView);
    const look = (): void => void readerNames().then(setAllowed);
    navigator.usb.addEventListener("connect", look);
    navigator.usb.addEventListener("disconnect", look);
    // A page that holds a lock is not frozen when its window has been hidden for long.
    void navigator.locks.request("moqalaqe-bridge-open", { mode: "shared" }, () => new Promise(() => {}));
    return () => {
      navigator.usb.removeEventListener("connect", look);
      navigator.usb.removeEventListener("disconnect", look);
    };
  }, []);
  // Shown while nobody wants a reader. One that an administrator's policy allows is told by no event.
  const inUse = view.readers !== null;
  useEffect(() => {
    if (!inUse) void readerNames().then(setAllowed);
  }, [inUse]);

  const become = (next: AppState): void => {
    setState(next);
    // First the readers are given back, then the extension is told.
    parts.current?.lend({ kind: "allow", allowed: next === "ready" });
    parts.current?.link.setState(next);
  };
  const addReader = (): void =>
    void chooseReader().then(async () => {
      parts.current?.lend({ kind: "look" });
      setAllowed(await readerNames());
    });
  return {
    link,
    state,
    view,
    allowed,
    allow: () => {
      keepConsent(extensionId);
      become("ready");
    },
    withdraw: () => {
      keepConsent(null);
      become("consent");
    },
    stop: () => become("stopped"),
    resume: () => become("ready"),
    addReader: smartCards() ? null : addReader,
  };
}

function start(state: AppState, setLink: (view: LinkView) => void, setView: (view: LenderView) => void): Parts {
  const lend = startLender((message) => {
    if (message.kind === "view") setView(message.view);
    else if (message.kind === "alive") link.send({ kind: "alive" });
    else link.send(message);
  });
  lend({ kind: "allow", allowed: state === "ready" });
  const link = new ExtensionLink(
    {
      connect: (handlers) => connectToExtension(extensionId, handlers),
      appId: location.host,
      appVersion: BRIDGE_VERSION,
      extensionId,
      timer: systemTimer,
      show: setLink,
      onClient: lend,
      onFrame: lend,
      onLost: () => lend({ kind: "reset" }),
    },
    state,
  );
  return { link, lend };
}

async function readerNames(): Promise<readonly string[]> {
  const devices = await navigator.usb.getDevices();
  return devices.map(({ manufacturerName, productName }) => [manufacturerName, productName].filter(Boolean).join(" ") || "USB");
}
