// VERIFY, CHANGE REFERENCE DATA, RESET RETRY COUNTER, ACTIVATE and the counters: ISO 7816-4 §11.6.
import { type Answer, type Command, sw } from "./apdu.ts";
import type { Behaviour } from "./behaviour.ts";
import { parseTlv, tlv } from "./der.ts";
import { PUK, SIGNATURE_DF, SIGNING_PIN } from "./layout.ts";
import { type Pin, unpad } from "./pin.ts";

export interface PinHost {
  readonly pins: readonly Pin[];
  readonly behaviour: Behaviour;
  /** FID of the current DF: a local PIN exists only inside its own. */
  readonly currentDf: number;
}

function find(host: PinHost, reference: number): Pin | null {
  const pin = host.pins.find((one) => one.reference === reference);
  return pin === undefined || (pin.df !== null && pin.df !== host.currentDf) ? null : pin;
}

function counter(pin: Pin): Answer {
  return sw(pin.tries === 0 ? 0x6983 : 0x63c0 | pin.tries);
}

/** A block of the right form for this PIN, without its padding; null = not a possible value. */
function candidate(host: PinHost, block: Uint8Array, lengths: readonly [number, number]): Uint8Array | null {
  if (host.behaviour.pinPadding && block.length !== 8) return null;
  const value = host.behaviour.pinPadding ? unpad(block) : block;
  const [min, max] = lengths;
  return value.length >= min && value.length <= max && isDigits(value) ? value : null;
}

function isDigits(value: Uint8Array): boolean {
  return value.every((byte) => byte >= 0x30 && byte <= 0x39);
}

/** Wrong form: what the card does about it is a switch. */
function malformed(host: PinHost, pin: Pin): Answer {
  if (host.behaviour.wrongLength !== "try") return sw(Number.parseInt(host.behaviour.wrongLength, 16));
  pin.check(new Uint8Array(0));
  return counter(pin);
}

/** Splits `old ‖ new`. Without padding the old part has the length the card knows it has. */
function split(host: PinHost, data: Uint8Array, oldLength: number): [Uint8Array, Uint8Array] {
  const at = host.behaviour.pinPadding ? 8 : oldLength;
  return [data.subarray(0, at), data.subarray(at)];
}

export function verify(host: PinHost, { p1, p2, data }: Command): Answer {
  const pin = find(host, p2);
  if (pin === null) return sw(0x6a88);
  if (p1 === 0xff) {
    if (data.length > 0) return sw(0x6700);
    pin.forget();
    return sw(0x9000);
  }
  if (p1 !== 0) return sw(0x6a86);
  if (data.length === 0) {
    if (host.behaviour.verifyWithoutData === "6A88") return sw(0x6a88);
    if (pin.verified) return sw(0x9000);
    if (host.behaviour.verifyWithoutData === "costs") pin.check(data);
    return counter(pin);
  }
  if (pin.tries === 0) return sw(0x6983);
  if (!pin.initialized && pin.length[1] === 0) return sw(0x6984);
  const value = candidate(host, data, pin.length);
  if (value === null) return malformed(host, pin);
  if (!pin.check(value)) return counter(pin);
  pin.open();
  return sw(0x9000);
}

export function change(host: PinHost, { p1, p2, data }: Command): Answer {
  const pin = find(host, p2);
  if (pin === null) return sw(0x6a88);
  if (p1 !== 0 && p1 !== 1) return sw(0x6a86);
  if (pin.tries === 0) return sw(0x6983);
  const first = !pin.initialized;
  const wanted: readonly [number, number] = [pin.min, pin.max];
  if (first && (p1 === 1) !== (host.behaviour.firstPin === "verify")) return sw(0x6985);
  if (p1 === 1) {
    if (!pin.verified && !pin.transportOpen) return sw(0x6982);
    const value = candidate(host, data, wanted);
    if (value === null) return sw(0x6a80);
    pin.set(value);
  } else {
    if (first && pin.length[1] === 0) return sw(0x6984);
    const [oldBlock, newBlock] = split(host, data, first ? pin.length[1] : data.length / 2);
    const oldValue = candidate(host, oldBlock, pin.length);
    const newValue = candidate(host, newBlock, wanted);
    // The new value's form is looked at first: a bad one must not cost a try of the old.
    if (newValue === null) return sw(0x6a80);
    if (oldValue === null) return malformed(host, pin);
    if (!pin.check(oldValue)) return counter(pin);
    pin.set(newValue);
  }
  if (first && host.behaviour.activation === "change") pin.active = true;
  return sw(0x9000);
}

