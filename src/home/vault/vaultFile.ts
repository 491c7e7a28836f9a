import { DistantFile } from "../../codec/distantFile.ts";
import type { DocumentView } from "../../vault/documentApi.ts";
import { vaultOfPage } from "./useVault.ts";

/** A revision as a file whose bytes are decrypted when they are asked for. */
export function vaultFile({ documentId, name, type }: Pick<DocumentView, "documentId" | "name" | "type">, { revision, size }: { readonly revision: number; readonly size: number }): DistantFile {
  return new DistantFile(name, type, (from, to) => vaultOfPage().documents.read(documentId, revision, from, to - from), size);
}
