// What a reader does with each bulk OUT message, CCID 1.1 §6.1, and what it answers, §6.2.
import { type Edc, edcOf } from "./cardT1.ts";
import { characterExchange } from "./character.ts";
import { hits } from "./fault.ts";
import { mismatch, parseSecure } from "./pinpad.ts";
import { t0Apdu } from "./t0Apdu.ts";
import type { VirtualReader } from "./reader.ts";
import type { Slot } from "./slot.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export interface Reply {
  readonly type: number;
  /** bmICCStatus and bmCommandStatus. */
  readonly status: number;
  readonly error: number;
  readonly specific: number;
  readonly data: Bytes;
}

const nothing: Bytes = new Uint8Array(0);
export const answerType: Readonly<Record<number, number>> = {
  0x61: 0x82, 0x62: 0x80, 0x63: 0x81, 0x65: 0x81, 0x69: 0x80, 0x6b: 0x83, 0x6c: 0x82, 0x6d: 0x82, 0x6f: 0x80, 0x72: 0x81,
};
/** A key operation takes hundreds of milliseconds: real readers send a time extension meanwhile. */
const slowMs = 300;

/** Data that did not fit one message, by reader and slot. */
const chained = new WeakMap<Slot, { incoming: Bytes; outgoing: Bytes[] }>();

const join = (a: Bytes, b: Bytes): Bytes => {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
};

export async function handleMessage(reader: VirtualReader, message: Bytes, extend: () => void): Promise<Reply> {
  const [type = 0, , , , , slotIndex = 0, , p1 = 0, p2 = 0, p3 = 0] = message;
  const slot = reader.slots[slotIndex];
  const data = message.slice(10);
  const kind = answerType[type] ?? 0x81;
  const icc = (): number => (!slot?.card ? 2 : slot.powered ? 0 : 1);
  const ok = (payload: Bytes = nothing, specific = 0): Reply => ({ type: kind, status: icc(), error: 0, specific, data: payload });
  const bad = (error: number): Reply => ({ type: kind, status: 0x40 | icc(), error, specific: 0, data: nothing });
  // dwMaxCCIDMessageLength is a promise of the host's, too.
  if (message.length > Math.max(reader.profile.message, 64) && reader.profile.message > 0) return bad(1);
  if (!slot) return { type: kind, status: 0x42, error: 5, specific: 0, data: nothing };
  if (!(type in answerType)) return bad(0);

  switch (type) {
    case 0x65:
    case 0x72:
      return ok();
    case 0x62: {
      if (!slot.card) return bad(0xfe);
      const atr = slot.powerOn(p1);
      return atr ? ok(atr) : bad(0xfe);
    }
    case 0x63:
      slot.powerOff();
      return ok();
    case 0x61: {
      if (!slot.powered) return bad(0xfe);
      // bError names the byte that can't be taken: 10 is bmFindexDindex, 7 the protocol.
      return slot.setParameters(p1, data) === "ok" ? ok(data, p1) : bad(p1 > 1 ? 7 : 10);
    }
    case 0x6c:
    case 0x6d:
      return ok(slot.parameters, slot.protocol);
    case 0x6b:
      return ok();
    default:
  }
  if (!slot.card || !slot.powered) return bad(0xfe);
  if (type === 0x69) {
    const request = parseSecure(data);
    if (!request || !(reader.profile.pin & (request.operation === "verify" ? 1 : 2))) return bad(request ? 0 : 10);
    const typed = await reader.person(request);
    if (typed === "cancel") return bad(0xef);
    if (typed === "timeout") return bad(0xf0);
    const apdu = request.build(typed);
    // The reader itself sees that too few or too many digits were typed.
    if (!apdu) return bad(0xf0);
    if (apdu === mismatch) return ok(mismatch.slice());
    const t1 = slot.level === "tpdu" && slot.protocol === 1;
    const sent = t1 ? tpdu(request.prologue, apdu, slot.edc) : apdu;
    return await exchange(reader, slot, sent, 0, extend, ok, bad);
  }
  return await exchange(reader, slot, data, p2 | (p3 << 8), extend, ok, bad);
}

