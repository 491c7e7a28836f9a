// The codes of PC/SC, by name and number, and what they are to us. Names as in the Web Smart Card API where it has one;
// numbers as in pcsclite.h and winscard.h (part 5 §3.1.3 leaves them to the platform; the two agree but for 1F and 22).
import { CardError, type CardErrorCode } from "../error.ts";

const table = {
  "internal-error": [0x01, "READER_FAILED"],
  cancelled: [0x02, "CANCELLED"],
  // The service started anew and knows nothing of us any more.
  "invalid-handle": [0x03, "READER_GONE"],
  "invalid-parameter": [0x04, "INTERNAL"],
  "invalid-target": [0x05, "INTERNAL"],
  "no-memory": [0x06, "READER_FAILED"],
  "waited-too-long": [0x07, "READER_TIMEOUT"],
  "insufficient-buffer": [0x08, "READER_PROTOCOL"],
  "unknown-reader": [0x09, "READER_GONE"],
  timeout: [0x0a, "READER_TIMEOUT"],
  "sharing-violation": [0x0b, "READER_HELD"],
  "no-smartcard": [0x0c, "CARD_ABSENT"],
  "unknown-card": [0x0d, "CARD_UNKNOWN"],
  "cant-dispose": [0x0e, "READER_FAILED"],
  "proto-mismatch": [0x0f, "CARD_PROTOCOL"],
  "not-ready": [0x10, "READER_FAILED"],
  "invalid-value": [0x11, "INTERNAL"],
  "system-cancelled": [0x12, "READER_GONE"],
  "comm-error": [0x13, "READER_FAILED"],
  "unknown-error": [0x14, "READER_FAILED"],
  "invalid-atr": [0x15, "CARD_PROTOCOL"],
  // From a transmit: the exchange with the card did not come about.
  "not-transacted": [0x16, "CARD_PROTOCOL"],
  "reader-unavailable": [0x17, "READER_GONE"],
  shutdown: [0x18, "READER_GONE"],
  "pci-too-small": [0x19, "INTERNAL"],
  "reader-unsupported": [0x1a, "READER_UNSUPPORTED"],
  "duplicate-reader": [0x1b, "READER_UNSUPPORTED"],
  "card-unsupported": [0x1c, "CARD_PROTOCOL"],
  "no-service": [0x1d, "READER_GONE"],
  "service-stopped": [0x1e, "READER_GONE"],
  "unsupported-feature": [0x1f, "READER_UNSUPPORTED"],
  "icc-installation": [0x20, "CARD_REFUSED"],
  "icc-createorder": [0x21, "CARD_REFUSED"],
  // winscard.h; pcsclite.h gives it 1F.
  "unsupported-feature-windows": [0x22, "READER_UNSUPPORTED"],
  "dir-not-found": [0x23, "CARD_REFUSED"],
  "file-not-found": [0x24, "CARD_REFUSED"],
  "no-dir": [0x25, "CARD_REFUSED"],
  "no-file": [0x26, "CARD_REFUSED"],
  "no-access": [0x27, "READER_DENIED"],
  "write-too-many": [0x28, "CARD_REFUSED"],
  "bad-seek": [0x29, "CARD_REFUSED"],
  "invalid-chv": [0x2a, "CARD_REFUSED"],
  "unknown-res-mng": [0x2b, "READER_FAILED"],
  "no-such-certificate": [0x2c, "CARD_REFUSED"],
  "certificate-unavailable": [0x2d, "CARD_REFUSED"],
  "no-readers-available": [0x2e, "READER_NONE"],
  "comm-data-lost": [0x2f, "READER_PROTOCOL"],
  "no-key-container": [0x30, "CARD_REFUSED"],
  "server-too-busy": [0x31, "READER_TIMEOUT"],
  "unsupported-card": [0x65, "CARD_PROTOCOL"],
  "unresponsive-card": [0x66, "CARD_MUTE"],
  "unpowered-card": [0x67, "CARD_MUTE"],
  // Another program reset the card while it was ours to use.
  "reset-card": [0x68, "READER_HELD"],
  "removed-card": [0x69, "CARD_REMOVED"],
  "security-violation": [0x6a, "READER_DENIED"],
  "wrong-chv": [0x6b, "CARD_REFUSED"],
  "chv-blocked": [0x6c, "CARD_REFUSED"],
  eof: [0x6d, "CARD_REFUSED"],
  "cancelled-by-user": [0x6e, "CANCELLED"],
  "card-not-authenticated": [0x6f, "CARD_REFUSED"],
  // Not a number of PC/SC: what was sent makes no sense, or nothing came.
  malformed: [-1, "READER_PROTOCOL"],
  silent: [-2, "READER_TIMEOUT"],
} as const satisfies Readonly<Record<string, readonly [number, CardErrorCode]>>;

export type PcscCode = keyof typeof table;

// Object.keys gives the table's own keys and no others.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
export const pcscCodes = Object.keys(table) as readonly PcscCode[];

const facility = 0x80100000;
const byNumber: ReadonlyMap<number, PcscCode> = new Map(pcscCodes.map((code) => [table[code][0], code]));

/** SCARD_E_…, SCARD_W_… as an unsigned number. */
export function pcscNumber(code: PcscCode): number {
  return facility + table[code][0];
}

/** @param returned signed or unsigned, as the platform's LONG comes through. Success has no name. */
export function pcscCodeOf(returned: number): PcscCode {
  const value = returned >>> 0;
  return (value >= facility ? byNumber.get(value - facility) : undefined) ?? "unknown-error";
}

/** What a PC/SC service answered when it did not do what was asked. Never leaves card/: see toCardError. */
export class PcscError extends Error {
  override readonly name = "PcscError";
  readonly code: PcscCode;

  constructor(code: PcscCode, message: string = code) {
    super(message);
    this.code = code;
  }
}

/** Any failure of a PC/SC service as the union that the rest of the code knows. */
export function toCardError(error: unknown): CardError {
  if (error instanceof CardError) return error;
  if (error instanceof PcscError) return new CardError(table[error.code][1], `the smart-card service says: ${error.message}`, {}, error);
  return new CardError("INTERNAL", "unexpected failure of a smart-card service", {}, error);
}
