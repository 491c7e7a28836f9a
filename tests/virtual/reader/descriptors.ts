// USB descriptors of a virtual reader, USB 2.0 §9.6 and CCID 1.1 §5.1.
import { featuresOf, type ReaderProfile } from "./profile.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export interface DescriptorOptions {
  /** Behind the last endpoint instead of before the first: some real readers do that. */
  readonly classDescriptorLast?: boolean;
  readonly packetSize?: number;
  readonly interfaceClass?: number;
}

export const endpoints = { bulkOut: 0x02, bulkIn: 0x83, interruptIn: 0x84 } as const;

const le16 = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff];
const le32 = (value: number): number[] => [...le16(value & 0xffff), ...le16(value >>> 16)];

/** "1.10" as BCD 0x0110. */
export function bcdOf(text: string): number {
  const [major = "0", minor = "0"] = text.split(".");
  return Number.parseInt(major.padStart(2, "0") + minor.padEnd(2, "0").slice(0, 2), 16);
}

export function deviceDescriptor(profile: ReaderProfile): Bytes {
  const [vid, pid] = [profile.vid, profile.pid].map((id) => Number.parseInt(id, 16));
  return Uint8Array.of(18, 1, ...le16(0x0200), 0, 0, 0, 64, ...le16(vid ?? 0), ...le16(pid ?? 0), ...le16(bcdOf(profile.bcd)), 1, 2, 3, 1);
}

function classDescriptor(profile: ReaderProfile): number[] {
  return [
    54,
    profile.descriptorType,
    ...le16(bcdOf(profile.bcdCCID)),
    profile.maxSlot,
    profile.voltage,
    ...le32(profile.protocols),
    ...le32(profile.clock),
    ...le32(profile.maxClock),
    0,
    ...le32(profile.rate),
    ...le32(profile.maxRate),
    Math.min(profile.rates.length, 255),
    ...le32(profile.ifsd),
    ...le32(0),
    ...le32(0),
    ...le32(featuresOf(profile)),
    ...le32(profile.message),
    profile.bGetResponse,
    profile.bEnvelope,
    ...le16(profile.lcd),
    profile.pin,
    profile.busy,
  ];
}

export function configurationDescriptor(profile: ReaderProfile, options: DescriptorOptions = {}): Bytes {
  const size = options.packetSize ?? 64;
  const endpoint = (address: number, kind: number, packet: number, interval: number): number[] => [7, 5, address, kind, ...le16(packet), interval];
  const points = [
    profile.endpoints >= 2 ? endpoint(endpoints.bulkOut, 2, size, 0).concat(endpoint(endpoints.bulkIn, 2, size, 0)) : [],
    profile.endpoints === 3 || profile.endpoints === 1 ? endpoint(endpoints.interruptIn, 3, 8, 16) : [],
  ].flat();
  const own = classDescriptor(profile);
  const interfaceClass = options.interfaceClass ?? profile.class;
  const number = profile.interface;
  // Interfaces before ours in a composite device: keyboards and the like.
  const before = Array.from({ length: number }, (_, i) => [
    [9, 4, i, 0, 1, 3, 0, 0, 0],
    [9, 0x21, 0x11, 0x01, 0, 1, 0x22, 0x3f, 0],
    endpoint(0x85 + i, 3, 8, 10),
  ]).flat(2);
  const ours = [9, 4, number, 0, profile.endpoints, interfaceClass, profile.subclass, profile.protocol, 0];
  const body = [...before, ...ours, ...(options.classDescriptorLast ? [...points, ...own] : [...own, ...points])];
  return Uint8Array.of(9, 2, ...le16(9 + body.length), number + 1, 1, 0, 0x80, 50, ...body);
}
