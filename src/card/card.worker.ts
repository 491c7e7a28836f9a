// The card worker: the only place where PIN bytes become commands. Logic-free: it exposes CardService to its window.
import { usbSource } from "#usb-source";
import * as Comlink from "comlink";
import { BridgeReaders } from "./bridge/bridgeReaders.ts";
import { connectorRoad } from "./connector/connectorRoad.ts";
import { RoadChooser } from "./roads/roadChooser.ts";
import { CardService } from "./service/cardService.ts";
import { signerCrypto } from "./service/signerCrypto.ts";
import { systemTimer } from "../async/systemTimer.ts";
import { WebUsbReaders } from "./webusb/webUsbReaders.ts";

const service = new CardService({
  openRoad: (role, doors) => {
    const common = { priority: role, timer: systemTimer };
    return new RoadChooser(systemTimer, {
      webusb: new WebUsbReaders({ ...common, usb: usbSource() }),
      // A worker of the extension has the extension's id for its host.
      ...(doors
        ? {
            bridge: new BridgeReaders({ ...common, openPort: () => doors.bridge(), extensionId: location.host }),
            connector: connectorRoad({ timer: systemTimer, openPort: () => doors.connector() }),
          }
        : {}),
    });
  },
  session: { crypto: signerCrypto, now: () => Date.now() },
});

Comlink.expose(service);
