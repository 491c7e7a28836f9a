import type { WebSmartCard } from "../card/smartcard/webSmartCard.ts";

/** navigator.smartCard where the browser has it: isolated apps on ChromeOS; else null. */
export function smartCards(): WebSmartCard | null {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- not in TypeScript's DOM library yet
  return (navigator as { smartCard?: WebSmartCard }).smartCard ?? null;
}
