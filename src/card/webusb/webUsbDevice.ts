// One allowed USB device: opened, described, leased, claimed, and its CCID reader run, until it is unplugged, lent to
// another window, or closed.
import { acquireLease, type Lease, type LeasePriority, type Locks } from "../../platform/readerLease.ts";
import { CcidReader } from "../ccid/ccidReader.ts";
import type { Timer } from "../../async/timer.ts";
import { within } from "../../async/within.ts";
import { CardError, type CardErrorCode } from "../error.ts";
import type { CardConnection, ReaderState } from "../reader.ts";
import type { ReaderDescription } from "../service/road.ts";
import { findCcidInterface, type CcidInterface } from "../usb/ccidInterface.ts";
import { usbIdOf } from "../usb/usbId.ts";
import { readConfigurationDescriptor } from "./descriptor.ts";
import { UsbDevicePort } from "./usbDevicePort.ts";
import { usbError } from "./usbError.ts";

// [Note: claim patience] When a window closes, its Web Lock falls at once but the browser process closes its USB
// handle a little later, so the first claim after a hand-over may still clash with ourselves. A clash is believed to
// be somebody else's only after this long.
const claimPatienceMs = 1_000;
const claimRetryMs = 50;

/** The browser closes a device at once. If it ever does not, the lease must not wait for that for ever. */
const closeMs = 30_000;

export interface DeviceOptions {
  readonly priority: LeasePriority;
  readonly timer: Timer;
  readonly locks?: Locks;
  readonly serves?: (interfaceClass: number) => boolean;
  /** Something about this device's slots changed. */
  readonly onChange: () => void;
}

interface Slot {
  card: ReaderState["card"];
  insertions: number;
}

export class WebUsbDevice {
  readonly device: USBDevice;
  readonly key: string;
  readonly #options: DeviceOptions;
  readonly #stop = new AbortController();
  #refusal: CardErrorCode | null = null;
  #interface: CcidInterface | null = null;
  #descriptor: Uint8Array | null = null;
  /** Another road's device. */
  #foreign = false;
  #slots: Slot[] = [{ card: "unknown", insertions: 0 }];
  #reader: CcidReader | null = null;
  #session: AbortController | null = null;
  #lease: Lease | null = null;
  #running: Promise<void>;

  /** @param key names the physical device among those plugged in: `vid:pid:serial` or with a counter. */
  constructor(device: USBDevice, key: string, options: DeviceOptions) {
    this.device = device;
    this.key = key;
    this.#options = options;
    this.#running = this.#run();
  }

  get usbId(): string {
    return usbIdOf(this.device);
  }

