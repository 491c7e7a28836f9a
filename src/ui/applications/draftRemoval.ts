// A draft that is thrown away and may be wanted back: there is none that is in no store and in nobody's memory.
import { toJson } from "../../forms/application.ts";
import type { Applications, Draft } from "../../forms/applications.ts";
import type { VaultClient } from "../../vault/client.ts";
import { toVaultFailure, type VaultErrorCode } from "../../vault/error.ts";

export interface Removal {
  /** The draft that was thrown away last, until it is on record again. */
  readonly removed: Draft | null;
  /** Why the last throwing away or bringing back failed; null: it did not. */
  readonly trouble: VaultErrorCode | null;
}

export const nothingRemoved: Removal = { removed: null, trouble: null };

type Records = Pick<VaultClient["records"], "put" | "remove">;
type Documents = Pick<VaultClient["documents"], "binAttachments">;

/** Throws drafts away and brings the last one back, and says each time what came of it. */
export class DraftRemoval {
  readonly #vault: { readonly records: Records; readonly documents: Documents };
  readonly #show: (state: Removal) => void;
  #state = nothingRemoved;

  constructor(vault: { readonly records: Records; readonly documents: Documents }, show: (state: Removal) => void) {
    this.#vault = vault;
    this.#show = show;
  }

  /** One that was written to in another window a moment ago stays. @param applications all of them: what others have, too, is kept */
  remove(draft: Draft, applications: Applications | null): Promise<void> {
    return this.#tried(async () => {
      await this.#vault.records.remove("drafts", draft.draftId, draft.version);
      this.#set({ removed: draft, trouble: null });
      await this.#vault.documents.binAttachments(attachmentsOnlyOf(draft, applications), true);
    });
  }

  /** It can be tried again for as long as it fails: until it is on record, the draft is known nowhere else. */
  undo(): Promise<void> {
    const { removed } = this.#state;
    if (!removed) return Promise.resolve();
    const { draftId, application } = removed;
    return this.#tried(async () => {
      await this.#vault.documents.binAttachments(application.attachments.map(({ attachmentId }) => attachmentId), false);
      await this.#vault.records.put("drafts", draftId, toJson(application), null);
      // Another one may have been thrown away meanwhile.
      if (this.#state.removed === removed) this.#set(nothingRemoved);
    });
  }

  async #tried(act: () => Promise<void>): Promise<void> {
    this.#set({ ...this.#state, trouble: null });
    await act().catch((error: unknown) => this.#set({ ...this.#state, trouble: toVaultFailure(error).code }));
  }

  #set(state: Removal): void {
    this.#state = state;
    this.#show(state);
  }
}

/** A draft's files that no other draft and nothing that was sent has, too. */
function attachmentsOnlyOf(draft: Draft, applications: Applications | null): readonly string[] {
  const others = [...(applications?.drafts ?? []).filter(({ draftId }) => draftId !== draft.draftId), ...(applications?.sent ?? [])];
  const used = new Set(others.flatMap(({ application }) => application.attachments.map(({ attachmentId }) => attachmentId)));
  return draft.application.attachments.map(({ attachmentId }) => attachmentId).filter((id) => !used.has(id));
}
