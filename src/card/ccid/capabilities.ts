// What a reader can do: its descriptor, corrected by its quirks, and its table of rates.
import type { ExchangeLevel, ReaderCapabilities } from "../iso7816part3/negotiation.ts";
import type { CcidDescriptor } from "../usb/ccidInterface.ts";
import type { CcidDevice } from "./ccidDevice.ts";

export const DwFeature = {
  automaticActivation: 0x04,
  automaticVoltage: 0x08,
  automaticParameterNegotiation: 0x40,
  automaticPps: 0x80,
  automaticIfsd: 0x400,
} as const;

const requestDataRates = 0x03;
const noLimit = 0xffff_ffff;

/** Bits 16 to 18 of dwFeatures (CCID 1.1 table 5.1-1); none set is character level. */
export function exchangeLevelOf(dwFeatures: number): ExchangeLevel {
  if (dwFeatures & 0x4_0000) return "extendedApdu";
  if (dwFeatures & 0x2_0000) return "shortApdu";
  return dwFeatures & 0x1_0000 ? "tpdu" : "character";
}

/** GET_DATA_RATES (§5.3.3); empty when the reader has no table or does not answer the request. */
export async function readDataRates(device: CcidDevice): Promise<readonly number[]> {
  const { descriptor, interfaceNumber } = device.ccid;
  const count = descriptor.bNumDataRatesSupported;
  if (count === 0) return [];
  try {
    const setup = { requestType: "class", recipient: "interface", request: requestDataRates, value: 0, index: interfaceNumber } as const;
    const bytes = await device.port.control(setup, 4 * count);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => view.getUint32(4 * i, true));
  } catch {
    // Readers announce a table and stall on the request; then the maximum alone decides.
    return [];
  }
}

export function capabilitiesOf(device: CcidDevice, dataRatesBps: readonly number[]): ReaderCapabilities {
  const { quirks } = device;
  const descriptor: CcidDescriptor = device.ccid.descriptor;
  const features =
    descriptor.dwFeatures | (quirks.noPps ? DwFeature.automaticPps : 0) | (quirks.noIfsd ? DwFeature.automaticIfsd : 0);
  return {
    protocols: descriptor.dwProtocols,
    features,
    defaultClockKHz: descriptor.dwDefaultClock,
    maxDataRateBps: Math.min(descriptor.dwMaxDataRate, quirks.maxDataRateBps ?? noLimit),
    dataRatesBps: dataRatesBps.filter((rate) => rate <= (quirks.maxDataRateBps ?? noLimit)),
    maxIfsd: quirks.maxIfsd ?? descriptor.dwMaxIFSD,
    exchangeLevel: quirks.exchangeLevel ?? exchangeLevelOf(descriptor.dwFeatures),
  };
}
