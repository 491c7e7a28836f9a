// Command APDU decoding, ISO 7816-3 §12.1.3: cases 1 to 4, short and extended.
import { type Bytes, toUint } from "./bytes.ts";

export interface Command {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  readonly data: Bytes;
  /** Ne: 1 to 65,536, or null when there is no Le field. */
  readonly ne: number | null;
  readonly extended: boolean;
}

/** null when the lengths do not add up (6700). */
export function parseCommand(apdu: Bytes): Command | null {
  const [cla, ins, p1, p2] = apdu;
  if (cla === undefined || ins === undefined || p1 === undefined || p2 === undefined) return null;
  const head = { cla, ins, p1, p2 };
  const body = apdu.subarray(4);
  const first = body[0];
  if (first === undefined) return { ...head, data: new Uint8Array(0), ne: null, extended: false };
  if (body.length === 1) return { ...head, data: new Uint8Array(0), ne: first === 0 ? 256 : first, extended: false };
  if (first !== 0) {
    const le = body[1 + first];
    if (body.length === 1 + first) return { ...head, data: body.slice(1), ne: null, extended: false };
    if (body.length !== 2 + first || le === undefined) return null;
    return { ...head, data: body.slice(1, 1 + first), ne: le === 0 ? 256 : le, extended: false };
  }
  if (body.length < 3) return null;
  const nc = toUint(body.subarray(1, 3));
  if (body.length === 3) return { ...head, data: new Uint8Array(0), ne: nc === 0 ? 65_536 : nc, extended: true };
  if (nc === 0) return null;
  if (body.length === 3 + nc) return { ...head, data: body.slice(3), ne: null, extended: true };
  if (body.length !== 5 + nc) return null;
  const le = toUint(body.subarray(3 + nc));
  return { ...head, data: body.slice(3, 3 + nc), ne: le === 0 ? 65_536 : le, extended: true };
}

/** A response before transport rules (Le, 61xx, 6Cxx) are applied to it. */
export interface Answer {
  readonly data: Bytes;
  readonly sw: number;
}

export function sw(status: number, data: Bytes = new Uint8Array(0)): Answer {
  return { sw: status, data };
}