  /** For the diagnosis: the interface's class and the descriptor as the device sent it (no serial number in it). */
  get description(): ReaderDescription {
    return { interfaceClass: this.#interface?.interfaceClass ?? null, descriptor: this.#descriptor };
  }

  states(): ReaderState[] {
    const name = [this.device.manufacturerName, this.device.productName].filter(Boolean).join(" ") || this.usbId;
    if (this.#foreign) return [];
    return this.#slots.map((slot, index) => ({
      id: this.slotId(index),
      name: this.#slots.length > 1 ? `${name} (${index + 1})` : name,
      road: "webusb",
      usbId: this.usbId,
      slot: index,
      insertions: slot.insertions,
      card: slot.card,
      refusal: this.#refusal,
    }));
  }

  slotId(slot: number): string {
    return `webusb:${this.key}:${slot}`;
  }

  /** @throws CardError the device's refusal, or what powering the card gave. */
  async connect(slot: number, options?: { readonly signal?: AbortSignal }): Promise<CardConnection> {
    if (this.#refusal) throw new CardError(this.#refusal, "the reader can't be used");
    const reader = this.#reader;
    if (!reader) throw new CardError("READER_BUSY", "the reader is not ours yet");
    try {
      const connection = await reader.connect(slot, options);
      if (this.#slots[slot]?.card === "mute") this.#setCard(slot, "present");
      return connection;
    } catch (error) {
      if (error instanceof CardError && error.code === "CARD_MUTE") this.#setCard(slot, "mute");
      throw error;
    }
  }

  /** Tries again after a refusal that may pass (the system let the reader go, a cable was moved). */
  retry(): void {
    if (this.#refusal === null || this.#refusal === "READER_BUSY" || this.#stop.signal.aborted) return;
    this.#running = this.#running.then(() => this.#run());
  }

  async close(): Promise<void> {
    this.#stop.abort();
    this.#session?.abort();
    await within(this.#running.catch(() => {}), closeMs, this.#options.timer);
    this.#lease?.release();
  }

  /** Lives as long as the device does: each turn is one lease. */
  async #run(): Promise<void> {
    this.#refusal = null;
    while (!this.#stop.signal.aborted) {
      try {
        await this.#describe();
        if (this.#foreign) break;
        const lease = await acquireLease({
          key: this.key,
          priority: this.#options.priority,
          signal: this.#stop.signal,
          onWaiting: () => this.#refuse("READER_BUSY"),
          ...(this.#options.locks ? { locks: this.#options.locks } : {}),
        });
        this.#lease = lease;
        await this.#serve(lease);
      } catch (error) {
        if (this.#stop.signal.aborted) break;
        this.#refuse(error instanceof CardError ? error.code : "INTERNAL");
        await this.#closeDevice();
        return;
      } finally {
        this.#lease?.release();
        this.#lease = null;
      }
    }
    await this.#closeDevice();
  }

  /** Opening and reading descriptors need no claim, so even a protected reader can be named and diagnosed. */
  async #describe(): Promise<void> {
    try {
      if (!this.device.opened) await this.device.open();
    } catch (error) {
      throw usbError("open", error);
    }
    if (this.#interface) return;
    this.#descriptor = await readConfigurationDescriptor(this.device);
    this.#interface = findCcidInterface(this.#descriptor);
    if (!this.#interface) throw new CardError("READER_UNSUPPORTED", "no CCID interface");
    this.#foreign = this.#options.serves?.(this.#interface.interfaceClass) === false;
    if (this.#foreign) this.#options.onChange();
  }

  async #serve(lease: Lease): Promise<void> {
    const ccid = this.#interface;
    if (!ccid) return;
    const session = new AbortController();
    this.#session = session;
    const ended = new Promise<void>((resolve) => session.signal.addEventListener("abort", () => resolve()));
    lease.wanted.addEventListener("abort", () => session.abort());
    if (lease.wanted.aborted || this.#stop.signal.aborted) session.abort();
    let port: UsbDevicePort | null = null;
    try {
      await this.#claim(ccid.interfaceNumber);
      port = new UsbDevicePort(this.device, ccid.endpoints);
      const reader = await CcidReader.open(port, this.#info(ccid), { timer: this.#options.timer });
      this.#slots = Array.from({ length: reader.slotCount }, (_, i) => this.#slots[i] ?? { card: "unknown", insertions: 0 });
      this.#reader = reader;
      this.#refuse(null);
      reader.watchSlots((slot, present) => this.#seen(slot, present), session.signal);
      await ended;
    } finally {
      const reader = this.#reader;
      this.#reader = null;
      this.#session = null;
      await reader?.close().catch(() => {});
      await port?.close();
      for (const slot of this.#slots) slot.card = "unknown";
      await this.#closeDevice();
    }
  }

  async #claim(interfaceNumber: number): Promise<void> {
    const deadline = performance.now() + claimPatienceMs;
    for (;;) {
      try {
        if (!this.device.opened) await this.device.open();
        if (!this.device.configuration) {
          await this.device.selectConfiguration(this.device.configurations[0]?.configurationValue ?? 1);
        }
        await this.device.claimInterface(interfaceNumber);
        return;
      } catch (error) {
        const failure = usbError("claim", error);
        if (failure.code !== "READER_HELD" || performance.now() > deadline) throw failure;
        await this.#options.timer.after(claimRetryMs);
      }
    }
  }

  #info(ccid: CcidInterface) {
    const { device } = this;
    return {
      vendorId: device.vendorId,
      productId: device.productId,
      bcdDevice: (device.deviceVersionMajor << 8) | (device.deviceVersionMinor << 4) | device.deviceVersionSubminor,
      manufacturerName: device.manufacturerName ?? "",
      productName: device.productName ?? "",
      configurationDescriptor: (this.#descriptor ?? new Uint8Array(0)).slice(),
      interfaceNumber: ccid.interfaceNumber,
    };
  }

  #seen(slot: number, present: boolean): void {
    // A card that does not answer is still the same one, and as mute as it was, until it is taken out.
    if (present && this.#slots[slot]?.card === "mute") return;
    this.#setCard(slot, present ? "present" : "absent");
  }

  #setCard(slot: number, card: ReaderState["card"]): void {
    const state = this.#slots[slot];
    if (!state || state.card === card) return;
    if (card === "present" && state.card !== "mute") state.insertions += 1;
    state.card = card;
    this.#options.onChange();
  }

  #refuse(code: CardErrorCode | null): void {
    this.#refusal = code;
    this.#options.onChange();
  }

  async #closeDevice(): Promise<void> {
    try {
      if (this.device.opened) await this.device.close();
    } catch {
      // Unplugged in the meantime.
    }
  }
}
