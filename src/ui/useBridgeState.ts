import { useEffect, useState } from "preact/hooks";
import { type BridgeState, watchBridgeState } from "../platform/bridgeState.ts";

/** How it stands with the bridge app; null until it is known. */
export function useBridgeState(): BridgeState | null {
  const [state, setState] = useState<BridgeState | null>(null);
  useEffect(() => watchBridgeState(setState), []);
  return state;
}
