// VERIFY on the reader's own keypad: PIN_VERIFY_STRUCTURE, PC/SC part 10 v2.02.09 §2.5.2.
import type { Bytes } from "../bytes.ts";
import { CardError } from "../error.ts";
import { PinFlag, type PinObject } from "../pkcs15/objects.ts";
import { pinLengths } from "./pin.ts";

/** How long the person has for typing: the prompt counts down the same. */
export const keypadSeconds = 60;

const VERIFY = 0x20;
const asciiType = 1;
const utf8Type = 2;
/** "Validation key pressed." */
const validationKey = 0x02;
const english = 0x0409;

/**
 * The structure for one VERIFY of the login PIN; the reader puts the digits typed into the command's data.
 * @throws CardError ALGORITHM_UNSUPPORTED for a PIN coding that this code does not describe to keypads.
 */
export function pinVerifyStructure(pin: PinObject): Bytes {
  if (pin.type !== asciiType && pin.type !== utf8Type) {
    throw new CardError("ALGORITHM_UNSUPPORTED", "a keypad would need another PIN coding");
  }
  const { min, max } = pinLengths(pin, "login");
  const padded = pin.flags.has(PinFlag.needsPadding) && pin.storedLength > 0;
  const block = padded ? pin.storedLength : 0;
  // Without padding the reader writes Lc itself and the command carries no data at all.
  const apdu = padded
    ? [0x00, VERIFY, 0x00, pin.reference, block, ...Array.from({ length: block }, () => pin.padChar ?? 0xff)]
    : [0x00, VERIFY, 0x00, pin.reference];
  const fields = new Uint8Array(19 + apdu.length);
  const view = new DataView(fields.buffer);
  view.setUint8(0, keypadSeconds); // bTimeOut
  view.setUint8(1, keypadSeconds); // bTimeOut2
  view.setUint8(2, 0x82); // bmFormatString: system units are bytes, left justified, ASCII
  view.setUint8(3, block & 0x0f); // bmPINBlockString: block length, no length field inside the block
  view.setUint8(4, 0x00); // bmPINLengthFormat
  view.setUint8(5, Math.min(max, padded ? block : max)); // wPINMaxExtraDigit, low byte: maximum
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
