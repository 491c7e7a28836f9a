// Which documents may carry signatures, by what can be known without opening them.
import type { DocumentView } from "../../vault/documentApi.ts";

export const signedEndings = [".pdf", ".asice", ".sce", ".asics", ".bdoc", ".p7s", ".p7m"] as const;
export const signedTypes = ["application/pdf", "application/vnd.etsi.asic-e+zip", "application/pkcs7-signature", "application/pkcs7-mime"] as const;

/** Larger ones are checked when somebody opens them, not behind everybody's back: all of a file has to be read for it. */
export const mostLooked = 64 << 20;

/** No decrypted Blob is larger ([docs/SECURITY.md]): what is gets signed where it lies. */
export const mostTaken = 16 << 20;

/** A container, or a signature on something else: shown by its verdict and content, not as itself. */
export function isContainer({ name, type }: Pick<DocumentView, "name" | "type">): boolean {
  return type !== "application/pdf" && (signedTypes.some((one) => one === type) || signedEndings.some((one) => one !== ".pdf" && name.toLowerCase().endsWith(one)));
}

export function isPdf({ name, type }: Pick<DocumentView, "name" | "type">): boolean {
  return type === "application/pdf" || (type === "" && name.toLowerCase().endsWith(".pdf"));
}
