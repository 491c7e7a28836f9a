// Gives a PIN to the card once: typed in the window (bytes), or on the reader's keypad (null). ISO/IEC 7816-4 §11.6.
import { allocate, type Bytes, concat, wipe } from "../bytes.ts";
import { CardError } from "../error.ts";
import type { Call, CardChannel } from "../iso7816/cardChannel.ts";
import type { PinObject } from "../pkcs15/objects.ts";
import { Feature } from "../reader.ts";
import type { PinView } from "../api.ts";
import { pinBlock, throwUnlessVerified } from "./pin.ts";
import { modifyStructure, pinVerifyStructure } from "./pinPad.ts";

export type PinRole = PinView["role"];

/** A PIN of the card and what it is to the person; `length` overrides what the AODF says (the 5-digit code). */
export interface PinSlot {
  readonly pin: PinObject;
  readonly role: PinRole;
  readonly length?: number;
}

const VERIFY = 0x20;
export const CHANGE = 0x24;
export const RESET = 0x2c;

/** @param digits ASCII, stays the caller's to wipe; null: the person types on the keypad. */
export async function verifyPin(channel: CardChannel, { pin, role, length }: PinSlot, digits: Uint8Array | null, call: Call = {}): Promise<void> {
  if (digits === null) {
    throwUnlessVerified(statusOf(await channel.connection.control(Feature.verifyPinDirect, pinVerifyStructure(pin, role, length), call)));
    return;
  }
  const block = pinBlock(pin, digits, role, length);
  try {
    throwUnlessVerified((await channel.send({ cla: 0, ins: VERIFY, p1: 0, p2: pin.reference, data: block }, call)).sw);
  } finally {
    wipe(block);
  }
}

export interface Modification {
  readonly ins: typeof CHANGE | typeof RESET;
  readonly p1: number;
  /** What goes before the new PIN: the old one, the transport code, the PUK; null when it was verified before. */
  readonly before: PinSlot | null;
  /** The PIN that is set; its reference is P2. */
  readonly target: PinSlot;
}

/** Both PINs, or null each when the person types them on the keypad. */
export interface NewPin {
  readonly current: Uint8Array | null;
  readonly fresh: Uint8Array | null;
}

/** Sends one command that sets a PIN. @returns the status word, whatever it is */
export async function modifyPin(channel: CardChannel, modification: Modification, { current, fresh }: NewPin, call: Call = {}): Promise<number> {
  const { ins, p1, before, target } = modification;
  if (fresh === null) return statusOf(await channel.connection.control(Feature.modifyPinDirect, modifyStructure(modification), call));
  if (before && current === null) throw new CardError("INTERNAL", "a new PIN without the one before it");
  const first = before && current ? pinBlock(before.pin, current, before.role, before.length) : allocate(0);
  let second: Bytes = allocate(0);
  let data: Bytes = allocate(0);
  try {
    second = pinBlock(target.pin, fresh, target.role);
    data = concat(first, second);
    return (await channel.send({ cla: 0, ins, p1, p2: target.pin.reference, data }, call)).sw;
  } finally {
    wipe(first, second, data);
  }
}

function statusOf(answer: Bytes): number {
  return ((answer.at(-2) ?? 0) << 8) | (answer.at(-1) ?? 0);
}
