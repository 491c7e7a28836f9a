// What the virtual parties offer each other. One implementation of each, several sockets.

type Bytes = Uint8Array<ArrayBuffer>;

/** An ISO 7816-4 card as an APDU machine; T=0/T=1 framing is the reader's. */
export interface CardMachine {
  /** Cold or warm reset: forgets selection and security state, returns the ATR. */
  powerOn(): Bytes;
  powerOff(): void;
  /** One command APDU in, one response APDU (data ‖ SW) out. Never throws: a broken command gets a status word. */
  transmit(apdu: Bytes): Promise<Bytes>;
  /** Simulated thinking time of the last command in milliseconds (a real card's key operation takes hundreds). */
  readonly lastCommandMs: number;
}

export type UsbStatus = "ok" | "stall" | "babble" | "gone" | "cancelled";

export interface UsbOutcome {
  readonly status: UsbStatus;
  /** IN: what came. OUT: empty. */
  readonly data: Bytes;
}

/** A USB device as seen from the bus: descriptors and transfers. Both the Node look-alike and umockdev drive it. */
export interface UsbMachine {
  readonly deviceDescriptor: Bytes;
  /** Configuration descriptor with everything in it, wTotalLength bytes. */
  readonly configurationDescriptor: Bytes;
  readonly strings: { readonly manufacturer: string; readonly product: string; readonly serial: string | null };
  readonly interfaceNumber: number;
  /** `setup` is the 8 byte setup packet; `data` the OUT stage (empty for IN). Standard GET_DESCRIPTOR is answered too. */
  control(setup: Bytes, data: Bytes): Promise<UsbOutcome>;
  bulkOut(endpoint: number, data: Bytes): Promise<UsbOutcome>;
  /** Waits until the device has something to send, or `signal` aborts ("cancelled"), or unplug ("gone"). */
  bulkIn(endpoint: number, length: number, signal: AbortSignal): Promise<UsbOutcome>;
  interruptIn(endpoint: number, length: number, signal: AbortSignal): Promise<UsbOutcome>;
  /** The host claimed / released the interface (a release drops what was queued for IN, as a real endpoint reset). */
  claimed(): void;
  released(): void;
}
