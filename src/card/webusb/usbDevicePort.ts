// UsbPort (four calls) over one claimed interface of a WebUSB device.
import { copyOf } from "../bytes.ts";
import type { Bytes } from "../bytes.ts";
import { CardError } from "../error.ts";
import type { ControlSetup, UsbPort } from "../usb/usbPort.ts";
import { overwriteFreedMessage } from "./freedMessage.ts";
import { usbError } from "./usbError.ts";

export interface PortEndpoints {
  readonly interfaceNumber: number;
  /** Endpoint numbers without the direction bit, as WebUSB counts them. */
  readonly bulkIn: number;
  readonly bulkOut: number;
  readonly interruptIn: number | null;
}

/** A view may start anywhere in its buffer, and the buffer may be longer than the answer: copy exactly the answer. */
function bytesOf(view: DataView | undefined): Bytes {
  if (!view) return new Uint8Array(0);
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice();
}

export class UsbDevicePort implements UsbPort {
  readonly #device: USBDevice;
  readonly #endpoints: PortEndpoints;
  readonly interruptIn: ((length: number) => Promise<Bytes>) | null;
  #closed = false;

  /** @param device opened, configured, its interface claimed. */
  constructor(device: USBDevice, endpoints: PortEndpoints) {
    this.#device = device;
    this.#endpoints = endpoints;
    const interrupt = endpoints.interruptIn;
    this.interruptIn = interrupt === null ? null : (length) => this.#in(interrupt, length);
  }

  async control(setup: ControlSetup, transfer: number | Uint8Array): Promise<Bytes> {
    const parameters: USBControlTransferParameters = {
      requestType: setup.requestType,
      recipient: setup.recipient,
      request: setup.request,
      value: setup.value,
      index: setup.index,
    };
    try {
      if (typeof transfer === "number") {
        const result = await this.#device.controlTransferIn(parameters, transfer);
        if (result.status !== "ok") throw new CardError("READER_PROTOCOL", `control transfer: ${result.status}`);
        return bytesOf(result.data);
      }
      const result = await this.#device.controlTransferOut(parameters, transfer.slice());
      if (result.status !== "ok") throw new CardError("READER_PROTOCOL", `control transfer: ${result.status}`);
      return new Uint8Array(0);
    } catch (error) {
      throw this.#translate(error);
    }
  }

  async bulkOut(data: Uint8Array): Promise<void> {
    // WebUSB takes an ArrayBuffer view; ours may lie over a shared one by type, so it is copied, and the copy wiped.
    const copy = copyOf(data);
    try {
      const transfer = this.#device.transferOut(this.#endpoints.bulkOut, copy);
      // See: [Note: what a transfer leaves behind].
      overwriteFreedMessage(copy.length);
      const result = await transfer;
      if (result.status !== "ok") {
        await this.#clearHalt("out", this.#endpoints.bulkOut);
        throw new CardError("READER_PROTOCOL", "the reader stalled its input");
      }
      if (result.bytesWritten !== copy.length) throw new CardError("READER_PROTOCOL", "the reader took part of a message");
    } catch (error) {
      throw this.#translate(error);
    } finally {
      copy.fill(0);
    }
  }

  bulkIn(length: number): Promise<Bytes> {
    return this.#in(this.#endpoints.bulkIn, length);
  }

  /** Release and re-claim: the only way WebUSB has to end a pending transfer (whatwg/usb#25). */
  async reset(): Promise<void> {
    if (this.#closed) throw new CardError("READER_GONE", "the port is closed");
    try {
      await this.#device.releaseInterface(this.#endpoints.interfaceNumber);
      await this.#device.claimInterface(this.#endpoints.interfaceNumber);
    } catch (error) {
      throw usbError("claim", error);
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    try {
      if (this.#device.opened) await this.#device.close();
    } catch {
      // Gone already: there is nothing left to give back.
    }
  }

  async #in(endpoint: number, length: number): Promise<Bytes> {
    try {
      const result = await this.#device.transferIn(endpoint, length);
      if (result.status === "stall") {
        await this.#clearHalt("in", endpoint);
        throw new CardError("READER_PROTOCOL", "the reader stalled its output");
      }
      if (result.status !== "ok") throw new CardError("READER_PROTOCOL", "the reader sent more than was asked for");
      return bytesOf(result.data);
    } catch (error) {
      throw this.#translate(error);
    }
  }

  async #clearHalt(direction: USBDirection, endpoint: number): Promise<void> {
    try {
      await this.#device.clearHalt(direction, endpoint);
    } catch {
      // The stall is reported anyway; the next transfer will say if the endpoint is still halted.
    }
  }

  #translate(error: unknown): CardError {
    if (this.#closed) return new CardError("READER_GONE", "the port is closed", {}, error);
    return usbError("transfer", error);
  }
}
