// [Note: one reader interface] The card code never knows which road it is on: WebUSB from the extension, the bridge
// app, or Google's Smart Card Connector. All three offer this interface, shaped like the Web Smart Card API (and so
// like PC/SC): list, watch, connect → ATR, transmit, control, disconnect.
import type { Bytes } from "./bytes.ts";
import type { CardErrorCode } from "./error.ts";

/** Stable while the reader stays plugged in: `webusb:072f:90cc:SERIAL:interface:slot`. Opaque to everybody else. */
export type ReaderId = string;

/** The ways to a reader that this project knows. */
export type RoadName = "webusb" | "bridge" | "connector" | "smartcard";

/** What one road says of a reader that several roads may see. */
export interface RoadView {
  readonly road: RoadName;
  readonly refusal: CardErrorCode | null;
}

/** One slot of one reader, as PC/SC counts readers. */
export interface ReaderState {
  readonly id: ReaderId;
  /** Manufacturer and product as the device names itself, with the slot number when it has several. */
  readonly name: string;
  /** The road that is taken to it. */
  readonly road: RoadName;
  /** idVendor:idProduct in four-digit lower-case hexadecimal, when the road tells. */
  readonly usbId: string | null;
  readonly slot: number;
  /** Counts up at each insertion, so that a quick swap is seen. */
  readonly insertions: number;
  readonly card: "absent" | "present" | "mute" | "unknown";
  /** Why the reader can't be used, when it can't. A reader the extension can't use is never left out of the list. */
  readonly refusal: CardErrorCode | null;
  /** Every road that sees this reader, the one taken first; absent where a road speaks for itself alone. */
  readonly roads?: readonly RoadView[];
}

/** The codes of PC/SC part 10 (feature tags), passed to `control` as they are. */
export const Feature = { verifyPinDirect: 0x06, modifyPinDirect: 0x07, ccidEscape: 0x13 } as const;
export type FeatureCode = (typeof Feature)[keyof typeof Feature];

export type Disposition = "leave" | "reset" | "unpower";

/** A powered card. Calls are answered one at a time, in order. */
export interface CardConnection {
  readonly atr: Bytes;
  readonly protocol: "t0" | "t1";
  /** The largest command the road carries in one piece: short APDUs only, or extended ones. */
  readonly apduLength: "short" | "extended";
  /** Which of the part 10 features the reader has. */
  readonly features: ReadonlySet<FeatureCode>;
  /**
   * Sends one command APDU and returns the response APDU (data ‖ SW1 SW2), exactly as the card gave it: 61xx and 6Cxx
   * are the caller's business, on T=0 and T=1 alike. The caller keeps `apdu` and wipes it if it was secret;
   * implementations wipe every copy they made of it.
   * @throws CardError READER_*, CARD_ABSENT/REMOVED/MUTE/PROTOCOL, CANCELLED
   */
  transmit(apdu: Uint8Array, options?: { readonly signal?: AbortSignal }): Promise<Bytes>;
  /**
   * A part 10 feature. For the PIN features `data` is PIN_VERIFY_STRUCTURE / PIN_MODIFY_STRUCTURE of PC/SC part 10
   * v2.02.09 §2.5 (little endian, with bTimeOut2 and ulDataLength) and the answer is SW1 SW2
   * (6400 timeout, 6401 cancelled by the person, 6403 length).
   */
  control(feature: FeatureCode, data: Uint8Array, options?: { readonly signal?: AbortSignal }): Promise<Bytes>;
  /**
   * [Note: sequences] Where others may use the card in turn with us (PC/SC), commands that belong together run in here:
   * nobody else comes in between, and nobody is kept waiting longer than that. What an earlier sequence selected or
   * verified is lost by the next one: others may have been at the card. A card that was given a PIN is reset at the end,
   * so that no other program finds it open.
   * Absent where the card is ours alone as long as the connection lasts.
   * @throws CardError READER_HELD when others keep the card too long, and what `transmit` throws
   */
  sequence?<T>(act: () => Promise<T>): Promise<T>;
  /** Ends the connection; never throws. */
  disconnect(disposition?: Disposition): Promise<void>;
}

/** One road to readers. */
export interface SmartCardReader {
  /** Every slot of every reader this road can see, usable or not. */
  list(): Promise<readonly ReaderState[]>;
  /** Calls `listener` at once and after each change, until `signal` aborts. */
  watch(listener: (readers: readonly ReaderState[]) => void, signal: AbortSignal): void;
  /**
   * Powers the card and negotiates the protocol.
   * @throws CardError READER_NONE/GONE/BUSY/HELD/PROTECTED/DENIED, CARD_ABSENT/MUTE/PROTOCOL
   */
  connect(id: ReaderId, options?: { readonly signal?: AbortSignal }): Promise<CardConnection>;
}
