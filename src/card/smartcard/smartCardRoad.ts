import type { Timer } from "../../async/timer.ts";
import { PcscReaders } from "../pcsc/pcscReaders.ts";
import type { Road } from "../service/road.ts";
import { SmartCardPcsc } from "./smartCardPcsc.ts";
import type { WebSmartCard } from "./webSmartCard.ts";

export interface SmartCardRoadOptions {
  /** navigator.smartCard. */
  readonly smartCard: WebSmartCard;
  readonly timer: Timer;
  /** Keep the card from others as long as a connection lasts (pcsc/heldCard.ts). */
  readonly hold?: boolean;
}

/**
 * The browser's own smart cards as a road, for the bridge app on ChromeOS. The browser asks the person when a card is
 * connected to for the first time, not before.
 */
export function smartCardRoad({ smartCard, timer, hold = false }: SmartCardRoadOptions): Road {
  return new PcscReaders({ road: "smartcard", pcsc: new SmartCardPcsc(smartCard), timer, identify: false, hold });
}
