import type { MessageKey } from "../../i18n/catalogue.ts";
import type { DocumentFailure } from "../../signing/documents/job.ts";

/** What a document's failure means to its owner. Card failures have been shown in the prompt at length. */
export function failureText(code: DocumentFailure["code"]): MessageKey {
  switch (code) {
    case "PDF_ENCRYPTED":
      return "sign_doc_error_encrypted";
    case "PDF_LOCKED":
      return "sign_doc_error_locked";
    case "PDF_BROKEN":
    case "MALFORMED":
      return "sign_doc_error_broken";
    case "UNSUPPORTED":
      return "sign_doc_error_unsupported";
    case "FILE_UNREADABLE":
      return "sign_doc_error_unreadable";
    default:
      return "sign_doc_error_other";
  }
}
