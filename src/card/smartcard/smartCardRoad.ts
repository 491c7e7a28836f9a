import type { Timer } from "../ccid/timer.ts";
import { PcscReaders } from "../pcsc/pcscReaders.ts";
import type { Road } from "../service/road.ts";
import { SmartCardPcsc } from "./smartCardPcsc.ts";
import type { WebSmartCard } from "./webSmartCard.ts";

/**
 * The browser's own smart cards as a road, for the bridge app on ChromeOS. The browser asks the person when a card is
 * connected to for the first time, not before.
 * @param smartCard navigator.smartCard
 */
export function smartCardRoad(smartCard: WebSmartCard, timer: Timer): Road {
  return new PcscReaders({ road: "smartcard", pcsc: new SmartCardPcsc(smartCard), timer, identify: false });
}
