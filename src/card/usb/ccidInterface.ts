// Finds the CCID interface of a device and reads its class descriptor (CCID 1.1 §5.1).
import { CardError } from "../error.ts";
import { type Descriptor, type InterfaceDescriptors, interfaces } from "./descriptors.ts";

/** The class descriptor, field names as in CCID 1.1 table 5.1-1. */
export interface CcidDescriptor {
  readonly bcdCCID: number;
  readonly bMaxSlotIndex: number;
  /** Bit 0: 5 V, bit 1: 3 V, bit 2: 1.8 V. */
  readonly bVoltageSupport: number;
  /** Bit 0: T=0, bit 1: T=1. */
  readonly dwProtocols: number;
  /** kHz */
  readonly dwDefaultClock: number;
  readonly dwMaximumClock: number;
  /** bits per second */
  readonly dwDataRate: number;
  readonly dwMaxDataRate: number;
  readonly bNumDataRatesSupported: number;
  readonly dwMaxIFSD: number;
  readonly dwFeatures: number;
  readonly dwMaxCCIDMessageLength: number;
  readonly bClassGetResponse: number;
  readonly bClassEnvelope: number;
  readonly wLcdLayout: number;
  /** Bit 0: PIN verification, bit 1: PIN modification. */
  readonly bPINSupport: number;
  readonly bMaxCCIDBusySlots: number;
}

/** Endpoint numbers without the direction bit. */
export interface CcidEndpoints {
  readonly interfaceNumber: number;
  readonly bulkIn: number;
  readonly bulkOut: number;
  readonly interruptIn: number | null;
  /** wMaxPacketSize of bulk IN. */
  readonly packetSize: number;
}

export interface CcidInterface {
  readonly interfaceNumber: number;
  readonly interfaceClass: number;
  readonly endpoints: CcidEndpoints;
  readonly descriptor: CcidDescriptor;
}

const SMART_CARD_CLASS = 0x0b;
const VENDOR_CLASS = 0xff;
const ENDPOINT = 0x05;
/** 0x21 is the CCID descriptor's type; some readers of the vendor class say 0xFF. */
const descriptorTypes = new Set([0x21, 0xff]);
const descriptorLength = 54;

/**
 * The first CCID interface of a configuration. A class descriptor may stand before or behind the endpoints. An
 * interface of the vendor class counts only if it carries a class descriptor of exactly 54 bytes.
 * @returns null when there is none: not a reader. Class 0x0B with a missing descriptor is a broken reader:
 * @throws CardError READER_PROTOCOL; READER_UNSUPPORTED for tokens without bulk endpoints (ICCD).
 */
export function findCcidInterface(configuration: Uint8Array): CcidInterface | null {
  let broken: CardError | null = null;
  for (const candidate of interfaces(configuration)) {
    try {
      const found = read(candidate);
      if (found) return found;
    } catch (error) {
      if (!(error instanceof CardError)) throw error;
      broken ??= error;
    }
  }
  if (broken) throw broken;
  return null;
}

function read(candidate: InterfaceDescriptors): CcidInterface | null {
  const standard = candidate.interfaceClass === SMART_CARD_CLASS;
  if (!standard && candidate.interfaceClass !== VENDOR_CLASS) return null;
  const own = candidate.others.find(({ type, bytes }) => descriptorTypes.has(type) && bytes.length === descriptorLength);
  if (!own) {
    if (standard) throw new CardError("READER_PROTOCOL", "the CCID class descriptor is missing or cut short");
    return null;
  }
  const endpoints = findEndpoints(candidate);
  return {
    interfaceNumber: candidate.number,
    interfaceClass: candidate.interfaceClass,
    endpoints,
    descriptor: parseCcidDescriptor(own.bytes),
  };
}

function findEndpoints(candidate: InterfaceDescriptors): CcidEndpoints {
  let bulkIn: number | null = null;
  let bulkOut: number | null = null;
  let interruptIn: number | null = null;
  let packetSize = 64;
  for (const { bytes } of candidate.others.filter(isEndpoint)) {
    const address = bytes[2] ?? 0;
    const kind = (bytes[3] ?? 0) & 3;
    const isIn = (address & 0x80) !== 0;
    const number = address & 0x0f;
    if (kind === 2 && isIn) {
      bulkIn ??= number;
      if (bulkIn === number) packetSize = ((bytes[4] ?? 64) | ((bytes[5] ?? 0) << 8)) & 0x7ff || 64;
    } else if (kind === 2) bulkOut ??= number;
    else if (kind === 3 && isIn) interruptIn ??= number;
  }
  if (bulkIn === null || bulkOut === null) {
    throw new CardError("READER_UNSUPPORTED", "a token without bulk endpoints");
  }
  return { interfaceNumber: candidate.number, bulkIn, bulkOut, interruptIn, packetSize };
}

function isEndpoint({ type, bytes }: Descriptor): boolean {
  return type === ENDPOINT && bytes.length >= 7;
}

/** @param bytes exactly 54 bytes. */
export function parseCcidDescriptor(bytes: Uint8Array): CcidDescriptor {
  if (bytes.length !== descriptorLength) throw new CardError("READER_PROTOCOL", "the CCID class descriptor is cut short");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    bcdCCID: view.getUint16(2, true),
    bMaxSlotIndex: view.getUint8(4),
    bVoltageSupport: view.getUint8(5),
    dwProtocols: view.getUint32(6, true),
    dwDefaultClock: view.getUint32(10, true),
    dwMaximumClock: view.getUint32(14, true),
    dwDataRate: view.getUint32(19, true),
    dwMaxDataRate: view.getUint32(23, true),
    bNumDataRatesSupported: view.getUint8(27),
    dwMaxIFSD: view.getUint32(28, true),
    dwFeatures: view.getUint32(40, true),
    dwMaxCCIDMessageLength: view.getUint32(44, true),
    bClassGetResponse: view.getUint8(48),
    bClassEnvelope: view.getUint8(49),
    wLcdLayout: view.getUint16(50, true),
    bPINSupport: view.getUint8(52),
    bMaxCCIDBusySlots: view.getUint8(53),
  };
}
