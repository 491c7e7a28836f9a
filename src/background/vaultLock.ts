// What only the service worker hears, and what may be a reason to lock the vault.
import { portFromServiceWorker } from "../platform/portBroker/broker.ts";
import { offscreenExists } from "../platform/portBroker/offscreen.ts";
import { onSystemLocked } from "../platform/idle.ts";
import { openVault } from "../vault/client.ts";

/** To be called in the service worker's first turn. */
export function watchSystemLock(): void {
  onSystemLocked(() => void tellVault().catch(() => undefined));
}

async function tellVault(): Promise<void> {
  // Where there is no offscreen document, nothing is open.
  if (!(await offscreenExists())) return;
  const vault = openVault(() => portFromServiceWorker("vault"));
  try {
    await vault.lock.happened({ kind: "system-locked" });
  } finally {
    vault.close();
  }
}
