// [Note: four calls] The CCID code needs only four things of USB. Whoever gives them (WebUSB, a simulated reader in
// Node, the bridge app) has already opened the device, selected its configuration and claimed the interface.
import type { Bytes } from "../bytes.ts";

/** A control request; `recipient` and `index` as in USB 2.0 §9.3. */
export interface ControlSetup {
  readonly requestType: "standard" | "class" | "vendor";
  readonly recipient: "device" | "interface" | "endpoint";
  readonly request: number;
  readonly value: number;
  readonly index: number;
}

/**
 * One claimed CCID interface. Every call rejects with CardError READER_GONE after an unplug and with CANCELLED when
 * `reset()` ended it. None has a time limit of its own.
 */
export interface UsbPort {
  /** Control transfer: IN when `transfer` is a length, OUT when it is data (then resolves to no bytes). */
  control(setup: ControlSetup, transfer: number | Uint8Array): Promise<Bytes>;
  /** Bulk OUT, whole. The caller may wipe `data` once this resolves. */
  bulkOut(data: Uint8Array): Promise<void>;
  /** Bulk IN of at most `length` bytes: one transfer, may be shorter. */
  bulkIn(length: number): Promise<Bytes>;
  /** Interrupt IN; null when the interface has no interrupt endpoint. */
  readonly interruptIn: ((length: number) => Promise<Bytes>) | null;
  /** Ends every transfer under way (release and re-claim: WebUSB has no other cancel) and makes the port usable again. */
  reset(): Promise<void>;
  /** Releases and closes. Never throws. */
  close(): Promise<void>;
}

/** What is known of an interface before it is claimed: USB descriptors as bytes and numbers. */
export interface UsbInterfaceInfo {
  readonly vendorId: number;
  readonly productId: number;
  /** BCD, for example 0x0206 for 2.06. */
  readonly bcdDevice: number;
  readonly manufacturerName: string;
  readonly productName: string;
  /** The whole configuration descriptor (wTotalLength bytes) as the device sent it; trusted for nothing. */
  readonly configurationDescriptor: Bytes;
  readonly interfaceNumber: number;
}
