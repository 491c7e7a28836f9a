// Status words, ISO/IEC 7816-4:2013 §5.6, as errors.
import { CardError, type CardErrorCode } from "../error.ts";

export const ok = 0x9000;

const table: ReadonlyMap<number, readonly [CardErrorCode, string]> = new Map([
  [0x6282, ["CARD_REFUSED", "end of file before the length asked for"]],
  [0x6300, ["PIN_WRONG", "verification failed"]],
  [0x6700, ["CARD_REFUSED", "wrong length"]],
  [0x6882, ["CARD_REFUSED", "secure messaging not supported"]],
  [0x6883, ["CARD_REFUSED", "last command of the chain expected"]],
  [0x6884, ["CARD_REFUSED", "command chaining not supported"]],
  [0x6982, ["CARD_REFUSED", "security status not satisfied"]],
  [0x6983, ["PIN_BLOCKED", "authentication method blocked"]],
  [0x6984, ["PIN_BLOCKED", "reference data not usable"]],
  [0x6985, ["CARD_REFUSED", "conditions of use not satisfied"]],
  [0x6986, ["CARD_REFUSED", "no current file"]],
  [0x6987, ["CARD_REFUSED", "secure messaging objects missing"]],
  [0x6988, ["CARD_REFUSED", "secure messaging objects wrong"]],
  [0x6a80, ["CARD_REFUSED", "wrong data"]],
  [0x6a81, ["CARD_REFUSED", "function not supported"]],
  [0x6a82, ["CARD_REFUSED", "file not found"]],
  [0x6a83, ["CARD_REFUSED", "record not found"]],
  [0x6a86, ["CARD_REFUSED", "wrong P1 P2"]],
  [0x6a88, ["CARD_REFUSED", "referenced data not found"]],
  [0x6b00, ["CARD_REFUSED", "offset outside the file"]],
  [0x6d00, ["CARD_REFUSED", "instruction not supported"]],
  [0x6e00, ["CARD_REFUSED", "class not supported"]],
]);

/** Tries left from 63Cx; null for any other status word. */
export function triesFrom(sw: number): number | null {
  return (sw & 0xfff0) === 0x63c0 ? sw & 0x0f : null;
}

/** A status word other than 9000 as an error. */
export function statusError(sw: number): CardError {
  const tries = triesFrom(sw);
  if (tries === 0) return new CardError("PIN_BLOCKED", "no tries left", { statusWord: sw, triesLeft: 0 });
  if (tries !== null) return new CardError("PIN_WRONG", "wrong reference data", { statusWord: sw, triesLeft: tries });
  const [code, fact] = table.get(sw) ?? ["CARD_REFUSED", `status ${sw.toString(16)}`];
  return new CardError(code, fact, { statusWord: sw, ...(sw === 0x6983 ? { triesLeft: 0 } : {}) });
}
