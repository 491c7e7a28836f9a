import type { DocumentView } from "../../vault/documentApi.ts";
import { vaultOfPage } from "./useVault.ts";

const pieceLength = 4 << 20;

/** A revision's first bytes, at most `most`. */
export async function bytesOf({ documentId }: Pick<DocumentView, "documentId">, { revision, size }: { readonly revision: number; readonly size: number }, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const out = new Uint8Array(Math.min(size, most));
  for (let offset = 0; offset < out.length; ) {
    const piece = await vaultOfPage().documents.read(documentId, revision, offset, Math.min(pieceLength, out.length - offset));
    if (piece.length === 0) break;
    out.set(piece, offset);
    offset += piece.length;
  }
  return out;
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
