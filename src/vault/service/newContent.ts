import type { Bytes } from "../../card/bytes.ts";
import type { NewContent } from "../documentApi.ts";
import { VaultError } from "../error.ts";
import { blobSource, joinSources, type Source } from "../store/streamStore.ts";

type Read = (documentId: string, sha256: string, offset: number, length: number) => Promise<Bytes>;

/** What is to be stored, whether it comes from outside or is in the vault already. @throws INVALID */
export function contentSource(content: NewContent, read: Read): Source {
  if (content instanceof Blob) return blobSource(content);
  return joinSources(content.map((part): Source => {
    if (part instanceof Blob) return blobSource(part);
    const { documentId, sha256, from, to } = part;
    if (typeof sha256 !== "string") throw new VaultError("INVALID", "a part says of which content it is");
    if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || to < from) throw new VaultError("INVALID", "a part's ends are whole numbers in their order");
    return { size: to - from, fresh: true, read: (offset, length) => read(documentId, sha256, from + offset, length) };
  }));
}