/** NAD PCB of the prologue, the true length, and the block's check byte. */
function tpdu(prologue: Bytes, apdu: Bytes, edc: Edc): Bytes {
  const body = Uint8Array.of(prologue[0] ?? 0, prologue[1] ?? 0, apdu.length, ...apdu);
  return join(body, edcOf(body, edc));
}

async function exchange(
  reader: VirtualReader,
  slot: Slot,
  data: Bytes,
  level: number,
  extend: () => void,
  ok: (payload?: Bytes, specific?: number) => Reply,
  bad: (error: number) => Reply,
): Promise<Reply> {
  const slow = (): void => {
    if ((slot.card?.lastCommandMs ?? 0) >= slowMs) extend();
  };
  if (slot.level === "character") {
    const answer = await characterExchange(slot, data, level);
    return answer ? ok(answer) : bad(0xfe);
  }
  // CLA FF is no command (ISO/IEC 7816-4 §5.4.1): it is a protocol selection, at every level.
  if (data[0] === 0xff && data.length >= 3 && data.length <= 6) {
    const answer = slot.pps(data);
    return answer ? ok(answer) : bad(0xfe);
  }
  if (slot.level === "tpdu") {
    if (!slot.inTune) return bad(0xfe);
    if (slot.protocol === 0) {
      const answer = await slot.transmit(t0Apdu(data));
      slow();
      return answer ? ok(answer) : bad(0xfe);
    }
    return await block(reader, slot, data, slow, ok, bad);
  }

  const chain = chained.get(slot) ?? { incoming: nothing, outgoing: [] };
  chained.set(slot, chain);
  if (level === 0x10) {
    const part = chain.outgoing.shift();
    if (!part) return bad(8);
    return ok(part, chain.outgoing.length > 0 ? 3 : 2);
  }
  if (level === 1 || level === 3) {
    chain.incoming = level === 1 ? data : join(chain.incoming, data);
    return ok(nothing, 0x10);
  }
  const apdu = level === 2 ? join(chain.incoming, data) : data;
  chain.incoming = nothing;
  if (slot.level === "shortApdu" && apdu.length > 261) return bad(1);
  if (!slot.inTune) return bad(0xfe);
  const answer = await slot.transmit(apdu);
  slow();
  if (!answer) return bad(0xfe);
  const room = Math.max(reader.profile.message - 10, 1);
  if (answer.length <= room) return ok(answer);
  chain.outgoing = [];
  for (let at = room; at < answer.length; at += room) chain.outgoing.push(answer.slice(at, at + room));
  return ok(answer.slice(0, room), 1);
}

async function block(
  reader: VirtualReader,
  slot: Slot,
  data: Bytes,
  slow: () => void,
  ok: (payload?: Bytes) => Reply,
  bad: (error: number) => Reply,
): Promise<Reply> {
  const index = reader.counters.blocks;
  reader.counters.blocks += 1;
  // The block never reaches the card, and the reader hears nothing it could make sense of.
  if (hits(reader.faults, "lostBlock", index)) return bad(0xfd);
  const apdus = reader.counters.apdus;
  const answer = (await slot.t1?.block(data)) ?? null;
  if (reader.counters.apdus > apdus) {
    await slot.wire(0);
    await reader.clock.advance(slot.card?.lastCommandMs ?? 0);
    slow();
  }
  if (!answer) return bad(0xfe);
  await slot.wire(data.length + answer.length);
  if (hits(reader.faults, "parity", index)) return bad(0xfd);
  if (hits(reader.faults, "corruptBlock", index)) {
    const corrupt = answer.slice();
    corrupt[corrupt.length - 1] = (corrupt.at(-1) ?? 0) ^ 0x55;
    return ok(corrupt);
  }
  return ok(answer);
}
