// What the card worker wants of a road to readers, beyond SmartCardReader.
import type { ReaderId, SmartCardReader } from "../reader.ts";

export interface ReaderDescription {
  readonly interfaceClass: number | null;
  readonly descriptor: Uint8Array | null;
}

export interface Road extends SmartCardReader {
  /** Looks again: newly allowed devices, and refusals that may have passed. */
  refresh(): Promise<void>;
  /** For the diagnosis; nothing personal. */
  describe(id: ReaderId): ReaderDescription;
  close(): Promise<void>;
}