/** P1 = 00 PUK ‖ new, 01 PUK alone, 02 new after VERIFY of the PUK, 03 nothing, after VERIFY of the PUK. */
export function unblock(host: PinHost, { p1, p2, data }: Command): Answer {
  const pin = find(host, p2);
  const puk = host.pins.find((each) => each.reference === PUK);
  if (pin === null || puk === undefined) return sw(0x6a88);
  // PSDA: the PUK of the envelope unblocks the login PIN only.
  if (pin.reference === SIGNING_PIN || pin === puk) return sw(0x6985);
  if (p1 > 3) return sw(0x6a86);
  if (host.behaviour.unblocking === "verify" && p1 < 2) return sw(0x6a86);
  const [pukBlock, newBlock] = split(host, data, puk.min);
  const fresh = p1 === 0 ? newBlock : p1 === 2 ? data : null;
  const value = fresh === null ? null : candidate(host, fresh, [pin.min, pin.max]);
  if (fresh !== null && value === null) return sw(0x6a80);
  if (p1 === 1 && newBlock.length > 0) return sw(0x6700);
  if (p1 === 3 && data.length > 0) return sw(0x6700);
  if (p1 < 2) {
    if (puk.tries === 0) return sw(0x6983);
    const secret = candidate(host, pukBlock, puk.length);
    if (secret === null) return malformed(host, puk);
    if (!puk.check(secret)) return counter(puk);
  } else if (!puk.verified) return sw(puk.tries === 0 ? 0x6983 : 0x6982);
  if (value !== null) pin.set(value);
  pin.tries = pin.triesMax;
  pin.resets += 1;
  pin.forget();
  return sw(0x9000);
}

/** ACTIVATE the signing PIN inside its application; 6985 = it is active already. */
export function activate(host: PinHost, { p1, p2, data }: Command): Answer {
  const pin = host.pins.find((each) => each.reference === SIGNING_PIN);
  if (p1 !== 0 || p2 !== 0 || data.length > 0) return sw(0x6a86);
  if (pin === undefined || host.currentDf !== SIGNATURE_DF) return sw(0x6a82);
  if (!pin.initialized || pin.active) return sw(0x6985);
  pin.active = true;
  return sw(0x9000);
}

/** 00 CB 3F FF: 4D { 70 { BF80xx { 62 80 } } } asks for the counters of PIN xx (reference mod 32). */
export function counterObject(host: PinHost, { p1, p2, data }: Command): Answer {
  if (p1 !== 0x3f || p2 !== 0xff || !host.behaviour.counterObjects) return sw(0x6a88);
  const list = parseTlv(data)?.[0];
  const wrapped = list?.tag === "4D" ? parseTlv(list.value)?.[0] : undefined;
  const object = wrapped?.tag === "70" ? parseTlv(wrapped.value)?.[0] : undefined;
  if (object === undefined || !object.tag.startsWith("BF80") || object.value[0] !== 0x62) return sw(0x6a80);
  const number = Number.parseInt(object.tag.slice(4), 16);
  const pin = host.pins.find((each) => (each.reference & 0x1f) === number);
  if (pin === undefined) return sw(0x6a88);
  return sw(0x9000, tlv("70", tlv(object.tag, pin.counters())));
}
