// What is thrown away and may be wanted back: nothing that was kept is in no store and in nobody's memory.
import type { Json } from "../../vault/api.ts";
import type { VaultClient } from "../../vault/client.ts";
import { toVaultFailure, type VaultErrorCode } from "../../vault/error.ts";

/** Where one thing lies in the vault. */
export interface InVault {
  readonly records: readonly {
    readonly collection: "drafts" | "answers";
    readonly id: string;
    readonly version: string;
    /** null: another one of these has its place; it does not come back. */
    readonly value: Json | null;
  }[];
  /** All of its files. */
  readonly attachmentIds: readonly string[];
  /** Those that belong to nothing else. */
  readonly onlyIts: readonly string[];
}

export interface Removal<T> {
  /** What was thrown away last, until it is on record again. */
  readonly removed: T | null;
  /** Why the last throwing away or bringing back failed; null: it did not. */
  readonly trouble: VaultErrorCode | null;
}

export const nothingRemoved: Removal<never> = { removed: null, trouble: null };

export interface RemovalVault {
  readonly records: Pick<VaultClient["records"], "commit">;
  readonly documents: Pick<VaultClient["documents"], "binAttachments">;
}

/** Throws things away with their files and brings the last one back, and says each time what came of it. */
export class KeptRemoval<T> {
  readonly #vault: RemovalVault;
  readonly #show: (state: Removal<T>) => void;
  #state: Removal<T> = nothingRemoved;
  #was: InVault | null = null;

  constructor(vault: RemovalVault, show: (state: Removal<T>) => void) {
    this.#vault = vault;
    this.#show = show;
  }

  /** What was written to in another window a moment ago stays. */
  remove(thing: T, find: () => Promise<InVault>): Promise<void> {
    return this.#tried(async () => {
      const was = await find();
      await this.#vault.records.commit(was.records.map(({ collection, id, version }) => ({ collection, id, remove: true, expect: version })));
      this.#was = was;
      this.#set({ removed: thing, trouble: null });
      await this.#vault.documents.binAttachments(was.onlyIts, true);
    });
  }

  /** It can be tried again for as long as it fails: until it is on record, the thing is known nowhere else. */
  undo(): Promise<void> {
    const [{ removed }, was] = [this.#state, this.#was];
    if (removed === null || !was) return Promise.resolve();
    return this.#tried(async () => {
      await this.#vault.documents.binAttachments(was.attachmentIds, false);
      await this.#vault.records.commit(was.records.flatMap(({ collection, id, value }) => (value === null ? [] : [{ collection, id, value, expect: null }])));
      // Another one may have been thrown away meanwhile.
      if (this.#was === was) this.#set(nothingRemoved);
    });
  }

  async #tried(act: () => Promise<void>): Promise<void> {
    this.#set({ ...this.#state, trouble: null });
    await act().catch((error: unknown) => this.#set({ ...this.#state, trouble: toVaultFailure(error).code }));
  }

  #set(state: Removal<T>): void {
    this.#state = state;
    this.#show(state);
  }
}
