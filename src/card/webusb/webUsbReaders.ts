// The direct road: readers this extension may claim over WebUSB. See: [Note: one reader interface].
import type { LeasePriority, Locks } from "../../platform/readerLease.ts";
import type { UsbSource } from "../../platform/usbSource.ts";
import type { Timer } from "../../async/timer.ts";
import { CardError } from "../error.ts";
import type { CardConnection, ReaderId, ReaderState } from "../reader.ts";
import type { ReaderDescription, Road } from "../service/road.ts";
import { usbIdOf } from "../usb/usbId.ts";
import { WebUsbDevice } from "./webUsbDevice.ts";

export interface WebUsbOptions {
  /** navigator.usb, or what stands for it; null where there is none. */
  readonly usb: UsbSource | null;
  readonly priority: LeasePriority;
  readonly timer: Timer;
  readonly locks?: Locks;
  /** Which interfaces this road is for, by their class; by default all. Other devices are left alone and not listed. */
  readonly serves?: (interfaceClass: number) => boolean;
}

type Listener = (readers: readonly ReaderState[]) => void;

export class WebUsbReaders implements Road {
  readonly #options: WebUsbOptions;
  readonly #devices = new Map<USBDevice, WebUsbDevice>();
  readonly #listeners = new Set<Listener>();
  #scheduled = false;
  #refreshing: Promise<void> | null = null;
  #closed = false;
  readonly #onConnect = (): void => void this.#lookAnew();
  readonly #onDisconnect = (event: USBConnectionEvent): void => {
    const device = this.#devices.get(event.device);
    if (!device) return void (this.#refreshing && this.#lookAnew());
    this.#devices.delete(event.device);
    this.#changed();
    void device.close();
  };

  constructor(options: WebUsbOptions) {
    this.#options = options;
    options.usb?.addEventListener("connect", this.#onConnect);
    options.usb?.addEventListener("disconnect", this.#onDisconnect);
  }

  async list(): Promise<readonly ReaderState[]> {
    await this.refresh();
    return this.#snapshot();
  }

  watch(listener: Listener, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#listeners.add(listener);
    signal.addEventListener("abort", () => this.#listeners.delete(listener));
    void this.refresh().then(() => {
      if (!signal.aborted) listener(this.#snapshot());
    });
  }

  /** Takes in devices that became allowed, drops those that went, and gives refused ones another chance. */
  refresh(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#refreshing ??= this.#refresh().finally(() => (this.#refreshing = null));
    return this.#refreshing;
  }

  async connect(id: ReaderId, options?: { readonly signal?: AbortSignal }): Promise<CardConnection> {
    for (const device of this.#devices.values()) {
      const slot = device.states().find((state) => state.id === id)?.slot;
      if (slot !== undefined) return await device.connect(slot, options);
    }
    throw new CardError("READER_GONE", "no such reader any more");
  }

  describe(id: ReaderId): ReaderDescription {
    for (const device of this.#devices.values()) {
      if (device.states().some((state) => state.id === id)) return device.description;
    }
    return { interfaceClass: null, descriptor: null };
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#options.usb?.removeEventListener("connect", this.#onConnect);
    this.#options.usb?.removeEventListener("disconnect", this.#onDisconnect);
    this.#listeners.clear();
    await Promise.all([...this.#devices.values()].map((device) => device.close()));
    this.#devices.clear();
  }

  /** An answer that was on its way when a device came or went does not know of that. */
  async #lookAnew(): Promise<void> {
    await this.#refreshing;
    await this.refresh();
  }

  async #refresh(): Promise<void> {
    const present = (await this.#options.usb?.getDevices()) ?? [];
    // Closed meanwhile: what was taken in now nobody would give back, and its reader were ours for ever.
    if (this.#closed) return;
    for (const [device, ours] of this.#devices) {
      if (present.includes(device)) continue;
      this.#devices.delete(device);
      void ours.close();
    }
    for (const device of present) {
      const known = this.#devices.get(device);
      if (known) known.retry();
      else {
        const { priority, timer, locks, serves } = this.#options;
        const onChange = (): void => this.#changed();
        this.#devices.set(device, new WebUsbDevice(device, this.#key(device), { priority, timer, onChange, ...(locks ? { locks } : {}), ...(serves ? { serves } : {}) }));
      }
    }
    this.#changed();
  }

  /** The same in every window of this browser; devices without a serial number are told apart by their order. */
  #key(device: USBDevice): string {
    const base = `${usbIdOf(device)}:${device.serialNumber ?? ""}`;
    const taken = new Set([...this.#devices.values()].map((other) => other.key));
    let key = base;
    for (let n = 2; taken.has(key); n += 1) key = `${base}~${n}`;
    return key;
  }

  #snapshot(): readonly ReaderState[] {
    return [...this.#devices.values()].flatMap((device) => device.states());
  }

  /** Several changes in one turn are told once. */
  #changed(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      const snapshot = this.#snapshot();
      for (const listener of this.#listeners) listener(snapshot);
    });
  }
}
