// navigator.usb for Node and for the demo build, over virtual readers: the part of WebUSB that an extension worker
// uses, with Chromium's exceptions (measured on Chromium 156).
import type { VirtualReader } from "../reader/reader.ts";
import type { UsbOutcome } from "../contracts.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Who has claimed what, across everything that shares one computer. */
const claims = new WeakMap<VirtualReader, VirtualUsbDevice>();

const refused = (message: string, name: string): DOMException => new DOMException(message, name);

function view(data: Bytes): DataView {
  // Chromium hands out views that do not begin at 0 of their buffer; so does this.
  const padded = new Uint8Array(data.length + 3);
  padded.set(data, 3);
  return new DataView(padded.buffer, 3, data.length);
}

const protectedClasses = new Set([0x01, 0x03, 0x08, 0x0b, 0x0e, 0x10, 0xe0]);

export class VirtualUsbDevice {
  readonly reader: VirtualReader;
  opened = false;
  configuration: { readonly configurationValue: number } | null = null;
  readonly configurations = [{ configurationValue: 1, interfaces: [] }];
  readonly vendorId: number;
  readonly productId: number;
  readonly deviceVersionMajor: number;
  readonly deviceVersionMinor: number;
  readonly deviceVersionSubminor: number;
  readonly manufacturerName: string;
  readonly productName: string;
  readonly serialNumber: string | null;
  /** Somebody else on this computer (a smart-card service) holds the interface. */
  heldElsewhere = false;
  /** An isolated app with `usb-unrestricted` has it. */
  unrestricted = false;
  /** The system does not let the browser open the device. */
  denied = false;
  #transfers = new AbortController();

  constructor(reader: VirtualReader) {
    this.reader = reader;
    const d = new DataView(reader.deviceDescriptor.buffer);
    this.vendorId = d.getUint16(8, true);
    this.productId = d.getUint16(10, true);
    const bcd = d.getUint16(12, true);
    this.deviceVersionMajor = bcd >> 8;
    this.deviceVersionMinor = (bcd >> 4) & 15;
    this.deviceVersionSubminor = bcd & 15;
    this.manufacturerName = reader.strings.manufacturer;
    this.productName = reader.strings.product;
    this.serialNumber = reader.strings.serial;
  }

  async open(): Promise<void> {
    if (this.reader.unplugged) throw refused("The device was disconnected.", "NotFoundError");
    if (this.denied) throw refused("Failed to execute 'open' on 'USBDevice': Access denied.", "SecurityError");
    this.opened = true;
    this.configuration = { configurationValue: 1 };
  }

  async close(): Promise<void> {
    this.#release();
    this.opened = false;
  }

  async selectConfiguration(value: number): Promise<void> {
    this.#mustBeOpen();
    if (value !== 1) throw refused("No such configuration.", "NotFoundError");
    this.configuration = { configurationValue: 1 };
  }

