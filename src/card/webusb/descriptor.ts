// WebUSB keeps class descriptors to itself, so the configuration descriptor is asked for as USB 2.0 §9.4.3 says.
import type { Bytes } from "../bytes.ts";
import { CardError } from "../error.ts";
import { usbError } from "./usbError.ts";

const GET_DESCRIPTOR = 0x06;
const CONFIGURATION = 0x02;
const headerLength = 9;

async function getDescriptor(device: USBDevice, index: number, length: number): Promise<Bytes> {
  const setup: USBControlTransferParameters = {
    requestType: "standard",
    recipient: "device",
    request: GET_DESCRIPTOR,
    value: (CONFIGURATION << 8) | index,
    index: 0,
  };
  const { data } = await device.controlTransferIn(setup, length).catch((error: unknown) => {
    throw usbError("transfer", error);
  });
  return data ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice() : new Uint8Array(0);
}

/**
 * The active (else the first) configuration's descriptor, wTotalLength bytes or what the device gave of them.
 * @throws CardError READER_GONE, READER_PROTOCOL when even its header is cut short.
 */
export async function readConfigurationDescriptor(device: USBDevice): Promise<Bytes> {
  // `configuration` and `configurations[i]` are different objects in Chromium: compare by value.
  const value = device.configuration?.configurationValue;
  const found = device.configurations.findIndex((configuration) => configuration.configurationValue === value);
  const index = Math.max(found, 0);
  const header = await getDescriptor(device, index, headerLength);
  if (header.length < headerLength) throw new CardError("READER_PROTOCOL", "configuration descriptor cut short");
  const total = (header[2] ?? 0) | ((header[3] ?? 0) << 8);
  return await getDescriptor(device, index, Math.max(total, headerLength));
}
