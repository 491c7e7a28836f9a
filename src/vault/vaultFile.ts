import { DistantFile } from "../codec/distantFile.ts";
import type { VaultApi } from "./api.ts";
import type { DocumentView } from "./documentApi.ts";

/** A revision as a file whose bytes are decrypted when they are asked for. */
export function vaultFile({ documents }: Pick<VaultApi, "documents">, { documentId, name, type }: Pick<DocumentView, "documentId" | "name" | "type">, { revision, size }: { readonly revision: number; readonly size: number }): DistantFile {
  return new DistantFile(name, type, (from, to) => documents.read(documentId, revision, from, to - from), size);
}
