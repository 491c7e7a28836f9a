import type { DocumentView } from "../../vault/documentApi.ts";
import { vaultOfPage } from "./useVault.ts";
import { VaultBlob } from "./vaultBlob.ts";

/** A revision's first bytes, at most `most`. */
export async function bytesOf({ documentId }: Pick<DocumentView, "documentId">, { revision, size }: { readonly revision: number; readonly size: number }, most: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new VaultBlob(documentId, revision, Math.min(size, most)).arrayBuffer());
}

/** A revision as a file in memory. The caller sees to it that it is small (signedKinds.ts). */
export async function wholeFile(view: DocumentView, shown: { readonly revision: number; readonly size: number }): Promise<File> {
  return new File([await bytesOf(view, shown, shown.size)], view.name, { type: view.type });
}

/** What a detached signature signs, if it lies beside it: `a.pdf.p7s` and `a.pdf`. */
export async function signedBeside({ name }: DocumentView, most: number): Promise<File | null> {
  const stem = name.replace(/\.p7s$/i, "");
  if (stem === name) return null;
  const { documents } = await vaultOfPage().documents.search({ text: stem, limit: 50 });
  const view = documents.find((one) => one.name === stem);
  const newest = view?.revisions.at(-1);
  return view && newest && newest.size <= most ? wholeFile(view, newest) : null;
}
