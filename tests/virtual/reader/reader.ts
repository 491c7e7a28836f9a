// A CCID reader as a USB device: messages in, messages out, one at a time. CCID 1.1 §6.
import type { CardMachine, UsbMachine, UsbOutcome, UsbStatus } from "../contracts.ts";
import { VirtualClock } from "./clock.ts";
import { configurationDescriptor, type DescriptorOptions, deviceDescriptor, endpoints } from "./descriptors.ts";
import { type Fault, hits } from "./fault.ts";
import { answerType, handleMessage, type Reply } from "./messages.ts";
import type { Person } from "./pinpad.ts";
import type { ReaderProfile } from "./profile.ts";
import { Slot } from "./slot.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export interface ReaderOptions {
  readonly profile: ReaderProfile;
  /** One a slot; missing ones are empty slots. */
  readonly cards?: readonly (CardMachine | null)[];
  readonly faults?: readonly Fault[];
  readonly clock?: VirtualClock;
  readonly person?: Person;
  readonly serial?: string | null;
  readonly descriptor?: DescriptorOptions;
}

const nothing: Bytes = new Uint8Array(0);
const done = (data: Bytes = nothing, status: UsbStatus = "ok"): UsbOutcome => ({ status, data });

/** Something waits for a value that may not be there yet. */
class Queue {
  readonly #values: Bytes[] = [];
  readonly #wakers = new Set<() => void>();

  push(value: Bytes): void {
    this.#values.push(value);
    this.wake();
  }

  clear(): void {
    this.#values.length = 0;
  }

  wake(): void {
    for (const wake of this.#wakers) wake();
  }

  async take(length: number, signal: AbortSignal, gone: () => boolean): Promise<UsbOutcome> {
    for (;;) {
      if (gone()) return done(nothing, "gone");
      if (signal.aborted) return done(nothing, "cancelled");
      const value = this.#values[0];
      if (value) {
        if (value.length > length) this.#values[0] = value.slice(length);
        else this.#values.shift();
        return done(value.slice(0, length));
      }
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          signal.removeEventListener("abort", wake);
          this.#wakers.delete(wake);
          resolve();
        };
        this.#wakers.add(wake);
        signal.addEventListener("abort", wake);
      });
    }
  }
}

export class VirtualReader implements UsbMachine {
  readonly deviceDescriptor: Bytes;
  readonly configurationDescriptor: Bytes;
  readonly strings: UsbMachine["strings"];
  readonly interfaceNumber: number;
  readonly profile: ReaderProfile;
  readonly clock: VirtualClock;
  readonly slots: readonly Slot[];
  readonly faults: Fault[];
  readonly person: Person;
  /** Counters for tests and the benchmark. */
  readonly counters = { transfers: 0, messages: 0, apdus: 0, blocks: 0, bytes: 0 };
  readonly #in = new Queue();
  readonly #interrupts = new Queue();
  #work: Promise<void> = Promise.resolve();
  #incoming: Bytes = nothing;
  /** What went wrong inside the simulation itself, if anything did: tests look. */
  broken: unknown = null;
  #unplugged = false;
  readonly #whenUnplugged: (() => void)[] = [];

  constructor(options: ReaderOptions) {
    this.profile = options.profile;
    this.deviceDescriptor = deviceDescriptor(options.profile);
    this.configurationDescriptor = configurationDescriptor(options.profile, options.descriptor);
    const [manufacturer = "", ...rest] = options.profile.name.split(" ");
    this.strings = { manufacturer, product: rest.join(" ") || manufacturer, serial: options.serial ?? null };
    this.interfaceNumber = options.profile.interface;
    this.clock = options.clock ?? new VirtualClock();
    this.faults = [...(options.faults ?? [])];
    this.person = options.person ?? (async () => "timeout");
    this.slots = Array.from({ length: options.profile.maxSlot + 1 }, (_, i) => {
      const slot: Slot = new Slot(options.profile, options.cards?.[i] ?? null, this.clock, {
        onApdu: async () => this.#onApdu(slot),
        extensions: () => hits(this.faults, "wtx", this.counters.apdus - 1),
      });
      return slot;
    });
  }

  get unplugged(): boolean {
    return this.#unplugged;
  }

  insertCard(slot: number, card: CardMachine): void {
    const place = this.slots[slot];
    if (!place) throw new RangeError("no such slot");
    place.card = card;
    this.#notify(slot);
  }

  removeCard(slot: number): void {
    const place = this.slots[slot];
    if (!place) throw new RangeError("no such slot");
    place.powerOff();
    place.card = null;
    this.#notify(slot);
  }

