import { DistantFile } from "../codec/distantFile.ts";
import type { VaultApi } from "./api.ts";
import type { DocumentView } from "./documentApi.ts";

/** A revision, by its number or by its content's SHA-256, as a file whose bytes are decrypted when they are asked for. */
export function vaultFile({ documents }: Pick<VaultApi, "documents">, { documentId, name, type }: Pick<DocumentView, "documentId" | "name" | "type">, { revision, size }: { readonly revision: number | string; readonly size: number }): DistantFile {
  return new DistantFile(name, type, (from, to) => documents.read(documentId, revision, from, to - from), size);
}
