// Answer to reset, ISO/IEC 7816-3:2006 §8.
import type { Bytes } from "../bytes.ts";
import { CardError } from "../error.ts";

export interface Atr {
  readonly bytes: Bytes;
  readonly convention: "direct" | "inverse";
  /** Transmission protocols offered, in the order of their TDi; T=0 alone when there is no TD1. */
  readonly protocols: readonly number[];
  /** The first one offered: in force after reset until PPS says otherwise (§6.3.1). */
  readonly defaultProtocol: number;
  /** TA2: the card is in specific mode, PPS is not possible. */
  readonly specific: { readonly protocol: number; readonly implicit: boolean } | null;
  /** Fi and Di as coded in TA1; null when absent (then 0x11, F = 372, D = 1). */
  readonly ta1: number | null;
  /** N of TC1, the extra guard time (0..255). */
  readonly guardTime: number;
  readonly t0: { readonly wi: number };
  readonly t1: { readonly ifsc: number; readonly bwi: number; readonly cwi: number; readonly edc: "lrc" | "crc" };
  readonly historicalBytes: Bytes;
}

/** TS, T0 and 32 more at most (§8.2.1 says 32 characters besides TS). */
const longest = 33;

function fail(fact: string): never {
  throw new CardError("CARD_PROTOCOL", `answer to reset: ${fact}`);
}

/**
 * @param bytes the whole ATR as the reader gave it.
 * @throws CardError CARD_PROTOCOL when it is cut short, too long, of an unknown convention, or its TCK is wrong.
 */
export function parseAtr(bytes: Uint8Array): Atr {
  if (bytes.length < 2) fail("cut short");
  if (bytes.length > longest) fail("too long");
  let at = 0;
  const next = (): number => bytes[at++] ?? fail("cut short");

  const ts = next();
  // 03 is inverse convention as a reader sees it that does not decode it.
  if (ts !== 0x3b && ts !== 0x3f && ts !== 0x03) fail("unknown convention");
  const t0 = next();
  const historicalLength = t0 & 0x0f;

  const protocols: number[] = [];
  let specific: Atr["specific"] = null;
  let ta1: number | null = null;
  let guardTime = 0;
  let wi = 10;
  const t1 = { ifsc: 32, bwi: 4, cwi: 13, edc: "lrc" as "lrc" | "crc" };
  const seen = { ifsc: false, waiting: false, edc: false };

  let presence = t0;
  let protocol = 0;
  for (let i = 1; presence & 0xf0; i += 1) {
    // For i > 2 the bytes belong to the protocol that TD(i-1) named; only the first set for T=1 counts (§11.4).
    const forT1 = i > 2 && protocol === 1;
    if (presence & 0x10) {
      const ta = next();
      if (i === 1) ta1 = ta;
      else if (i === 2) specific = { protocol: ta & 0x0f, implicit: (ta & 0x10) !== 0 };
      else if (forT1 && !seen.ifsc) {
        seen.ifsc = true;
        // 00 and FF are reserved; FE is the most a block can carry.
        if (ta !== 0) t1.ifsc = Math.min(ta, 254);
      }
    }
    if (presence & 0x20) {
      const tb = next();
      if (forT1 && !seen.waiting) {
        seen.waiting = true;
        t1.bwi = tb >> 4;
        t1.cwi = tb & 0x0f;
      }
    }
    if (presence & 0x40) {
      const tc = next();
      if (i === 1) guardTime = tc;
      else if (i === 2 && protocol === 0) wi = tc === 0 ? 10 : tc;
      else if (forT1 && !seen.edc) {
        seen.edc = true;
        t1.edc = tc & 1 ? "crc" : "lrc";
      }
    }
    if (!(presence & 0x80)) break;
    presence = next();
    protocol = presence & 0x0f;
    // T=15 only announces global interface bytes.
    if (protocol !== 15 && !protocols.includes(protocol)) protocols.push(protocol);
    if (at > longest) fail("endless interface bytes");
    presence = (presence & 0xf0) | 0;
    if (presence === 0) break;
  }
  if (protocols.length === 0) protocols.push(0);

  if (at + historicalLength > bytes.length) fail("historical bytes cut short");
  const historicalBytes = bytes.slice(at, at + historicalLength);
  at += historicalLength;

  // TCK is there unless T=0 is the only protocol named (§8.2.5).
  const offeredOther = announcesOtherThanT0(bytes);
  if (offeredOther) {
    if (at >= bytes.length) fail("check byte missing");
    let xor = 0;
    for (const byte of bytes.subarray(1, at + 1)) xor ^= byte;
    if (xor !== 0) fail("check byte wrong");
  }

  return {
    bytes: bytes.slice(),
    convention: ts === 0x3b ? "direct" : "inverse",
    protocols,
    defaultProtocol: protocols[0] ?? 0,
    specific,
    ta1,
    guardTime,
    t0: { wi },
    t1,
    historicalBytes,
  };
}

/** Whether any TDi names a protocol other than T=0 (T=15 counts too). */
function announcesOtherThanT0(bytes: Uint8Array): boolean {
  let at = 1;
  let presence = bytes[at++] ?? 0;
  for (;;) {
    at += ((presence >> 4) & 1) + ((presence >> 5) & 1) + ((presence >> 6) & 1);
    if (!(presence & 0x80)) return false;
    presence = bytes[at++] ?? 0;
    if (presence & 0x0f) return true;
    if (at > bytes.length) return false;
  }
}
