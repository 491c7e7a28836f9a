// The card worker: the only place where PIN bytes become commands. Logic-free: it exposes CardService to its window.
import { usbSource } from "#usb-source";
import * as Comlink from "comlink";
import { RoadChooser } from "./roads/roadChooser.ts";
import { CardService } from "./service/cardService.ts";
import { signerCrypto } from "./service/signerCrypto.ts";
import { systemTimer } from "./service/systemTimer.ts";
import { WebUsbReaders } from "./webusb/webUsbReaders.ts";

const service = new CardService({
  openRoad: (role) => new RoadChooser(systemTimer, { webusb: new WebUsbReaders({ usb: usbSource(), priority: role, timer: systemTimer }) }),
  session: { crypto: signerCrypto, now: () => Date.now() },
});

Comlink.expose(service);
