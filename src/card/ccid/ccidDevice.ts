// One CCID device on the bus: sends a command, waits for its answer, and puts itself right when that goes wrong.
// CCID 1.1 §3 (message flow), §5.3.1 (abort), §6.2 (status).
import { type Bytes, concat, wipe } from "../bytes.ts";
import { CardError } from "../error.ts";
import type { CcidInterface } from "../usb/ccidInterface.ts";
import type { UsbPort } from "../usb/usbPort.ts";
import {
  announcedLength,
  answerTo,
  type CcidResponse,
  Command,
  type CommandType,
  decodeResponse,
  encodeCommand,
} from "./message.ts";
import { Mutex } from "../../async/mutex.ts";
import { type Quirks, quirksFor } from "./quirks.ts";
import { SlotErrorCode, slotError } from "./slotError.ts";
import type { Timer } from "../../async/timer.ts";
import { late, within } from "../../async/within.ts";

export interface CommandOptions {
  /** bytes 7 to 9 of the header. */
  readonly specific?: readonly [number, number, number];
  readonly data?: Uint8Array;
  /** How long the reader may take; each time extension starts it again. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

const requestAbort = 0x01;
const defaultTimeoutMs = 3_000;
const writeTimeoutMs = 5_000;
const abortTimeoutMs = 1_000;
/** Answers to commands of an earlier life (a killed window) are dropped, but a reader that sends only those is broken. */
const maxStale = 10;
/** A card that computes for ten minutes is not computing. */
const maxExtensions = 600;
/** The largest message there can be: an extended APDU and its header. */
const maxMessage = 65_544 + 10 + 64;

export class CcidDevice {
  readonly ccid: CcidInterface;
  readonly quirks: Quirks;
  readonly timer: Timer;
  readonly #port: UsbPort;
  readonly #mutex = new Mutex();
  #sequence = 0;
  /** Set by port resets, which end the interrupt transfer too. */
  #resets = 0;
  /** Slots whose card has the power we gave it, and slots whose card was found without it. */
  readonly #powered = new Set<number>();
  readonly #lost = new Set<number>();

  constructor(port: UsbPort, ccid: CcidInterface, ids: { vendorId: number; productId: number; bcdDevice: number }, timer: Timer) {
    this.#port = port;
    this.ccid = ccid;
    this.quirks = quirksFor(ids);
    this.timer = timer;
  }

  get port(): UsbPort {
    return this.#port;
  }

  get resets(): number {
    return this.#resets;
  }

  /**
   * Whether a card that we powered was found without power since the last time this was asked: it was taken out, and it
   * or another one put in (libccid concludes the same in IFDHICCPresence). Readers without an interrupt endpoint say
   * nothing else of a swap between two looks.
   */
  lostPower(slot: number): boolean {
    return this.#lost.delete(slot);
  }

  /** Sends a command and returns its answer whatever its status. Commands wait for each other. */
  exchange(type: CommandType, slot: number, options: CommandOptions = {}): Promise<CcidResponse> {
    return this.#mutex.run(() => this.#exchange(type, slot, options));
  }

  /** Sends a command and returns its answer; a failed one throws (slotError). */
  async command(type: CommandType, slot: number, options: CommandOptions = {}): Promise<CcidResponse> {
    const response = await this.exchange(type, slot, options);
    if (response.command === 1) throw slotError(response);
    return response;
  }

  async #exchange(type: CommandType, slot: number, options: CommandOptions): Promise<CcidResponse> {
    if (options.signal?.aborted) throw new CardError("CANCELLED", "cancelled before the command was sent");
    const sequence = this.#sequence;
    this.#sequence = (sequence + 1) & 0xff;
    const data = options.data ?? new Uint8Array(0);
    const frame = encodeCommand({ type, slot, sequence, specific: options.specific ?? [0, 0, 0], data });
    try {
      await this.#within(this.#port.bulkOut(frame), writeTimeoutMs, options.signal);
    } catch (error) {
      await this.#recover(error, slot, sequence);
    } finally {
      wipe(frame);
    }
    try {
      return await this.#answer(type, slot, sequence, options);
    } catch (error) {
      return await this.#recover(error, slot, sequence);
    }
  }

