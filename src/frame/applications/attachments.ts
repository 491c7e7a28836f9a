import type { Application, Attachment } from "../../forms/application.ts";
import type { DocumentView } from "../../vault/documentApi.ts";
import { frameVault } from "../frameVault.ts";

const page = 200;
/** So much is read at a time: often enough to say how far it is, and to stop. */
const piece = 1 << 20;

/** The vault's documents of these attachments, by attachment id. What was thrown away is not among them. */
async function documentsOf(attachments: readonly Attachment[]): Promise<ReadonlyMap<string, DocumentView>> {
  const wanted = new Set(attachments.map(({ attachmentId }) => attachmentId));
  const found = new Map<string, DocumentView>();
  for (let offset = 0; found.size < wanted.size; offset += page) {
    const { documents, total } = await frameVault().documents.search({ offset, limit: page, sort: "changed", descending: true });
    for (const document of documents) {
      const id = document.extra["attachment"];
      if (typeof id === "string" && wanted.has(id)) found.set(id, document);
    }
    if (documents.length === 0 || offset + page >= total) break;
  }
  return found;
}

/** A document's newest content as a file: whole, or not at all. @throws the signal's reason, or why the vault does not give it */
export async function fileOf({ documentId, name, type, revisions }: DocumentView, onProgress?: (done: number, total: number) => void, signal?: AbortSignal): Promise<File> {
  const { size = 0, sha256 = null } = revisions.at(-1) ?? {};
  const parts: BlobPart[] = [];
  for (let at = 0; at < size; ) {
    const bytes = await frameVault().documents.read(documentId, sha256, at, piece);
    signal?.throwIfAborted();
    if (bytes.length === 0) throw new Error("the document ends before its end");
    // The browser's to keep, and no longer this frame's.
    parts.push(new Blob([bytes]));
    at += bytes.length;
    onProgress?.(at, size);
  }
  return new File(parts, name, { type });
}

/** Names of files that stood in its fields and never came into the vault: its tab was gone before. */
export function unkeptFiles({ fields, attachments }: Pick<Application, "fields" | "attachments">): readonly string[] {
  const kept = attachments.map(({ key, name }) => `${key} ${name}`);
  return fields.flatMap(({ key, kind, values }) => (kind === "file" ? values : []).filter((name) => {
    const at = kept.indexOf(`${key} ${name}`);
    if (at >= 0) kept.splice(at, 1);
    return at < 0;
  }));
}

/** The files of an application for the fields of its form, and the names of those that are no longer in the vault. */
export async function filesOf(attachments: readonly Attachment[]): Promise<{ readonly files: readonly { readonly key: string; readonly files: readonly File[] }[]; readonly gone: readonly string[] }> {
  if (attachments.length === 0) return { files: [], gone: [] };
  const documents = await documentsOf(attachments);
  const byKey = new Map<string, File[]>();
  const gone: string[] = [];
  for (const { attachmentId, key, name } of attachments) {
    const document = documents.get(attachmentId);
    if (document) byKey.set(key, [...(byKey.get(key) ?? []), await fileOf(document)]);
    else gone.push(name);
  }
  return { files: [...byKey].map(([key, files]) => ({ key, files })), gone };
}
