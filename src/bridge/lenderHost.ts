// Where the lender runs. A dedicated worker, away from the window, wherever readers can be had there; in the window
// itself where the browser gives navigator.smartCard to windows only. Both speak the messages below.
import { isFields } from "../codec/fields.ts";
import type { ClientWindow } from "../card/bridge/envelopes.ts";
import type { AppFrame } from "../card/bridge/frames.ts";
import { RoadChooser } from "../card/roads/roadChooser.ts";
import { systemTimer } from "../async/systemTimer.ts";
import { smartCardRoad } from "../card/smartcard/smartCardRoad.ts";
import { WebUsbReaders } from "../card/webusb/webUsbReaders.ts";
import { smartCards } from "../platform/smartCards.ts";
import { usbSource } from "../platform/usbSource.ts";
import { extensionId } from "./identity.ts";
import { Lender, type LenderView } from "./lender.ts";

/** Window → lender. */
export type ToLender =
  | { readonly kind: "client"; readonly client: number; readonly window: ClientWindow | null }
  | { readonly kind: "frame"; readonly client: number; readonly frame: unknown }
  /** The person let the app use another reader: a worker gets no event for that. */
  | { readonly kind: "look" }
  /** The connection to the extension is gone, and every client with it. */
  | { readonly kind: "reset" }
  | { readonly kind: "allow"; readonly allowed: boolean };

/** Lender → window. `alive` comes every 20 seconds: a worker's timers run while its window is hidden. */
export type FromLender =
  | { readonly kind: "frame"; readonly client: number; readonly frame: AppFrame }
  | { readonly kind: "view"; readonly view: LenderView }
  | { readonly kind: "alive" };

/** Well below the 30 seconds after which an idle service worker is stopped. See: [Note: a port keeps nobody awake]. */
const aliveMs = 20_000;

const smartCardClass = 0x0b;

/** Runs a lender until the context ends. @returns what to give its messages to. */
export function runLender(post: (message: FromLender) => void): (message: ToLender) => void {
  const lender = new Lender({
    openRoad: () => {
      // Only what the browser keeps from the extension itself: a reader that the extension may claim is never taken from it.
      const usb = new WebUsbReaders({ usb: usbSource(), priority: "prompt", timer: systemTimer, serves: (interfaceClass) => interfaceClass === smartCardClass });
      const smartCard = smartCards();
      // Where the system's PC/SC has the readers (ChromeOS, the Smart Card Connector), USB is refused, and the other way round.
      return smartCard ? new RoadChooser(systemTimer, { webusb: usb, smartcard: smartCardRoad({ smartCard, timer: systemTimer, hold: true }) }) : usb;
    },
    appId: location.host,
    extensionId,
    timer: systemTimer,
    send: (client, frame) => post({ kind: "frame", client, frame }),
    show: (view) => post({ kind: "view", view }),
  });
  setInterval(() => post({ kind: "alive" }), aliveMs);
  return (message) => {
    if (message.kind === "client") void lender.client(message.client, message.window);
    else if (message.kind === "frame") lender.frame(message.client, message.frame);
    else if (message.kind === "look") void lender.look();
    else if (message.kind === "allow") void lender.allow(message.allowed);
    else void lender.reset();
  };
}

/** Both ends are ours: only what is none of our messages at all is left out. */
export function isToLender(data: unknown): data is ToLender {
  return isFields(data) && typeof data["kind"] === "string" && ["client", "frame", "look", "reset", "allow"].includes(data["kind"]);
}
