import type { DistantFile } from "../../codec/distantFile.ts";
import type { DocumentView } from "../../vault/documentApi.ts";
import { vaultOfPage } from "./useVault.ts";
import { vaultFile } from "./vaultFile.ts";

/** A revision's first bytes, at most `most`. */
export async function bytesOf(view: DocumentView, { revision, size }: { readonly revision: number; readonly size: number }, most: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await vaultFile(view, { revision, size: Math.min(size, most) }).arrayBuffer());
}

/** A revision as a file in memory. The caller sees to it that it is small (signedKinds.ts). */
export async function wholeFile(view: DocumentView, shown: { readonly revision: number; readonly size: number }): Promise<File> {
  return new File([await bytesOf(view, shown, shown.size)], view.name, { type: view.type });
}

/** What a detached signature signs, if it lies beside it: `a.pdf.p7s` and `a.pdf`. */
export async function signedBeside({ name }: DocumentView): Promise<DistantFile | null> {
  const stem = name.replace(/\.p7s$/i, "");
  if (stem === name) return null;
  const { documents } = await vaultOfPage().documents.search({ text: stem, limit: 50 });
  const view = documents.find((one) => one.name === stem);
  const newest = view?.revisions.at(-1);
  return view && newest ? vaultFile(view, newest) : null;
}
