import type { MessageKey } from "../../i18n/catalogue.ts";
import type { DocumentFailure } from "../../signing/documents/job.ts";
import { type SigningErrorCode, signingErrorCodes } from "../../signing/error.ts";

/** What a failure means to the document's owner, and what to do. Card failures have been shown in the prompt at length. */
export function failureText(code: DocumentFailure["code"]): MessageKey {
  return isSigningCode(code) ? `sign_error_${code}` : `error_${code}_title`;
}

function isSigningCode(code: DocumentFailure["code"]): code is SigningErrorCode {
  return signingErrorCodes.some((one) => one === code);
}