  unplug(): void {
    this.#unplugged = true;
    this.#in.wake();
    this.#interrupts.wake();
    for (const tell of this.#whenUnplugged) tell();
  }

  onUnplug(tell: () => void): void {
    this.#whenUnplugged.push(tell);
  }

  claimed(): void {}

  released(): void {
    this.#in.clear();
  }

  async control(setup: Bytes, data: Bytes): Promise<UsbOutcome> {
    if (this.#unplugged) return done(nothing, "gone");
    const [type = 0, request = 0, low = 0, high = 0, , , lengthLow = 0, lengthHigh = 0] = setup;
    const length = lengthLow | (lengthHigh << 8);
    if (type === 0x80 && request === 6) {
      if (high === 1) return done(this.deviceDescriptor.slice(0, length));
      if (high === 2 && low === 0) return done(this.configurationDescriptor.slice(0, length));
      return done(nothing, "stall");
    }
    if (type === 0x21 && request === 1 && data.length === 0) return done();
    if (type === 0xa1 && request === 3 && this.profile.rates.length > 0) {
      const table = new DataView(new ArrayBuffer(4 * this.profile.rates.length));
      this.profile.rates.forEach((rate, i) => table.setUint32(4 * i, rate, true));
      return done(new Uint8Array(table.buffer).slice(0, length));
    }
    return done(nothing, "stall");
  }

  async bulkOut(endpoint: number, data: Bytes): Promise<UsbOutcome> {
    const fault = this.#transfer(data.length);
    if (fault) return fault;
    if (this.profile.endpoints < 2 || endpoint !== (endpoints.bulkOut & 0x0f)) return done(nothing, "stall");
    const whole = new Uint8Array(this.#incoming.length + data.length);
    whole.set(this.#incoming);
    whole.set(data, this.#incoming.length);
    const announced = whole.length >= 10 ? new DataView(whole.buffer).getUint32(1, true) + 10 : Number.POSITIVE_INFINITY;
    if (whole.length < announced) this.#incoming = whole;
    else {
      this.#incoming = nothing;
      const message = whole.slice(0, announced);
      this.#work = this.#work.then(() => this.#answer(message)).catch((error: unknown) => {
        // A bug of ours must not pass for an unplugged reader.
        this.broken = error;
        throw error;
      });
      this.#work.catch(() => {});
    }
    return done();
  }

  async bulkIn(endpoint: number, length: number, signal: AbortSignal): Promise<UsbOutcome> {
    if (this.profile.endpoints < 2 || endpoint !== (endpoints.bulkIn & 0x0f)) return done(nothing, "stall");
    const outcome = await this.#in.take(length, signal, () => this.#unplugged);
    if (outcome.status !== "ok") return outcome;
    return this.#transfer(outcome.data.length) ?? outcome;
  }

  async interruptIn(endpoint: number, length: number, signal: AbortSignal): Promise<UsbOutcome> {
    if (this.profile.endpoints !== 3 || endpoint !== (endpoints.interruptIn & 0x0f)) return done(nothing, "stall");
    return await this.#interrupts.take(length, signal, () => this.#unplugged);
  }

  #transfer(bytes: number): UsbOutcome | null {
    const index = this.counters.transfers;
    this.counters.transfers += 1;
    this.counters.bytes += bytes;
    if (hits(this.faults, "unplug", index)) this.unplug();
    if (this.#unplugged) return done(nothing, "gone");
    return hits(this.faults, "stall", index) ? done(nothing, "stall") : null;
  }

  #onApdu(slot: Slot): boolean {
    const index = this.counters.apdus;
    this.counters.apdus += 1;
    if (hits(this.faults, "removeCard", index)) this.removeCard(this.slots.indexOf(slot));
    return slot.card !== null && hits(this.faults, "mute", index) === 0;
  }

  #notify(slot: number): void {
    if (this.profile.endpoints !== 3) return;
    const bits = new Uint8Array(Math.ceil(this.slots.length / 4));
    this.slots.forEach((place, i) => {
      const value = (place.card ? 1 : 0) | (i === slot ? 2 : 0);
      bits[i >> 2] = (bits[i >> 2] ?? 0) | (value << (2 * (i & 3)));
    });
    this.#interrupts.push(Uint8Array.of(0x50, ...bits));
  }

  async #answer(message: Bytes): Promise<void> {
    const index = this.counters.messages;
    this.counters.messages += 1;
    const [type = 0, , , , , slotIndex = 0, sequence = 0] = message;
    const fault = (kind: Parameters<typeof hits>[1]): number => hits(this.faults, kind, index);
    if (fault("silent")) return;
    const say = (reply: Reply, own: number = sequence): Bytes => {
      const bytes = new Uint8Array(10 + reply.data.length);
      const view = new DataView(bytes.buffer);
      view.setUint8(0, reply.type);
      view.setUint32(1, reply.data.length + (fault("wrongLength") ? 3 : 0), true);
      view.setUint8(5, slotIndex);
      view.setUint8(6, own);
      view.setUint8(7, reply.status);
      view.setUint8(8, reply.error);
      view.setUint8(9, reply.specific);
      bytes.set(reply.data, 10);
      return bytes;
    };
    const extension: Reply = { type: 0x80, status: 0x80, error: 1, specific: 0, data: nothing };
    if (fault("endlessTime")) {
      for (let i = 0; i < 700; i += 1) this.#in.push(say(extension));
      return;
    }
    const broken = fault("hardware") ? 0xfb : fault("slotBusy") ? 0xe0 : null;
    const reply: Reply = broken
      ? { type: answerType[type] ?? 0x80, status: 0x40, error: broken, specific: 0, data: nothing }
      : await handleMessage(this, message, () => this.#in.push(say(extension)));
    message.fill(0);
    const stale = fault("stale");
    for (let i = stale; i > 0; i -= 1) this.#in.push(say({ ...reply, data: nothing }, (sequence + 256 - i) & 0xff));
    const bytes = say(reply);
    if (fault("duplicate")) this.#in.push(bytes.slice());
    if (fault("truncate")) this.#in.push(bytes.slice(0, Math.max(4, bytes.length - 3)));
    else if (fault("babble")) this.#in.push(Uint8Array.of(...bytes, 1, 2, 3, 4, 5));
    else this.#in.push(bytes);
  }
}
