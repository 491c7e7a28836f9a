// T=1 blocks, ISO/IEC 7816-3:2006 §11.3: NAD PCB LEN INF EDC.
import { allocate, type Bytes } from "../bytes.ts";

export type Edc = "lrc" | "crc";

/** What a supervisory block asks or answers (§11.3.2.2). */
export type Supervisory = "resynch" | "ifs" | "abort" | "wtx";

export type T1Block =
  | { readonly kind: "I"; readonly ns: 0 | 1; readonly more: boolean; readonly inf: Bytes }
  | { readonly kind: "R"; readonly nr: 0 | 1; readonly error: "none" | "edc" | "other" }
  | { readonly kind: "S"; readonly type: Supervisory; readonly response: boolean; readonly inf: Bytes };

const supervisoryCodes: Record<Supervisory, number> = { resynch: 0, ifs: 1, abort: 2, wtx: 3 };
const supervisoryTypes: readonly Supervisory[] = ["resynch", "ifs", "abort", "wtx"];

/** Longitudinal redundancy code: exclusive-or of all bytes. */
export function lrc(bytes: Uint8Array): number {
  let value = 0;
  for (const byte of bytes) value ^= byte;
  return value;
}

/** CRC-16 of ISO/IEC 13239 (x^16+x^12+x^5+1, preset FFFF, complemented), high byte first. */
export function crc(bytes: Uint8Array): number {
  let value = 0xffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >> 1) ^ 0x8408 : value >> 1;
  }
  value ^= 0xffff;
  return ((value & 0xff) << 8) | (value >> 8);
}

export function pcbOf(block: T1Block): number {
  switch (block.kind) {
    case "I":
      return (block.ns << 6) | (block.more ? 0x20 : 0);
    case "R":
      return 0x80 | (block.nr << 4) | (block.error === "none" ? 0 : block.error === "edc" ? 1 : 2);
    case "S":
      return 0xc0 | (block.response ? 0x20 : 0) | supervisoryCodes[block.type];
  }
}

/** A block as bytes. `inf` may be 254 bytes at most. */
export function encodeBlock(nad: number, block: T1Block, edc: Edc): Bytes {
  const inf = block.kind === "R" ? new Uint8Array(0) : block.inf;
  if (inf.length > 254) throw new RangeError("information field longer than 254 bytes");
  // In one piece: the information field may be a PIN, and each copy of it would have to be wiped.
  const bytes = allocate(3 + inf.length + (edc === "lrc" ? 1 : 2));
  bytes.set([nad, pcbOf(block), inf.length]);
  bytes.set(inf, 3);
  const body = bytes.subarray(0, 3 + inf.length);
  if (edc === "lrc") bytes[body.length] = lrc(body);
  else {
    const value = crc(body);
    bytes.set([value >> 8, value & 0xff], body.length);
  }
  return bytes;
}

/** Why received bytes are not a block; "edc" and "other" are what an R-block reports back (§11.6.3.2 rule 7). */
export type BadBlock = { readonly kind: "bad"; readonly why: "edc" | "other" };

const bad = (why: BadBlock["why"]): BadBlock => ({ kind: "bad", why });

/** Received bytes as a block; never throws. Extra bytes after the block make it bad. */
export function decodeBlock(bytes: Uint8Array, nad: number, edc: Edc): T1Block | BadBlock {
  const edcLength = edc === "lrc" ? 1 : 2;
  const [receivedNad, pcb, length] = bytes;
  if (receivedNad === undefined || pcb === undefined || length === undefined) return bad("other");
  if (length === 0xff || bytes.length !== 3 + length + edcLength) return bad("other");
  const body = bytes.subarray(0, 3 + length);
  const expected = edc === "lrc" ? lrc(body) : crc(body);
  const received = edc === "lrc" ? (bytes.at(-1) ?? 0) : ((bytes.at(-2) ?? 0) << 8) | (bytes.at(-1) ?? 0);
  if (expected !== received) return bad("edc");
  // Source and destination change places in the answer.
  if (receivedNad !== (((nad & 0x0f) << 4) | (nad >> 4))) return bad("other");
  const inf = body.slice(3);
  if (!(pcb & 0x80)) {
    if (pcb & 0x1f) return bad("other");
    return { kind: "I", ns: pcb & 0x40 ? 1 : 0, more: (pcb & 0x20) !== 0, inf };
  }
  if (!(pcb & 0x40)) {
    const code = pcb & 0x0f;
    if (pcb & 0x20 || length !== 0 || code > 2) return bad("other");
    return { kind: "R", nr: pcb & 0x10 ? 1 : 0, error: code === 0 ? "none" : code === 1 ? "edc" : "other" };
  }
  const type = supervisoryTypes[pcb & 0x1f];
  if (!type) return bad("other");
  const wantsInf = type === "ifs" || type === "wtx" ? 1 : 0;
  if (length !== wantsInf) return bad("other");
  return { kind: "S", type, response: (pcb & 0x20) !== 0, inf };
}
