import type { DocumentFacts } from "./documentApi.ts";

/** Who signed a document, as the verification found (`setVerdict`). */
export function signersOf({ extra: { signers } }: Pick<DocumentFacts, "extra">): readonly string[] {
  return Array.isArray(signers) ? signers.filter((one): one is string => typeof one === "string") : [];
}
