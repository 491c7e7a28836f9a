// What windows show about the bridge: written by the service worker alone, gone with the browser.
import { type BridgeStatus, isBridgeStatus } from "../card/bridge/bridgeStatus.ts";
import { isPairing, type Pairing } from "../card/bridge/pairingCode.ts";
import { isFields } from "../codec/fields.ts";
import { browser } from "./browser.ts";

export interface BridgeState {
  readonly status: BridgeStatus;
  /** The app that is open, whatever its status. */
  readonly appId: string | null;
  readonly appVersion: string | null;
  /** Set while the person has to compare the code. */
  readonly pairing: Pairing | null;
}

const key = "bridge";

export async function publishBridgeState(state: BridgeState): Promise<void> {
  await browser.storage.session.set({ [key]: state });
}

async function readBridgeState(): Promise<BridgeState> {
  const stored: Readonly<Record<string, unknown>> = await browser.storage.session.get(key);
  return parse(stored[key]);
}

/** Calls `listener` at once and after each change, until the returned function is called. */
export function watchBridgeState(listener: (state: BridgeState) => void): () => void {
  let changed = false;
  const heard = (changes: Readonly<Record<string, { readonly newValue?: unknown }>>): void => {
    const change = changes[key];
    if (!change) return;
    changed = true;
    listener(parse(change.newValue));
  };
  browser.storage.session.onChanged.addListener(heard);
  // What was read may be older than a change that was heard meanwhile.
  void readBridgeState().then((state) => (changed ? undefined : listener(state)));
  return () => browser.storage.session.onChanged.removeListener(heard);
}

function parse(value: unknown): BridgeState {
  const { status, appId, appVersion, pairing } = isFields(value) ? value : {};
  return {
    status: isBridgeStatus(status) ? status : "absent",
    appId: typeof appId === "string" ? appId : null,
    appVersion: typeof appVersion === "string" ? appVersion : null,
    pairing: isPairing(pairing) ? pairing : null,
  };
}
