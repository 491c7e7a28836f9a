// umockdev's ioctl socket, one connection: three 64-bit words a message, then raw memory. The client (the browser)
// waits while we read and write its memory. Wire format: umockdev's ioctl tree server, version 0.17.
import type { Socket } from "node:net";

const wordBytes = 8;
const messageBytes = 3 * wordBytes;
export const Op = { ioctl: 1, result: 2, done: 3, run: 4, readMemory: 5, writeMemory: 6, read: 7, write: 8 } as const;

export interface Request {
  readonly op: number;
  readonly arg1: bigint;
  readonly arg2: bigint;
}

export class IoctlChannel {
  readonly #socket: Socket;
  #buffer = Buffer.alloc(0);
  #wanted = 0;
  #wake: ((ok: boolean) => void) | null = null;
  #closed = false;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (data) => {
      this.#buffer = Buffer.concat([this.#buffer, data]);
      if (this.#buffer.length >= this.#wanted) this.#wake?.(true);
    });
    const end = (): void => {
      this.#closed = true;
      this.#wake?.(false);
    };
    socket.on("close", end);
    socket.on("error", end);
  }

  /** The next request; null once the browser has closed the device. */
  async request(): Promise<Request | null> {
    const bytes = await this.#take(messageBytes);
    if (!bytes) return null;
    return { op: Number(bytes.readBigUInt64LE(0)), arg1: bytes.readBigUInt64LE(8), arg2: bytes.readBigUInt64LE(16) };
  }

  async readMemory(address: bigint, length: number): Promise<Buffer> {
    if (length === 0) return Buffer.alloc(0);
    this.#send(Op.readMemory, address, BigInt(length));
    const bytes = await this.#take(length);
    if (!bytes) throw new Error("the browser went away");
    return bytes;
  }

  writeMemory(address: bigint, data: Uint8Array): void {
    if (data.length === 0) return;
    this.#send(Op.writeMemory, address, BigInt(data.length));
    this.#socket.write(Buffer.from(data));
  }

  /** Ends a request: the system call's return value, and errno when that is -1. */
  done(value: number, errno = 0): void {
    this.#send(Op.done, BigInt.asUintN(64, BigInt(value)), BigInt(errno));
  }

  #send(op: number, arg1: bigint, arg2: bigint): void {
    const bytes = Buffer.alloc(messageBytes);
    bytes.writeBigUInt64LE(BigInt(op), 0);
    bytes.writeBigUInt64LE(arg1, 8);
    bytes.writeBigUInt64LE(arg2, 16);
    if (!this.#closed) this.#socket.write(bytes);
  }

  async #take(length: number): Promise<Buffer | null> {
    while (this.#buffer.length < length) {
      if (this.#closed) return null;
      this.#wanted = length;
      const ok = await new Promise<boolean>((resolve) => (this.#wake = resolve));
      this.#wake = null;
      if (!ok) return null;
    }
    const bytes = this.#buffer.subarray(0, length);
    this.#buffer = this.#buffer.subarray(length);
    return Buffer.from(bytes);
  }
}
