// What a reader can do, as a PC/SC service tells it: features and properties of PC/SC part 10 v2.02.09 §2.2 and §2.6.14.
import { Feature, type FeatureCode } from "../reader.ts";
import type { PcscCard } from "./pcscApi.ts";
import { usbIdOf } from "../usb/usbId.ts";
import { PcscError } from "./pcscError.ts";

/** CM_IOCTL_GET_FEATURE_REQUEST as the argument of SCARD_CTL_CODE. */
const getFeatureRequest = 3_400;
const tlvProperties = 0x12;
const patienceMs = 5_000;

const Property = { maxApduDataSize: 0x0a, vendorId: 0x0b, productId: 0x0c } as const;

export interface ReaderFeatures {
  /** The reader's own control code of each feature that we know. */
  readonly codes: ReadonlyMap<FeatureCode, number>;
  readonly apduLength: "short" | "extended";
  readonly usbId: string | null;
}

export const noFeatures: ReaderFeatures = { codes: new Map(), apduLength: "short", usbId: null };

/** Tag, length, value, one after another; what is cut off is left out. */
function* records(bytes: Uint8Array): Generator<readonly [number, Uint8Array]> {
  for (let at = 0; at + 2 <= bytes.length; ) {
    const length = bytes[at + 1] ?? 0;
    const value = bytes.subarray(at + 2, at + 2 + length);
    if (value.length < length) return;
    yield [bytes[at] ?? 0, value];
    at += 2 + length;
  }
}

/** Tag → control code; the codes are four bytes, big endian (§2.2). */
export function parseFeatures(bytes: Uint8Array): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const [tag, value] of records(bytes)) {
    if (value.length === 4) found.set(tag, new DataView(value.buffer, value.byteOffset, 4).getUint32(0));
  }
  return found;
}

/** Tag → number; integers are little endian (§2.6.14). */
export function parseProperties(bytes: Uint8Array): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const [tag, value] of records(bytes)) {
    if (value.length <= 4) found.set(tag, value.reduceRight((sum, byte) => sum * 256 + byte, 0));
  }
  return found;
}

/** Asks the reader; a reader or driver that knows nothing of part 10 has no features, which is no error. */
export async function readFeatures(card: PcscCard): Promise<ReaderFeatures> {
  const ask = async (code: Parameters<PcscCard["control"]>[0]): Promise<Uint8Array> => {
    try {
      return await card.control(code, new Uint8Array(0), patienceMs);
    } catch (error) {
      if (error instanceof PcscError && error.code !== "removed-card" && error.code !== "reset-card") return new Uint8Array(0);
      throw error;
    }
  };
  const codes = parseFeatures(await ask({ ctl: getFeatureRequest }));
  const properties = codes.get(tlvProperties);
  const known = properties === undefined ? new Map<number, number>() : parseProperties(await ask({ feature: properties }));
  const [vendor, product] = [known.get(Property.vendorId), known.get(Property.productId)];
  return {
    codes: new Map(Object.values(Feature).flatMap((feature) => (codes.has(feature) ? [[feature, codes.get(feature) ?? 0] as const] : []))),
    // 0: short APDUs only; else as many bytes of data.
    apduLength: (known.get(Property.maxApduDataSize) ?? 0) > 256 ? "extended" : "short",
    usbId: vendor === undefined || product === undefined ? null : usbIdOf({ vendorId: vendor, productId: product }),
  };
}