  async claimInterface(number: number): Promise<void> {
    this.#mustBeOpen();
    if (number !== this.reader.interfaceNumber) throw refused("The interface number provided is not supported.", "NotFoundError");
    const holder = claims.get(this.reader);
    if (holder === this) return;
    if (!this.unrestricted && protectedClasses.has(this.#interfaceClass())) {
      throw refused("Failed to execute 'claimInterface' on 'USBDevice': The requested interface implements a protected class.", "SecurityError");
    }
    if (holder || this.heldElsewhere) throw refused("Unable to claim interface.", "NetworkError");
    claims.set(this.reader, this);
    this.#transfers = new AbortController();
    this.reader.claimed();
  }

  async releaseInterface(number: number): Promise<void> {
    this.#mustBeOpen();
    if (number === this.reader.interfaceNumber) this.#release();
  }

  async clearHalt(): Promise<void> {
    this.#mustBeOpen();
  }

  async controlTransferIn(setup: USBControlTransferParameters, length: number) {
    const outcome = await this.#control(setup, length, new Uint8Array(0));
    return { status: this.#status(outcome), data: view(outcome.data) };
  }

  async controlTransferOut(setup: USBControlTransferParameters, data: Uint8Array) {
    const outcome = await this.#control(setup, data.length, data.slice());
    return { status: this.#status(outcome), bytesWritten: data.length };
  }

  async transferOut(endpoint: number, data: Uint8Array) {
    this.#mustBeClaimed();
    const outcome = await this.reader.bulkOut(endpoint, data.slice());
    return { status: this.#status(outcome), bytesWritten: data.length };
  }

  async transferIn(endpoint: number, length: number) {
    this.#mustBeClaimed();
    const { signal } = this.#transfers;
    const outcome = endpoint === 4
      ? await this.reader.interruptIn(endpoint, length, signal)
      : await this.reader.bulkIn(endpoint, length, signal);
    return { status: this.#status(outcome), data: view(outcome.data) };
  }

  #control(setup: USBControlTransferParameters, length: number, data: Bytes): Promise<UsbOutcome> {
    this.#mustBeOpen();
    if (setup.recipient === "interface") this.#mustBeClaimed();
    const kind = { standard: 0, class: 1, vendor: 2 }[setup.requestType];
    const to = { device: 0, interface: 1, endpoint: 2, other: 3 }[setup.recipient];
    const incoming = data.length === 0 && length > 0;
    const packet = new DataView(new ArrayBuffer(8));
    packet.setUint8(0, (incoming ? 0x80 : 0) | (kind << 5) | to);
    packet.setUint8(1, setup.request);
    packet.setUint16(2, setup.value, true);
    packet.setUint16(4, setup.index, true);
    packet.setUint16(6, length, true);
    return this.reader.control(new Uint8Array(packet.buffer), data);
  }

  #status({ status }: UsbOutcome): USBTransferStatus {
    if (status === "gone") throw refused("The device was disconnected.", "NotFoundError");
    if (status === "cancelled") throw refused("The transfer was cancelled.", "AbortError");
    return status;
  }

  #interfaceClass(): number {
    const bytes = this.reader.configurationDescriptor;
    for (let at = 0; at < bytes.length; at += bytes[at] || 255) {
      if (bytes[at + 1] === 4 && bytes[at + 2] === this.reader.interfaceNumber) return bytes[at + 5] ?? 0;
    }
    return 0;
  }

  #release(): void {
    this.#transfers.abort();
    if (claims.get(this.reader) !== this) return;
    claims.delete(this.reader);
    this.reader.released();
  }

  #mustBeOpen(): void {
    if (this.reader.unplugged) throw refused("The device was disconnected.", "NotFoundError");
    if (!this.opened) throw refused("The device must be opened first.", "InvalidStateError");
  }

  #mustBeClaimed(): void {
    this.#mustBeOpen();
    if (claims.get(this.reader) !== this) throw refused("The specified interface has not been claimed.", "InvalidStateError");
  }
}

/** One context's navigator.usb. */
export class VirtualUsb extends EventTarget {
  /** What an answer about the devices waits for on its way: a busy browser. */
  busy: (() => Promise<void>) | null = null;
  readonly #devices: VirtualUsbDevice[] = [];
  readonly #unrestricted: boolean;

  /** @param unrestricted the context may claim protected classes */
  constructor(unrestricted = false) {
    super();
    this.#unrestricted = unrestricted;
  }

  async getDevices(): Promise<USBDevice[]> {
    const devices = this.#devices.filter((device) => !device.reader.unplugged);
    await this.busy?.();
    return devices as unknown as USBDevice[];
  }

  /** Whether any context on this computer has claimed the reader. */
  static isClaimed(reader: VirtualReader): boolean {
    return claims.has(reader);
  }

  plug(reader: VirtualReader, tell = true): VirtualUsbDevice {
    const device = new VirtualUsbDevice(reader);
    device.unrestricted = this.#unrestricted;
    this.#devices.push(device);
    reader.onUnplug(() => this.#tell("disconnect", device));
    if (tell) this.#tell("connect", device);
    return device;
  }

  #tell(type: "connect" | "disconnect", device: VirtualUsbDevice): void {
    this.dispatchEvent(Object.assign(new Event(type), { device }));
  }
}
