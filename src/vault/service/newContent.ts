import type { Bytes } from "../../card/bytes.ts";
import type { Incoming, NewContent, StoredPart } from "../documentApi.ts";
import { VaultError } from "../error.ts";
import { incomingSource } from "../store/incomingSource.ts";
import { blobSource, joinSources, type SizedSource, type Source } from "../store/streamStore.ts";

export function isParts(content: NewContent): content is readonly (Blob | StoredPart)[] {
  return Array.isArray(content);
}

type Read = (documentId: string, sha256: string, offset: number, length: number) => Promise<Bytes>;

/** What comes from outside. @throws INVALID */
export function outerSource(content: Blob | Incoming): Source {
  return content instanceof Blob ? blobSource(content) : incomingSource(content);
}

/** What is to be stored, whether it comes from outside or is in the vault already. @throws INVALID */
export function contentSource(content: NewContent, read: Read): Source {
  if (!isParts(content)) return outerSource(content);
  return joinSources(content.map((part): SizedSource => {
    if (part instanceof Blob) return blobSource(part);
    const { documentId, sha256, from, to } = part;
    if (typeof sha256 !== "string") throw new VaultError("INVALID", "a part says of which content it is");
    if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || to < from) throw new VaultError("INVALID", "a part's ends are whole numbers in their order");
    return { size: to - from, fresh: true, read: (offset, length) => read(documentId, sha256, from + offset, length) };
  }));
}
