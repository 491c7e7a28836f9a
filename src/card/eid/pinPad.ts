// PINs on the reader's own keypad: PIN_VERIFY_STRUCTURE and PIN_MODIFY_STRUCTURE, PC/SC part 10 v2.02.09 §2.5.
import { type Bytes, concat } from "../bytes.ts";
import { CardError } from "../error.ts";
import { PinFlag, type PinObject } from "../pkcs15/objects.ts";
import { pinLengths } from "./pin.ts";
import type { Modification, PinRole, PinSlot } from "./pinHands.ts";

/** How long the person has for typing: the prompt counts down the same. */
export const keypadSeconds = 60;

const VERIFY = 0x20;
const asciiType = 1;
const utf8Type = 2;
/** System units are bytes, left justified, ASCII. */
const asciiFormat = 0x82;
/** "Validation key pressed." */
const validationKey = 0x02;
const english = 0x0409;

function describable(pin: PinObject): void {
  if (pin.type !== asciiType && pin.type !== utf8Type) {
    throw new CardError("ALGORITHM_UNSUPPORTED", "a keypad would need another PIN coding");
  }
}

function paddedLength(pin: PinObject): number {
  return pin.flags.has(PinFlag.needsPadding) ? pin.storedLength : 0;
}

/**
 * The structure for one VERIFY; the reader puts the digits typed into the command's data.
 * @throws CardError ALGORITHM_UNSUPPORTED for a PIN coding that this code does not describe to keypads.
 */
export function pinVerifyStructure(pin: PinObject, role: PinRole = "login", exactly?: number): Bytes {
  describable(pin);
  const { min, max } = pinLengths(pin, role, exactly);
  const block = paddedLength(pin);
  // Without padding the reader writes Lc itself and the command carries no data at all.
  const apdu = block > 0 ? [0x00, VERIFY, 0x00, pin.reference, block, ...filler(pin, block)] : [0x00, VERIFY, 0x00, pin.reference];
  const fields = new Uint8Array(19 + apdu.length);
  const view = new DataView(fields.buffer);
  view.setUint8(0, keypadSeconds); // bTimeOut
  view.setUint8(1, keypadSeconds); // bTimeOut2
  view.setUint8(2, asciiFormat); // bmFormatString
  view.setUint8(3, block & 0x0f); // bmPINBlockString: block length, no length field inside the block
  view.setUint8(4, 0x00); // bmPINLengthFormat
  view.setUint8(5, Math.min(max, block || max)); // wPINMaxExtraDigit, low byte: maximum
  view.setUint8(6, min); // high byte: minimum
  view.setUint8(7, validationKey); // bEntryValidationCondition
  view.setUint8(8, 0x01); // bNumberMessage
  view.setUint16(9, english, true); // wLangId: no reader has Georgian
  view.setUint8(11, 0x00); // bMsgIndex
  // 12..14 bTeoPrologue: the CCID layer fills it in where T=1 is ours.
  view.setUint32(15, apdu.length, true); // ulDataLength
  fields.set(apdu, 19);
  return fields;
}

/**
 * The structure for one command that sets a PIN: the person types the PIN that goes before (if one does), then the new
 * one twice.
 * @throws CardError READER_UNSUPPORTED when a PIN without padding has no fixed length: a keypad is told where in the
 * command each PIN goes before it knows how long it will be; ALGORITHM_UNSUPPORTED as above.
 */
export function modifyStructure({ ins, p1, before, target }: Modification): Bytes {
  describable(target.pin);
  if (before) describable(before.pin);
  const old = before ? place(before) : null;
  const fresh = place(target);
  const block = paddedLength(target.pin);
  const template = concat(old ? filler(before?.pin ?? target.pin, old.size) : new Uint8Array(0), filler(target.pin, fresh.size));
  const apdu = concat(Uint8Array.of(0x00, ins, p1, target.pin.reference, template.length), template);
  const fields = new Uint8Array(24 + apdu.length);
  const view = new DataView(fields.buffer);
  view.setUint8(0, keypadSeconds); // bTimeOut
  view.setUint8(1, keypadSeconds); // bTimeOut2
  view.setUint8(2, asciiFormat); // bmFormatString
  view.setUint8(3, block & 0x0f); // bmPINBlockString
  view.setUint8(4, 0x00); // bmPINLengthFormat
  view.setUint8(5, 0); // bInsertionOffsetOld
  view.setUint8(6, old?.size ?? 0); // bInsertionOffsetNew
  // One pair of lengths for both entries: the card, not the keypad, judges each.
  view.setUint8(7, Math.max(old?.max ?? 0, fresh.max)); // wPINMaxExtraDigit, low byte: maximum
  view.setUint8(8, Math.min(old?.min ?? fresh.min, fresh.min)); // high byte: minimum
  view.setUint8(9, old ? 0x03 : 0x01); // bConfirmPIN: the new one twice; the one before is asked for
  view.setUint8(10, validationKey); // bEntryValidationCondition
  view.setUint8(11, old ? 0x03 : 0x02); // bNumberMessage
  view.setUint16(12, english, true); // wLangId
  view.setUint8(14, old ? 0x00 : 0x01); // bMsgIndex1: "enter the PIN", or "enter the new PIN"
  view.setUint8(15, old ? 0x01 : 0x02); // bMsgIndex2
  view.setUint8(16, 0x02); // bMsgIndex3: "confirm"
  // 17..19 bTeoPrologue
  view.setUint32(20, apdu.length, true); // ulDataLength
  fields.set(apdu, 24);
  return fields;
}

function place({ pin, role, length }: PinSlot): { readonly min: number; readonly max: number; readonly size: number } {
  const { min, max } = pinLengths(pin, role, length);
  const block = paddedLength(pin);
  if (block === 0 && min !== max) throw new CardError("READER_UNSUPPORTED", "a keypad can't set a PIN of no fixed length");
  return { min, max: block > 0 ? Math.min(max, block) : max, size: block || max };
}

function filler(pin: PinObject, length: number): Bytes {
  return new Uint8Array(length).fill(pin.padChar ?? 0xff);
}
