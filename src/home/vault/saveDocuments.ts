// From the vault to files that the person picks, piece by piece.
import { freeName, pickFileToSave, pickFolder, safeName, writePieces } from "../../platform/fileAccess.ts";
import type { DocumentView } from "../../vault/documentApi.ts";
import { VaultError } from "../../vault/error.ts";
import type { Unkept } from "./unkept.ts";
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

/** Pieces of a signed document: what is new is here, the rest is read in the vault. */
function signedPieces({ view, signed: { data, pieces = [data] } }: Unkept): () => Promise<Uint8Array<ArrayBuffer> | null> {
  const sha256 = view.revisions.at(-1)?.sha256 ?? "";
  let [at, offset] = [0, 0];
  return async () => {
    for (let part = pieces[at]; part; part = pieces[(at += 1)]) {
      const size = part instanceof Blob ? part.size : part.to - part.from;
      const length = Math.min(pieceLength, size - offset);
      if (length > 0) {
        const piece = part instanceof Blob ? new Uint8Array(await part.slice(offset, offset + length).arrayBuffer()) : await vaultOfPage().documents.read(view.documentId, sha256, part.from + offset, length);
        if (piece.length !== length) throw new VaultError("CHUNK_MISSING", "a document ends before its end");
        offset += length;
        return piece;
      }
      offset = 0;
    }
    return null;
  };
}

/** @returns false when the person changed their mind. */
export async function saveSigned(one: Unkept): Promise<boolean> {
  const file = await pickFileToSave(safeName(one.signed.name));
  if (!file) return false;
  await writePieces(file, signedPieces(one));
  return true;
}

export interface Exported {
  readonly count: number;
  /** Names of what could not be read; all the others were written. */
  readonly damaged: readonly string[];
}

/** Plain copies of several documents in a folder. @returns null when the person changed their mind. */
export async function exportDocuments(views: readonly DocumentView[]): Promise<Exported | null> {
  const folder = await pickFolder("readwrite");
  if (!folder) return null;
  const damaged: string[] = [];
  for (const view of views) {
    const name = await freeName(folder, safeName(view.name));
    const file = await folder.getFileHandle(name, { create: true });
    try {
      await writePieces(file, piecesOf(view.documentId, null));
    } catch (error) {
      // One damaged document must not keep the others back; a full disk, or a vault that was locked, ends it.
      if (!(error instanceof VaultError) || (error.code !== "CHUNK_DAMAGED" && error.code !== "CHUNK_MISSING")) throw error;
      damaged.push(view.name);
      await folder.removeEntry(name).catch(() => undefined);
    }
  }
  return { count: views.length - damaged.length, damaged };
}
