// bError of a failed command as a CardError, CCID 1.1 §6.2.6 table 6.2-2.
import { CardError, type CardErrorCode } from "../error.ts";
import type { CcidResponse } from "./message.ts";

export const SlotErrorCode = {
  unsupported: 0x00,
  slotBusy: 0xe0,
  pinCancelled: 0xef,
  pinTimeout: 0xf0,
  mute: 0xfe,
  aborted: 0xff,
} as const;

const table: ReadonlyMap<number, readonly [CardErrorCode, string]> = new Map([
  [0x00, ["READER_UNSUPPORTED", "the reader does not support the command"]],
  [0x05, ["READER_PROTOCOL", "the reader has no such slot"]],
  [0xa2, ["CARD_MUTE", "the card short-circuits the reader"]],
  [0xa3, ["CARD_PROTOCOL", "the answer to reset is too long"]],
  [0xab, ["CARD_PROTOCOL", "no data in the card's answer"]],
  [0xb0, ["CARD_PROTOCOL", "the reader is in EMV mode"]],
  [0xbb, ["CARD_PROTOCOL", "the reader is in EMV mode and refuses the card"]],
  [0xbd, ["CARD_PROTOCOL", "the reader met an error of T=1"]],
  [0xbe, ["CARD_PROTOCOL", "the reader refused the length of the command"]],
  [0xe0, ["READER_BUSY", "the slot is busy with another command"]],
  [0xef, ["PIN_CANCELLED", "cancelled at the reader"]],
  [0xf0, ["PIN_TIMEOUT", "no PIN was typed at the reader in time"]],
  [0xf2, ["READER_BUSY", "the reader's own sequence is under way"]],
  [0xf3, ["CARD_PROTOCOL", "the protocol is not active"]],
  [0xf4, ["CARD_PROTOCOL", "the card's procedure byte makes no sense"]],
  [0xf5, ["CARD_PROTOCOL", "the card does not know the command class"]],
  [0xf6, ["CARD_PROTOCOL", "the reader does not speak the card's protocol"]],
  [0xf7, ["CARD_PROTOCOL", "the check byte of the answer to reset is wrong"]],
  [0xf8, ["CARD_PROTOCOL", "the first byte of the answer to reset is wrong"]],
  [0xfb, ["READER_FAILED", "hardware failure in the reader"]],
  [0xfc, ["CARD_PROTOCOL", "bytes were lost between card and reader"]],
  [0xfd, ["CARD_PROTOCOL", "parity error between card and reader"]],
  [0xfe, ["CARD_MUTE", "the card does not answer"]],
  [0xff, ["CANCELLED", "the command was aborted"]],
]);

/** The error of a response whose command failed. An absent card explains more than any code. */
export function slotError(response: CcidResponse): CardError {
  if (response.icc === 2) return new CardError("CARD_REMOVED", "the card is no longer in the reader");
  const known = table.get(response.error);
  if (known) return new CardError(known[0], known[1]);
  if (response.error <= 0x7f) {
    return new CardError("READER_PROTOCOL", `the reader refused byte ${response.error} of the message`);
  }
  return new CardError("READER_FAILED", `the reader reported error ${response.error.toString(16)}`);
}
