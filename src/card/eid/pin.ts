// A typed PIN as the card stores it, and what the card answers. PKCS#15 v1.1 §6.8.2, ISO/IEC 7816-4 §11.5.6.
import { allocate, type Bytes, copyOf, wipe } from "../bytes.ts";
import { CardError } from "../error.ts";
import { ok, statusError } from "../iso7816/statusWord.ts";
import { PinFlag, type PinObject } from "../pkcs15/objects.ts";

const asciiZero = 0x30;
const PinType = { bcd: 0, ascii: 1, utf8: 2, halfNibbleBcd: 3 } as const;

/**
 * What a PIN may look like: the card's word, and the usual 4, 6 and 8 digits only where the card says nothing.
 * @param exactly for the 5-digit code, which the AODF does not describe
 */
export function pinLengths(pin: PinObject, role: "login" | "signing" | "unblocking", exactly?: number): { min: number; max: number } {
  if (exactly !== undefined) return { min: exactly, max: exactly };
  const usual = { login: 4, signing: 6, unblocking: 8 }[role];
  const min = pin.minLength > 0 ? pin.minLength : usual;
  const max = pin.maxLength ?? pin.storedLength;
  return { min, max: max > 0 ? Math.max(max, min) : Math.max(usual, min) };
}

/**
 * The PIN block: coded and padded as the AODF says.
 * @param digits ASCII digits; stays the caller's to wipe. The result is the caller's to wipe, too.
 * @throws CardError PIN_LENGTH (nothing was sent), ALGORITHM_UNSUPPORTED for a coding nobody can type.
 */
export function pinBlock(pin: PinObject, digits: Uint8Array, role: "login" | "signing" | "unblocking", exactly?: number): Bytes {
  const { min, max } = pinLengths(pin, role, exactly);
  const numeric = digits.every((byte) => byte >= asciiZero && byte <= asciiZero + 9);
  if (!numeric || digits.length < min || digits.length > max) {
    throw new CardError("PIN_LENGTH", "the PIN has not as many digits as the card wants");
  }
  const coded = code(pin, digits);
  if (!pin.flags.has(PinFlag.needsPadding) || coded.length >= pin.storedLength) return coded;
  const block = allocate(pin.storedLength).fill(pin.padChar ?? 0xff);
  block.set(coded);
  wipe(coded);
  return block;
}

function code(pin: PinObject, digits: Uint8Array): Bytes {
  switch (pin.type) {
    case PinType.ascii:
    case PinType.utf8:
      return copyOf(digits);
    case PinType.bcd: {
      // Two digits a byte; an odd last one is filled up with F.
      const out = allocate(Math.ceil(digits.length / 2)).fill(0xff);
      digits.forEach((byte, i) => {
        const at = i >> 1;
        const digit = byte - asciiZero;
        out[at] = i & 1 ? ((out[at] ?? 0) & 0xf0) | digit : (digit << 4) | 0x0f;
      });
      return out;
    }
    case PinType.halfNibbleBcd: {
      const out = copyOf(digits);
      out.forEach((byte, i) => (out[i] = 0xf0 | (byte - asciiZero)));
      return out;
    }
    default:
      throw new CardError("ALGORITHM_UNSUPPORTED", "the card wants the PIN in a coding that is not known");
  }
}

/** What the status word of a PIN command means, from the card or (64xx) from a reader's keypad (PC/SC part 10 §2.5). */
export function throwUnlessVerified(sw: number): void {
  switch (sw) {
    case ok:
      return;
    case 0x6400:
      throw new CardError("PIN_TIMEOUT", "no PIN was typed at the reader in time", { statusWord: sw });
    case 0x6401:
      throw new CardError("PIN_CANCELLED", "cancelled at the reader", { statusWord: sw });
    case 0x6402:
      throw new CardError("PIN_MISMATCH", "the new PIN was not typed the same twice at the reader", { statusWord: sw });
    case 0x6403:
    case 0x6700:
    case 0x6a80:
      throw new CardError("PIN_LENGTH", "the PIN has not as many digits as the card wants", { statusWord: sw });
    case 0x6404:
      throw new CardError("READER_UNSUPPORTED", "the reader's keypad refuses this command", { statusWord: sw });
    default:
      throw statusError(sw);
  }
}
