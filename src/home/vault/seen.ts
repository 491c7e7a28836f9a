import type { VerificationReport } from "../../signing/verify/report.ts";
import type { DocumentView } from "../../vault/documentApi.ts";

/** What a verification found, as the vault keeps it beside a document. */
export interface Seen {
  /** null: there is no signature in it, or nothing that could be read as one. */
  readonly verdict: DocumentView["signed"];
  readonly signers: readonly string[];
}

export function seenIn({ verdict, signatures }: VerificationReport): Seen {
  if (signatures.length === 0 && verdict !== "invalid") return { verdict: null, signers: [] };
  // Whom a signature that is not valid names need not have made it.
  const names = signatures.flatMap((one) => (one.verdict === "invalid" || !one.signer ? [] : [one.signer.name]));
  return { verdict, signers: [...new Set(names)] };
}
