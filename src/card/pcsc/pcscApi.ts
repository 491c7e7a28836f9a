// [Note: PC/SC] What a PC/SC service offers, shaped like the Web Smart Card API. Two services speak it: Google's Smart
// Card Connector (connector/) and the browser's own navigator.smartCard (smartcard/). Everything above is shared.
import type { Bytes } from "../bytes.ts";
import type { Disposition } from "../reader.ts";
import type { RoadState } from "../service/road.ts";

export type PcscProtocol = "t0" | "t1" | "raw";

/** A reader as the service sees it; PC/SC part 5 §3.1.1 (SCARD_STATE_*). */
export interface PcscReaderState {
  readonly name: string;
  readonly flags: {
    readonly unavailable: boolean;
    readonly unknown: boolean;
    readonly empty: boolean;
    readonly present: boolean;
    readonly exclusive: boolean;
    readonly inuse: boolean;
    readonly mute: boolean;
    readonly unpowered: boolean;
  };
  /** Insertions and removals so far, where the service counts them; else 0. */
  readonly count: number;
}

/** The name that stands for "any reader added or removed". */
export const pnpNotification = String.raw`\\?PnP?\Notification`;

/**
 * A context: one call at a time (the caller sees to it), apart from what ends it. Every method throws PcscError.
 */
export interface PcscContext {
  /** Names of all readers; none is no error. */
  listReaders(): Promise<readonly string[]>;
  /** How these readers are, at once. */
  states(names: readonly string[]): Promise<readonly PcscReaderState[]>;
  /** Waits until one of these readers is otherwise than given, a reader comes or goes, the time is up, or `signal`. */
  waitForChange(known: readonly PcscReaderState[], timeoutMs: number, signal: AbortSignal): Promise<void>;
  connect(name: string, access: "shared" | "direct"): Promise<PcscCard>;
  /** Never throws. */
  release(): Promise<void>;
}

export interface PcscCard {
  /** null when connected to the reader alone. */
  readonly protocol: PcscProtocol | null;
  answerToReset(): Promise<Bytes>;
  /** Waits its turn. */
  begin(): Promise<void>;
  end(disposition: Disposition): Promise<void>;
  /** The caller keeps `apdu` and wipes it; so does the implementation with its own copies. */
  transmit(apdu: Uint8Array): Promise<Bytes>;
  /** @param number the code of SCARD_CTL_CODE, or a feature's own code as the reader gave it */
  control(code: { readonly ctl: number } | { readonly feature: number }, data: Uint8Array, patienceMs: number): Promise<Bytes>;
  disconnect(disposition: Disposition): Promise<void>;
}

export interface Pcsc {
  /** Absent: always ready. */
  readonly state?: RoadState;
  onState?(listener: () => void): void;
  /** May wait for a person's decision, without end: see `giveUp`. */
  establish(): Promise<PcscContext>;
  /** Somebody wants another look: an `establish` that waits fails. */
  giveUp?(): void;
  close?(): void;
}