  async #answer(type: CommandType, slot: number, sequence: number, options: CommandOptions): Promise<CcidResponse> {
    const timeoutMs = Math.max(options.timeoutMs ?? defaultTimeoutMs, this.quirks.minTimeoutMs);
    let wait = timeoutMs;
    let extensions = 0;
    for (let stale = 0; stale <= maxStale; ) {
      const response = await this.#within(this.#read(), wait, options.signal);
      if (response.sequence !== sequence || response.slot !== slot) {
        stale += 1;
        continue;
      }
      if (response.command === 2) {
        extensions += 1;
        if (extensions > maxExtensions) throw new CardError("READER_TIMEOUT", "the reader asks for more time without end");
        // For a time extension bError is a multiplier of the waiting time (§6.2.6).
        wait = timeoutMs * Math.max(response.error, 1);
        continue;
      }
      const failedGenerically = response.command === 1 && response.error === SlotErrorCode.unsupported;
      if (response.type !== answerTo[type] && !failedGenerically) {
        throw new CardError("READER_PROTOCOL", "the answer is of another kind than the command");
      }
      this.#notePower(type, response);
      return response;
    }
    throw new CardError("READER_PROTOCOL", "only answers to other commands came");
  }

  #notePower(type: CommandType, { slot, icc, command }: CcidResponse): void {
    if (type === Command.iccPowerOff) this.#powered.delete(slot);
    else if (type === Command.iccPowerOn) {
      this.#lost.delete(slot);
      if (command === 0) this.#powered.add(slot);
      else this.#powered.delete(slot);
    } else if (type === Command.getSlotStatus && icc !== 0 && this.#powered.delete(slot)) this.#lost.add(slot);
  }

  /** One whole message, however many transfers it takes. */
  async #read(): Promise<CcidResponse> {
    const { packetSize } = this.ccid.endpoints;
    const wanted = Math.max(this.ccid.descriptor.dwMaxCCIDMessageLength, 64);
    const length = Math.ceil(Math.min(wanted, maxMessage) / packetSize) * packetSize;
    let bytes: Bytes = new Uint8Array(0);
    for (let empty = 0; ; ) {
      const part = await this.#port.bulkIn(length);
      if (part.length === 0) {
        // A zero-length packet ends a transfer whose last packet was full, or belongs to nothing at all.
        empty += 1;
        if (empty > maxStale) throw new CardError("READER_PROTOCOL", "the reader sends nothing but empty packets");
        continue;
      }
      bytes = concat(bytes, part);
      const announced = announcedLength(bytes);
      if (announced !== null && announced > maxMessage) {
        throw new CardError("READER_PROTOCOL", "a message longer than any can be");
      }
      if (announced !== null && bytes.length >= announced) {
        const response = decodeResponse(bytes);
        if (!response) throw new CardError("READER_PROTOCOL", "a message longer than it says");
        return response;
      }
      // A short packet ends a message (USB 2.0 §5.8.3): what is missing will not come.
      if (part.length % packetSize !== 0) throw new CardError("READER_PROTOCOL", "a message was cut short");
    }
  }

  /** `act`, but not longer than `ms` and not after `signal`. */
  async #within<T>(act: Promise<T>, ms: number, signal: AbortSignal | undefined): Promise<T> {
    const done = await within(act, ms, this.timer, signal);
    if (done !== late) return done;
    if (signal?.aborted) throw new CardError("CANCELLED", "cancelled");
    throw new CardError("READER_TIMEOUT", "the reader did not answer in time");
  }

  /** After a cancelled, late or nonsensical answer: abort the command, find the reader's pulse, then throw. */
  async #recover(error: unknown, slot: number, sequence: number): Promise<never> {
    const failure = error instanceof CardError ? error : new CardError("INTERNAL", "transfer failed", {}, error);
    if (failure.code !== "READER_GONE") {
      try {
        await this.#abort(slot, sequence);
      } catch {
        // Not even ABORT was answered. The next command will say so again.
      }
    }
    throw failure;
  }

  async #abort(slot: number, sequence: number): Promise<void> {
    this.#resets += 1;
    await this.#port.reset();
    const index = this.ccid.interfaceNumber;
    const value = (sequence << 8) | slot;
    const setup = { requestType: "class", recipient: "interface", request: requestAbort, value, index } as const;
    await this.#within(this.#port.control(setup, new Uint8Array(0)), abortTimeoutMs, undefined);
    const data = new Uint8Array(0);
    for (const type of [Command.abort, Command.getSlotStatus]) {
      const own = type === Command.abort ? sequence : this.#sequence;
      if (type === Command.getSlotStatus) this.#sequence = (own + 1) & 0xff;
      const frame = encodeCommand({ type, slot, sequence: own, specific: [0, 0, 0], data });
      await this.#within(this.#port.bulkOut(frame), abortTimeoutMs, undefined);
      for (let stale = 0; stale <= maxStale; stale += 1) {
        const response = await this.#within(this.#read(), abortTimeoutMs, undefined);
        if (response.sequence === own && response.type === answerTo[type]) break;
      }
    }
  }
}
