// A reader's descriptor facts. The 773 rows of tests/vectors/readerProfiles.json come from the reader dumps that the libccid
// project publishes (facts only; endpoint addresses and packet sizes are not in them and are made up here).

export interface ReaderProfile {
  readonly name: string;
  /** Four hexadecimal digits. */
  readonly vid: string;
  readonly pid: string;
  readonly bcd: string;
  readonly interface: number;
  readonly class: number;
  readonly subclass: number;
  readonly protocol: number;
  readonly descriptorType: number;
  readonly bcdCCID: string;
  readonly maxSlot: number;
  readonly voltage: number;
  readonly protocols: number;
  readonly clock: number;
  readonly maxClock: number;
  readonly rate: number;
  readonly maxRate: number;
  readonly rates: readonly number[];
  readonly ifsd: number;
  /** dwFeatures, hexadecimal with 0x. */
  readonly features: string;
  readonly message: number;
  readonly lcd: number;
  readonly pin: number;
  readonly busy: number;
  /** 3 with interrupt, 2 without; 0 and 1 are ICCD tokens that speak over control transfers. */
  readonly endpoints: number;
  readonly bGetResponse: number;
  readonly bEnvelope: number;
}

export type Level = "character" | "tpdu" | "shortApdu" | "extendedApdu";

export function featuresOf(profile: ReaderProfile): number {
  return Number.parseInt(profile.features, 16);
}

export function levelOf(profile: ReaderProfile): Level {
  const features = featuresOf(profile);
  if (features & 0x40000) return "extendedApdu";
  if (features & 0x20000) return "shortApdu";
  return features & 0x10000 ? "tpdu" : "character";
}
