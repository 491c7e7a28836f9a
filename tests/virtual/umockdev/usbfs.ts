// usbfs ioctls of one open device node, served from a UsbMachine. Linux include/uapi/linux/usbdevice_fs.h (x86-64).
import type { UsbMachine, UsbOutcome } from "../contracts.ts";
import { type IoctlChannel, Op } from "./ioctlChannel.ts";
import type { PollableNode } from "./pollable.ts";

const Ioctl = {
  setInterface: 0x80085504,
  setConfiguration: 0x80045505,
  getDriver: 0x41045508,
  submitUrb: 0x8038550a,
  discardUrb: 0x550b,
  reapUrb: 0x4008550c,
  reapUrbNdelay: 0x4008550d,
  claimInterface: 0x8004550f,
  releaseInterface: 0x80045510,
  ioctl: 0xc0105512,
  reset: 0x5514,
  clearHalt: 0x80045515,
  getCapabilities: 0x8004551a,
  disconnectClaim: 0x8108551b,
} as const;

const Errno = { enoent: 2, eagain: 11, ebusy: 16, enodev: 19, einval: 22, enotty: 25, epipe: 32, enodata: 61, eoverflow: 75 } as const;

interface Urb {
  readonly address: bigint;
  readonly type: number;
  readonly endpoint: number;
  readonly buffer: bigint;
  readonly cancel: AbortController;
  result: { status: number; data: Uint8Array; actual: number } | null;
}

/** What all opens of one device share. */
export interface SharedDevice {
  readonly machine: UsbMachine;
  readonly node: PollableNode;
  /** Who has claimed the interface: one open of the node, or somebody who is not the browser at all. */
  holder: object | null;
  gone: boolean;
  readonly opens: Set<UsbfsOpen>;
  /** Ioctl numbers seen, for the curious and for tests. */
  readonly seen: Map<number, number>;
}

const urbBytes = 56;
const reapable = 2;
const statusOf: Record<UsbOutcome["status"], number> = {
  ok: 0,
  stall: -Errno.epipe,
  babble: -Errno.eoverflow,
  gone: -Errno.enodev,
  cancelled: -Errno.enoent,
};

export class UsbfsOpen {
  readonly #channel: IoctlChannel;
  readonly #device: SharedDevice;
  readonly #urbs = new Map<bigint, Urb>();
  readonly #done: Urb[] = [];

  constructor(channel: IoctlChannel, device: SharedDevice) {
    this.#channel = channel;
    this.#device = device;
    device.opens.add(this);
  }

