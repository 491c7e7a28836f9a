import type { DistantFile } from "../../codec/distantFile.ts";
import type { DocumentView } from "../../vault/documentApi.ts";
import { vaultFile as fileOf } from "../../vault/vaultFile.ts";
import { vaultOfPage } from "./useVault.ts";

/** A revision as a file, over this page's connection to the vault. */
export function vaultFile(view: Pick<DocumentView, "documentId" | "name" | "type">, shown: { readonly revision: number; readonly size: number }): DistantFile {
  return fileOf(vaultOfPage(), view, shown);
}
