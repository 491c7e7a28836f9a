// One error class for everything between a document and its signature.
// See: [Note: closed error union] in src/card/error.ts. Messages are for developers: lower case, a fact, and never a
// file's name, a person's name or number.

export const signingErrorCodes = [
  // What was given
  "NO_FILES", // nothing to sign
  "NAME_UNUSABLE", // a file name that a container can't hold: empty, twice, or with a path in it
  "FILE_TOO_LARGE", // beyond what the container format can say without its 64-bit form
  "FILE_EMPTY", // no bytes at all
  "FILE_INCOMPLETE", // its end is missing ([Note: cut off is not forged])
  "FILE_UNREADABLE", // changed, moved or cut off while it was read
  "MALFORMED", // bytes that are not what they claim to be
  "UNSUPPORTED", // well-formed, but a kind that is not known here
  // A PDF that can't be signed
  "PDF_BROKEN", // its own structure contradicts itself, or readers would each see something else
  "PDF_ENCRYPTED", // protected by a password or by rights
  "PDF_LOCKED", // certified by its author against further signatures (DocMDP)
  // The key
  "CERTIFICATE_UNUSABLE", // malformed, or of a kind of key that is not known
  "SIGNATURE_MISMATCH", // what the card signed does not fit its certificate: nothing was written
  // The network: never the end of a signature, only of what was to be added to it
  "NETWORK_NOT_ALLOWED", // the person has not allowed the address
  "NETWORK_FAILED", // no answer, or not a good one
  "TIMESTAMP_REFUSED", // the authority answered, and said no
  "TIMESTAMP_INVALID", // the authority's answer does not fit what was asked
  "REVOCATION_INVALID", // the answer about revocation does not fit the certificate, or can't be trusted
  "REVOCATION_UNKNOWN", // nobody says whether the certificate is revoked
  "CERTIFICATE_REVOKED",
  // Ourselves
  "CANCELLED",
  "INTERNAL",
] as const;

export type SigningErrorCode = (typeof signingErrorCodes)[number];

/** The only error class that leaves signing/. */
export class SigningError extends Error {
  override readonly name = "SigningError";
  readonly code: SigningErrorCode;

  constructor(code: SigningErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** The plain form that crosses worker boundaries. */
export interface SigningFailure {
  readonly code: SigningErrorCode;
  readonly message: string;
}

/** Any thrown thing as a SigningFailure; what is not a SigningError becomes INTERNAL with its class name only. */
export function toSigningFailure(error: unknown): SigningFailure {
  if (error instanceof SigningError) return { code: error.code, message: error.message };
  if (error instanceof DOMException && error.name === "AbortError") return { code: "CANCELLED", message: "cancelled" };
  return { code: "INTERNAL", message: `unexpected ${error instanceof Error ? error.name : typeof error}` };
}
