// Walks a USB configuration descriptor (USB 2.0 §9.6) that may be cut short or lie about its lengths.
import { CardError } from "../error.ts";

export interface Descriptor {
  readonly type: number;
  /** bLength bytes, from the length byte on. */
  readonly bytes: Uint8Array;
}

export interface InterfaceDescriptors {
  readonly number: number;
  readonly alternate: number;
  readonly interfaceClass: number;
  readonly subclass: number;
  readonly protocol: number;
  /** Everything after this interface descriptor up to the next one, in order: class descriptors and endpoints. */
  readonly others: readonly Descriptor[];
}

const INTERFACE = 0x04;

/**
 * All descriptors, in order.
 * @throws CardError READER_PROTOCOL when a length is 0 or 1 or reaches past the end.
 */
export function walk(bytes: Uint8Array): readonly Descriptor[] {
  const found: Descriptor[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at] ?? 0;
    if (length < 2 || at + length > bytes.length) {
      throw new CardError("READER_PROTOCOL", "a USB descriptor reaches past its end");
    }
    found.push({ type: bytes[at + 1] ?? 0, bytes: bytes.subarray(at, at + length) });
    at += length;
  }
  return found;
}

/** Groups a configuration's descriptors by interface and alternate setting. */
export function interfaces(bytes: Uint8Array): readonly InterfaceDescriptors[] {
  const found: { -readonly [K in keyof InterfaceDescriptors]: InterfaceDescriptors[K] }[] = [];
  for (const descriptor of walk(bytes)) {
    if (descriptor.type === INTERFACE) {
      const b = descriptor.bytes;
      if (b.length < 9) throw new CardError("READER_PROTOCOL", "an interface descriptor is cut short");
      found.push({
        number: b[2] ?? 0,
        alternate: b[3] ?? 0,
        interfaceClass: b[5] ?? 0,
        subclass: b[6] ?? 0,
        protocol: b[7] ?? 0,
        others: [],
      });
      continue;
    }
    const current = found.at(-1);
    if (current) current.others = [...current.others, descriptor];
  }
  return found;
}
