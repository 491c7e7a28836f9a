// A CCID reader, from a claimed interface to its slots.
import { CardError } from "../error.ts";
import type { ReaderCapabilities } from "../iso7816part3/negotiation.ts";
import type { CardConnection } from "../reader.ts";
import { findCcidInterface } from "../usb/ccidInterface.ts";
import type { UsbInterfaceInfo, UsbPort } from "../usb/usbPort.ts";
import { capabilitiesOf, readDataRates } from "./capabilities.ts";
import { CcidConnection } from "./ccidConnection.ts";
import { CcidDevice } from "./ccidDevice.ts";
import { Command } from "./message.ts";
import { hasBogusFirmware } from "./quirks.ts";
import { type SlotListener, watchSlots } from "./slotWatch.ts";
import type { Timer } from "../../async/timer.ts";

export interface OpenOptions {
  readonly timer: Timer;
}

/** The first command after opening may fall to a toggle bit out of step or to a stale answer (libccid asks thrice). */
const warmUps = 3;
const warmUpTimeoutMs = 1_000;
const slotStates = ["active", "inactive", "absent"] as const;

export class CcidReader {
  readonly #device: CcidDevice;
  readonly #capabilities: ReaderCapabilities;
  readonly #watch = new AbortController();

  private constructor(device: CcidDevice, capabilities: ReaderCapabilities) {
    this.#device = device;
    this.#capabilities = capabilities;
  }

  /**
   * @param port a claimed interface; closed by `close`.
   * @throws CardError READER_UNSUPPORTED (not CCID, or firmware known to be broken), READER_PROTOCOL, READER_TIMEOUT.
   */
  static async open(port: UsbPort, info: UsbInterfaceInfo, { timer }: OpenOptions): Promise<CcidReader> {
    const ccid = findCcidInterface(info.configurationDescriptor);
    if (!ccid || ccid.interfaceNumber !== info.interfaceNumber) {
      throw new CardError("READER_UNSUPPORTED", "not a CCID interface");
    }
    if (hasBogusFirmware(info)) throw new CardError("READER_UNSUPPORTED", "this reader's firmware is known to be broken");
    const device = new CcidDevice(port, ccid, info, timer);
    if (device.quirks.settleMs > 0) await timer.after(device.quirks.settleMs);
    for (let attempt = 1; ; attempt += 1) {
      try {
        await device.exchange(Command.getSlotStatus, 0, { timeoutMs: warmUpTimeoutMs });
        break;
      } catch (error) {
        if (attempt >= warmUps || (error instanceof CardError && error.code === "READER_GONE")) throw error;
      }
    }
    return new CcidReader(device, capabilitiesOf(device, await readDataRates(device)));
  }

  get slotCount(): number {
    return this.#device.ccid.descriptor.bMaxSlotIndex + 1;
  }

  get capabilities(): ReaderCapabilities {
    return this.#capabilities;
  }

  async slotStatus(slot: number): Promise<"active" | "inactive" | "absent"> {
    const { icc } = await this.#device.exchange(Command.getSlotStatus, slot);
    return slotStates[icc] ?? "absent";
  }

  /** Until `signal` aborts, the reader is closed, or it goes away. */
  watchSlots(listener: SlotListener, signal: AbortSignal): void {
    const stop = AbortSignal.any([signal, this.#watch.signal]);
    void watchSlots(this.#device, this.slotCount, listener, stop);
  }

  /** Powers the card of a slot. @throws CardError CARD_ABSENT, CARD_MUTE, CARD_PROTOCOL, READER_* */
  async connect(slot: number, options: { readonly signal?: AbortSignal } = {}): Promise<CardConnection> {
    return await CcidConnection.open(this.#device, slot, this.#capabilities, options);
  }

  async close(): Promise<void> {
    this.#watch.abort();
    await this.#device.port.close();
  }
}
