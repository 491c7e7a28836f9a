// One error class for everything between the USB bus and the person's card.
// [Note: closed error union] The user interface maps a code to a text in the catalogues (`error_<code>`); a test
// checks that every code has one. Messages are for developers: lower case, a fact, and never a PIN, a personal
// number, a name or a serial number.

export const cardErrorCodes = [
  // The way to the reader
  "READER_NONE", // no reader has been allowed yet, or none is plugged in
  "READER_GONE", // unplugged, or the browser lost it
  "READER_BUSY", // another window of this extension is using it
  "READER_HELD", // the operating system or another program holds it (WebUSB NetworkError on claim)
  "READER_PROTECTED", // the browser keeps USB class 0x0B from extensions (WebUSB SecurityError on claim)
  "READER_DENIED", // the browser may not open the device (WebUSB SecurityError on open)
  "READER_PROTOCOL", // the reader sent something CCID does not allow
  "READER_TIMEOUT", // the reader did not answer in time
  "READER_FAILED", // the reader reported a hardware failure
  "READER_UNSUPPORTED", // not a CCID reader, or a feature it lacks
  // The bridge app (card/bridge): on the way to a reader
  "BRIDGE_CLOSED", // not open, or it went away while in use
  "BRIDGE_UNPAIRED", // open, but the person has not compared the code yet
  "BRIDGE_CONSENT", // open, but the person has not allowed it in its own window yet
  "BRIDGE_STOPPED", // the person pressed "stop" in its window
  "BRIDGE_APP_OUTDATED", // the app is too old for this extension
  "BRIDGE_EXTENSION_OUTDATED", // the extension is too old for the app
  // The card
  "CARD_ABSENT", // no card in the slot
  "CARD_REMOVED", // the card went away while in use
  "CARD_MUTE", // a card that does not answer (wrong way round, dirty, broken)
  "CARD_PROTOCOL", // the card broke ISO 7816-3 or -4
  "CARD_UNKNOWN", // not a PKCS#15 identity card
  "CARD_MALFORMED", // a file on the card could not be understood
  "CARD_REFUSED", // the card refused a command (status word in `statusWord`)
  "CARD_CHANGED", // another card than the one read before
  // PINs
  "PIN_WRONG", // `triesLeft` says how many remain
  "PIN_BLOCKED", // the login PIN; the PUK helps
  "SIGNING_PIN_BLOCKED", // the PUK does not help
  "PUK_BLOCKED",
  "CODE_SPENT", // the envelope's 5-digit code has no tries left, and the signing PIN does not exist
  "PIN_LENGTH", // fewer or more digits than the card allows
  "PIN_LAST_TRY", // nothing was sent: the person must confirm first
  "PIN_NOT_SET", // the signing PIN has not been created yet
  "PIN_CANCELLED", // on the pinpad
  "PIN_TIMEOUT", // on the pinpad
  "PIN_MISMATCH", // on the pinpad: the new PIN was not the same twice
  "PIN_ALREADY_SET", // the signing PIN exists: the 5-digit code has had its use
  "PIN_NOT_CHANGED", // the card took the command and its state says that nothing changed
  // Certificates and keys
  "CERTIFICATE_MISSING",
  "CERTIFICATE_OTHER", // the card's signing certificate is not the one the site asked for
  "CERTIFICATE_EXPIRED",
  "CERTIFICATE_NOT_YET_VALID",
  "KEY_OTHER", // the card signs well, but not in the one way that the site takes
  "ALGORITHM_UNSUPPORTED",
  "SIGNATURE_INVALID", // the card's signature does not fit its certificate
  // Ourselves
  "CANCELLED",
  "INTERNAL",
] as const;

export type CardErrorCode = (typeof cardErrorCodes)[number];

/** Facts that go with a code; all optional, none personal. */
export interface CardErrorDetail {
  readonly triesLeft?: number;
  /** SW1 SW2 as one number, for example 0x6982. */
  readonly statusWord?: number;
}

/** The only error class that leaves card/. */
export class CardError extends Error {
  override readonly name = "CardError";
  readonly code: CardErrorCode;
  readonly detail: CardErrorDetail;

  constructor(code: CardErrorCode, message: string, detail: CardErrorDetail = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.detail = detail;
  }
}

/** The plain form of a CardError that crosses worker boundaries (an Error subclass does not survive structured clone). */
export interface CardFailure {
  readonly code: CardErrorCode;
  readonly message: string;
  readonly detail: CardErrorDetail;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CardFailure };

/** Any thrown thing as a CardFailure; what is not a CardError becomes INTERNAL with its class name only. */
export function toFailure(error: unknown): CardFailure {
  if (error instanceof CardError) return { code: error.code, message: error.message, detail: error.detail };
  const name = error instanceof Error ? error.name : typeof error;
  return { code: "INTERNAL", message: `unexpected ${name}`, detail: {} };
}

/** Runs `act` and turns its outcome into a Result. */
export async function attempt<T>(act: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await act() };
  } catch (error) {
    return { ok: false, error: toFailure(error) };
  }
}
