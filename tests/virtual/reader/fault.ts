// What can go wrong on purpose. Indexes count from 0 since the reader was plugged in.

export type Fault =
  /** USB transfers (bulk, either direction) */
  | { readonly kind: "unplug" | "stall"; readonly transfer: number }
  /** Commands from the host (bulk OUT messages) */
  | { readonly kind: "stale" | "duplicate"; readonly message: number; readonly count?: number }
  | { readonly kind: "truncate" | "wrongLength" | "silent" | "hardware" | "slotBusy" | "endlessTime" | "babble"; readonly message: number }
  /** Command APDUs that reach the card */
  | { readonly kind: "removeCard" | "mute"; readonly apdu: number }
  | { readonly kind: "wtx"; readonly apdu: number; readonly count: number }
  /** T=1 blocks between reader and card (TPDU level) */
  | { readonly kind: "corruptBlock" | "parity" | "lostBlock"; readonly block: number; readonly count?: number };

export type FaultKind = Fault["kind"];

/** How many times a fault of this kind applies at this index (0: not). */
export function hits(faults: readonly Fault[], kind: FaultKind, index: number): number {
  for (const fault of faults) {
    if (fault.kind !== kind) continue;
    const at = "transfer" in fault ? fault.transfer : "message" in fault ? fault.message : "apdu" in fault ? fault.apdu : fault.block;
    const count = "count" in fault ? (fault.count ?? 1) : 1;
    if (kind === "corruptBlock" || kind === "parity" || kind === "lostBlock") {
      if (index >= at && index < at + count) return 1;
    } else if (at === index) return count;
  }
  return 0;
}
