// What the card worker wants of a road to readers, beyond SmartCardReader.
import type { ReaderId, RoadName, SmartCardReader } from "../reader.ts";

export interface ReaderDescription {
  readonly interfaceClass: number | null;
  readonly descriptor: Uint8Array | null;
}

/**
 * How a road itself is: off (the person has not chosen it), absent (nobody answers), asking (somebody is asking the
 * person whether we may), refused (they said no), lost (it was there and went away), ready.
 */
export type RoadState = "off" | "absent" | "asking" | "refused" | "lost" | "ready";

export interface RoadStatus {
  readonly road: RoadName;
  readonly state: RoadState;
}

export interface Road extends SmartCardReader {
  /** Absent: always ready. A change is told to the watchers, with the readers. */
  readonly state?: RoadState;
  /** Of several roads as one: how each of them is, the best first. */
  readonly statuses?: readonly RoadStatus[];
  /** Looks again: newly allowed devices, and refusals that may have passed. */
  refresh(): Promise<void>;
  /** For the diagnosis; nothing personal. */
  describe(id: ReaderId): ReaderDescription;
  close(): Promise<void>;
}
