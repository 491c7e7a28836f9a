// Command APDUs, ISO/IEC 7816-4:2013 §5.1: cases 1 to 4, short and extended.
import { type Bytes, concat } from "../bytes.ts";
import { CardError } from "../error.ts";

export interface CommandApdu {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  readonly data?: Uint8Array;
  /** Expected length: 1..256 short, up to 65536 extended; absent: none. */
  readonly le?: number;
}

export interface ResponseApdu {
  readonly data: Bytes;
  /** SW1 SW2 as one number. */
  readonly sw: number;
}

export function needsExtended({ data, le }: CommandApdu): boolean {
  return (data?.length ?? 0) > 255 || (le ?? 0) > 256;
}

/** @throws RangeError when a length does not fit the form. */
export function encodeApdu(command: CommandApdu, form: "short" | "extended" = "short"): Bytes {
  const { cla, ins, p1, p2, data, le } = command;
  const header = Uint8Array.of(cla, ins, p1, p2);
  const length = data?.length ?? 0;
  const most = form === "short" ? { data: 255, le: 256 } : { data: 65_535, le: 65_536 };
  if (length > most.data || (le !== undefined && (le < 1 || le > most.le))) {
    throw new RangeError(`length outside the ${form} form`);
  }
  const body = data ?? new Uint8Array(0);
  if (form === "short") {
    return concat(header, length > 0 ? Uint8Array.of(length) : body, body, le === undefined ? new Uint8Array(0) : Uint8Array.of(le & 0xff));
  }
  const lc = length > 0 ? Uint8Array.of(0, length >> 8, length & 0xff) : new Uint8Array(0);
  // Le takes three bytes when it is alone, two behind data (§5.1, table 1).
  const end =
    le === undefined
      ? new Uint8Array(0)
      : length > 0
        ? Uint8Array.of((le >> 8) & 0xff, le & 0xff)
        : Uint8Array.of(0, (le >> 8) & 0xff, le & 0xff);
  return concat(header, lc, body, end);
}

/** The inverse of encodeApdu. @throws CardError CARD_PROTOCOL for bytes that are no command. */
export function decodeApdu(bytes: Uint8Array): CommandApdu {
  const bad = (): never => {
    throw new CardError("CARD_PROTOCOL", "not a command");
  };
  if (bytes.length < 4) bad();
  const [cla = 0, ins = 0, p1 = 0, p2 = 0, b5 = 0, b6 = 0, b7 = 0] = bytes;
  const header = { cla, ins, p1, p2 };
  const n = bytes.length;
  if (n === 4) return header;
  if (n === 5) return { ...header, le: b5 || 256 };
  if (b5 !== 0) {
    if (n === 5 + b5) return { ...header, data: bytes.slice(5) };
    if (n === 6 + b5) return { ...header, data: bytes.slice(5, 5 + b5), le: (bytes[n - 1] ?? 0) || 256 };
    return bad();
  }
  if (n < 7) return bad();
  const length = (b6 << 8) | b7;
  if (n === 7) return { ...header, le: length || 65_536 };
  if (length === 0) return bad();
  if (n === 7 + length) return { ...header, data: bytes.slice(7) };
  if (n === 9 + length) {
    const le = ((bytes[n - 2] ?? 0) << 8) | (bytes[n - 1] ?? 0);
    return { ...header, data: bytes.slice(7, 7 + length), le: le || 65_536 };
  }
  return bad();
}

/** @throws CardError CARD_PROTOCOL when there is not even a status word. */
export function decodeResponse(bytes: Uint8Array): ResponseApdu {
  if (bytes.length < 2) throw new CardError("CARD_PROTOCOL", "answer shorter than a status word");
  const sw = ((bytes.at(-2) ?? 0) << 8) | (bytes.at(-1) ?? 0);
  return { data: bytes.slice(0, -2), sw };
}
