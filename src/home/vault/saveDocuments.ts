// From the vault to files that the person picks, piece by piece.
import { freeName, pickFileToSave, pickFolder, safeName, writePieces } from "../../platform/fileAccess.ts";
import type { DocumentView } from "../../vault/documentApi.ts";
import { vaultOfPage } from "./useVault.ts";

const pieceLength = 1 << 20;

function piecesOf(documentId: string, revision: number | null): () => Promise<Uint8Array<ArrayBuffer> | null> {
  let offset = 0;
  return async () => {
    const piece = await vaultOfPage().documents.read(documentId, revision, offset, pieceLength);
    offset += piece.length;
    return piece.length === 0 ? null : piece;
  };
}

/** @returns false when the person changed their mind. */
export async function saveDocument(view: DocumentView, revision: number | null): Promise<boolean> {
  const file = await pickFileToSave(safeName(view.name));
  if (!file) return false;
  await writePieces(file, piecesOf(view.documentId, revision));
  return true;
}

/** Plain copies of several documents in a folder. @returns how many; null when the person changed their mind. */
export async function exportDocuments(views: readonly DocumentView[]): Promise<number | null> {
  const folder = await pickFolder("readwrite");
  if (!folder) return null;
  for (const view of views) {
    const file = await folder.getFileHandle(await freeName(folder, safeName(view.name)), { create: true });
    await writePieces(file, piecesOf(view.documentId, null));
  }
  return views.length;
}
