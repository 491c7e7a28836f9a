// PIN entry on the reader's own keypad: PC_to_RDR_Secure (CCID 1.1 §6.1.11) from the structures of PC/SC part 10 §2.5.
import { type Bytes, concat } from "../bytes.ts";
import { CardError } from "../error.ts";
import type { Quirks } from "./quirks.ts";

/** Where things are in PIN_VERIFY_STRUCTURE and PIN_MODIFY_STRUCTURE: both begin with bTimeOut, bTimeOut2. */
interface Layout {
  readonly operation: 0 | 1;
  readonly extraDigits: number;
  /** Offset of ulDataLength's end: where the APDU begins. */
  readonly fixed: number;
  readonly validation: number;
  readonly numberMessage: number;
  readonly messages: number;
  readonly teoPrologue: number;
}

const verify: Layout = { operation: 0, extraDigits: 5, fixed: 19, validation: 7, numberMessage: 8, messages: 11, teoPrologue: 12 };
const modify: Layout = { operation: 1, extraDigits: 7, fixed: 24, validation: 10, numberMessage: 11, messages: 14, teoPrologue: 17 };

export type PinOperation = "verify" | "modify";

/** The length of the APDU inside a part 10 structure, for the T=1 prologue. */
export function apduLengthOf(structure: Uint8Array, operation: PinOperation): number {
  const { fixed } = operation === "verify" ? verify : modify;
  if (structure.length < fixed + 4) throw new CardError("INTERNAL", "a PIN structure without a command in it");
  return structure.length - fixed;
}

/** The time the person has, from bTimeOut; 0 means the reader's own default, taken as 30 s. */
export function entrySeconds(structure: Uint8Array): number {
  return structure[0] || 30;
}

/**
 * bPINOperation and what follows: the structure without bTimeOut2 and ulDataLength.
 * @param prologue NAD PCB LEN for a T=1 reader at TPDU level, zeros else.
 */
export function secureData(
  structure: Uint8Array,
  operation: PinOperation,
  prologue: Uint8Array,
  quirks: Quirks,
): Bytes {
  const layout = operation === "verify" ? verify : modify;
  apduLengthOf(structure, operation);
  const s = structure.slice();
  // Outside 1..7 some readers crash: 2 is "when the validation key is pressed".
  const validation = s[layout.validation] ?? 0;
  if (validation === 0 || validation > 7) s[layout.validation] = 2;
  if (quirks.swapPinDigits) s.subarray(layout.extraDigits, layout.extraDigits + 2).reverse();
  const count = operation === "verify" ? quirks.verifyMessages : quirks.modifyMessages;
  if (count !== null) s[layout.numberMessage] = count === "0 of 3" ? 3 : count;
  if (count === "0 of 3") s.fill(0, layout.messages, layout.messages + 3);
  const messages = messageIndexes(s, layout);
  if (count === "0 of 3") s[layout.numberMessage] = 0;
  const head = s.subarray(2, layout.messages);
  const apdu = s.subarray(layout.fixed);
  return concat(Uint8Array.of(layout.operation, s[0] ?? 0), head, messages, prologue, apdu);
}

/** In a modify, bMsgIndex2 is there only if there is a message at all, bMsgIndex3 only if there are three. */
function messageIndexes(s: Uint8Array, layout: Layout): Uint8Array {
  if (layout.operation === 0) return s.subarray(layout.messages, layout.messages + 1);
  const count = s[layout.numberMessage] ?? 0;
  const present = 1 + (count === 0 ? 0 : 1) + (count === 3 ? 1 : 0);
  return s.subarray(layout.messages, layout.messages + present);
}
