// The reader's keypad and the finger on it; PC_to_RDR_Secure's PIN block rules, CCID 1.1 §6.1.11.

type Bytes = Uint8Array<ArrayBuffer>;

/** What is typed: the PIN; in a modify the new one and its repetition as well (`digits`: the one before it, if asked). */
export type Finger = { readonly digits: string; readonly fresh?: string; readonly again?: string } | "cancel" | "timeout";

/** SW of a reader whose two new PINs differ: nothing went to the card (PC/SC part 10 §2.5.1.1). */
export const mismatch = Uint8Array.of(0x64, 0x02);

/** What the person does when the reader asks; may take its time. */
export type Person = (request: { readonly minimum: number; readonly maximum: number; readonly operation: "verify" | "modify" }) => Promise<Finger>;

export interface SecureRequest {
  readonly operation: "verify" | "modify";
  readonly minimum: number;
  readonly maximum: number;
  readonly prologue: Bytes;
  /** Builds the command APDU from what was typed; null: too few or too many digits; `mismatch` as it stands. */
  readonly build: (typed: Exclude<Finger, string>) => Bytes | null;
}

const ascii = (digits: string): number[] => [...digits].map((digit) => digit.charCodeAt(0));

/** null: bytes no keypad would accept. */
export function parseSecure(data: Bytes): SecureRequest | null {
  const [operation] = data;
  if (operation !== 0 && operation !== 1) return null;
  const messages = operation === 0 ? 1 : 1 + (data[9 + 2] ? 1 : 0) + (data[9 + 2] === 3 ? 1 : 0);
  // bPINOperation bTimeOut bmFormatString bmPINBlockString bmPINLengthFormat, in a modify two insertion offsets,
  // wPINMaxExtraDigit(2), in a modify bConfirmPIN, bEntryValidationCondition bNumberMessage wLangId(2) messages, prologue(3)
  const offsets = operation === 0 ? 0 : 2;
  const confirm = operation === 0 ? 0 : 1;
  const extra = 5 + offsets;
  const start = extra + 2 + confirm + 2 + 2 + messages + 3;
  const apdu = data.slice(start);
  if (apdu.length < 4) return null;
  return {
    operation: operation === 0 ? "verify" : "modify",
    maximum: data[extra] ?? 0,
    minimum: data[extra + 1] ?? 0,
    prologue: data.slice(start - 3, start),
    build: (typed) => {
      const [minimum, maximum] = [data[extra + 1] ?? 0, data[extra] ?? 0];
      const asked = operation === 1 ? (data[9] ?? 0) : 0;
      const before = operation === 0 || asked & 2 ? typed.digits : "";
      const fresh = operation === 1 ? (typed.fresh ?? "") : "";
      const entries = [...(before || operation === 0 ? [before] : []), ...(operation === 1 ? [fresh] : [])];
      if (entries.some((entry) => entry.length < minimum || entry.length > maximum)) return null;
      if (asked & 1 && (typed.again ?? fresh) !== fresh) return mismatch;
      // bmFormatString: bits 0-1 coding (2 = ASCII), bit 2 right justified, bits 3-6 position, bit 7 the unit of it.
      const format = data[2] ?? 0;
      if ((format & 0x03) !== 2 || format & 0x04) return null;
      const position = ((format >> 3) & 0x0f) / (format & 0x80 ? 1 : 8);
      const size = (data[3] ?? 0) & 0x0f;
      if (apdu.length === 4) return Uint8Array.of(...apdu, before.length, ...ascii(before));
      const block = (part: readonly number[]): number[] => [...part, ...Array.from({ length: Math.max(0, size - part.length) }, () => 0xff)];
      const filled = [...apdu];
      const put = (digits: string, at: number): void => block(ascii(digits)).forEach((byte, i) => (filled[5 + position + at + i] = byte));
      if (before) put(before, operation === 1 ? (data[5] ?? 0) : 0);
      if (operation === 1) put(fresh, data[6] ?? 0);
      filled[4] = filled.length - 5;
      return Uint8Array.from(filled);
    },
  };
}
