// The files of drafts, into the vault: open or locked, each once.
import type { Attachment } from "../../forms/application.ts";
import type { FieldFile, FromFrame } from "../../forms/line.ts";
import { randomName } from "../../platform/randomName.ts";
import { fileSha256 } from "../../signing/hash/streamHash.ts";
import type { VaultApi } from "../../vault/api.ts";

export class DraftFiles {
  readonly #vault: Pick<VaultApi, "inbox" | "documents">;
  readonly #say: (message: FromFrame) => void;
  readonly #stored = new Map<string, Attachment>();

  constructor(vault: Pick<VaultApi, "inbox" | "documents">, say: (message: FromFrame) => void) {
    this.#vault = vault;
    this.#say = say;
  }

  /** All of these that the vault has, in their order: stored by this page, or brought along by a draft that was put back into it. */
  attached(files: readonly FieldFile[], before: readonly Attachment[]): readonly Attachment[] {
    return files.flatMap((one) => this.#stored.get(placeOf(one)) ?? before.find(({ key, name, size }) => key === one.key && name === one.file.name && size === one.file.size) ?? []);
  }

  /** Whether none of these has to be stored any more. */
  has(files: readonly FieldFile[]): boolean {
    return files.every((one) => this.#stored.has(placeOf(one)));
  }

  async store(one: FieldFile, draftId: string): Promise<Attachment> {
    const known = this.#stored.get(placeOf(one));
    if (known) return known;
    const { key, signed, file } = one;
    const sha256 = await fileSha256(file);
    const attachmentId = randomName();
    const facts = { name: file.name, type: file.type, source: "draft", extra: { attachment: attachmentId, application: draftId } };
    await this.#vault.inbox.keep({ kind: "file", file, facts }, { onProgress: ({ done, total }) => this.#say({ kind: "progress", done, total }) });
    const attachment = { key, name: file.name, size: file.size, attachmentId, sha256, signed };
    this.#stored.set(placeOf(one), attachment);
    return attachment;
  }

  /** Its draft is gone: into the bin, as the draft's other files went. The vault must be open. */
  async drop(one: FieldFile, { attachmentId }: Attachment): Promise<void> {
    this.#stored.delete(placeOf(one));
    await this.#vault.documents.binAttachments([attachmentId], true);
  }
}

function placeOf({ key, file }: FieldFile): string {
  return JSON.stringify([key, file.name, file.size, file.lastModified]);
}