  /** Serves requests until the browser closes the node. */
  async serve(): Promise<void> {
    for (;;) {
      const request = await this.#channel.request();
      if (!request) break;
      if (request.op !== Op.ioctl) {
        this.#channel.done(-1, Errno.einval);
        continue;
      }
      const number = Number(request.arg1 & 0xffff_ffffn);
      this.#device.seen.set(number, (this.#device.seen.get(number) ?? 0) + 1);
      const errno = await this.#handle(number, request.arg2).catch(() => Errno.enodev);
      this.#channel.done(errno === 0 ? 0 : -1, errno);
    }
    for (const urb of this.#urbs.values()) urb.cancel.abort();
    this.#release();
    this.#device.opens.delete(this);
  }

  /**
   * The device was pulled out: everything under way ends, and it is nobody's from now on. (The browser closes the node
   * later, and by then the same reader may be plugged in again.)
   */
  unplugged(): void {
    for (const urb of this.#urbs.values()) urb.cancel.abort();
    this.#release();
  }

  async #handle(number: number, argument: bigint): Promise<number> {
    const reaping = number === Ioctl.reapUrb || number === Ioctl.reapUrbNdelay;
    if (reaping) return this.#reap(argument);
    if (this.#device.gone) return Errno.enodev;
    switch (number) {
      case Ioctl.claimInterface:
        return this.#claim((await this.#channel.readMemory(argument, 4)).readUInt32LE(0));
      case Ioctl.disconnectClaim:
        return this.#claim((await this.#channel.readMemory(argument, 4)).readUInt32LE(0));
      case Ioctl.releaseInterface:
        this.#release();
        return 0;
      case Ioctl.submitUrb:
        return await this.#submit(argument);
      case Ioctl.discardUrb: {
        const urb = this.#urbs.get(argument);
        if (!urb || urb.result) return Errno.einval;
        urb.cancel.abort();
        return 0;
      }
      case Ioctl.getCapabilities: {
        const capabilities = Buffer.alloc(4);
        capabilities.writeUInt32LE(reapable);
        this.#channel.writeMemory(argument, capabilities);
        return 0;
      }
      case Ioctl.getDriver:
      case Ioctl.ioctl:
        return Errno.enodata;
      case Ioctl.setConfiguration:
      case Ioctl.setInterface:
      case Ioctl.reset:
      case Ioctl.clearHalt:
        return 0;
      default:
        return Errno.enotty;
    }
  }

  #claim(interfaceNumber: number): number {
    if (interfaceNumber !== this.#device.machine.interfaceNumber) return 0;
    if (this.#device.holder && this.#device.holder !== this) return Errno.ebusy;
    this.#device.holder = this;
    this.#device.machine.claimed();
    return 0;
  }

  #release(): void {
    if (this.#device.holder !== this) return;
    this.#device.holder = null;
    this.#device.machine.released();
  }

  async #submit(address: bigint): Promise<number> {
    const struct = await this.#channel.readMemory(address, urbBytes);
    const type = struct.readUInt8(0);
    const endpoint = struct.readUInt8(1);
    const buffer = struct.readBigUInt64LE(16);
    const length = struct.readInt32LE(24);
    const isIn = (endpoint & 0x80) !== 0;
    const cancel = new AbortController();
    const urb: Urb = { address, type, endpoint, buffer, cancel, result: null };
    const { machine } = this.#device;
    let outcome: Promise<UsbOutcome>;
    if (type === 2) {
      const whole = await this.#channel.readMemory(buffer, length);
      const setup = Uint8Array.from(whole.subarray(0, 8));
      const out = (setup[0] ?? 0) & 0x80 ? new Uint8Array(0) : Uint8Array.from(whole.subarray(8));
      outcome = machine.control(setup, out);
    } else if (isIn) {
      const number = endpoint & 0x0f;
      outcome = type === 1 ? machine.interruptIn(number, length, cancel.signal) : machine.bulkIn(number, length, cancel.signal);
    } else {
      const data = Uint8Array.from(await this.#channel.readMemory(buffer, length));
      outcome = machine.bulkOut(endpoint & 0x0f, data).finally(() => data.fill(0));
    }
    this.#urbs.set(address, urb);
    void outcome.then(({ status, data }) => {
      const actual = isIn || type === 2 ? data.length : status === "ok" ? length : 0;
      urb.result = { status: this.#device.gone ? -Errno.enodev : statusOf[status], data, actual };
      this.#done.push(urb);
      this.#device.node.signal();
    });
    return 0;
  }

  #reap(argument: bigint): number {
    const urb = this.#done.shift();
    if (!urb?.result) return this.#device.gone ? Errno.enodev : Errno.eagain;
    this.#urbs.delete(urb.address);
    this.#device.node.fetched();
    const { status, data, actual } = urb.result;
    // A control transfer's data follow its eight setup bytes.
    this.#channel.writeMemory(urb.buffer + (urb.type === 2 ? 8n : 0n), data);
    const word = Buffer.alloc(4);
    word.writeInt32LE(status);
    this.#channel.writeMemory(urb.address + 4n, Buffer.from(word));
    word.writeInt32LE(actual);
    this.#channel.writeMemory(urb.address + 28n, Buffer.from(word));
    const pointer = Buffer.alloc(8);
    pointer.writeBigUInt64LE(urb.address);
    this.#channel.writeMemory(argument, pointer);
    return 0;
  }
}
