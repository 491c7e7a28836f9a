// What stands between this extension and the readers of the bridge app.
import type { CardErrorCode } from "../error.ts";

export const bridgeStatuses = [
  "absent", // no bridge app has been paired with this browser profile
  "closed", // one has been, and is not open
  "unpaired", // one is open, and the person has not compared the code yet
  "consent", // the person has not allowed it in the app's own window yet
  "stopped", // the person pressed "stop" in the app
  "app-outdated",
  "extension-outdated",
  "ready",
] as const;

export type BridgeStatus = (typeof bridgeStatuses)[number];

const codes: Readonly<Record<Exclude<BridgeStatus, "ready">, CardErrorCode>> = {
  absent: "BRIDGE_CLOSED",
  closed: "BRIDGE_CLOSED",
  unpaired: "BRIDGE_UNPAIRED",
  consent: "BRIDGE_CONSENT",
  stopped: "BRIDGE_STOPPED",
  "app-outdated": "BRIDGE_APP_OUTDATED",
  "extension-outdated": "BRIDGE_EXTENSION_OUTDATED",
};

/** The error that tells a person of a status; null when all is well. */
export function statusError(status: BridgeStatus): CardErrorCode | null {
  return status === "ready" ? null : codes[status];
}

export function isBridgeStatus(value: unknown): value is BridgeStatus {
  return bridgeStatuses.some((one) => one === value);
}
