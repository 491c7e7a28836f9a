// The whole vault, open or locked: VaultApi.
import { wipe } from "../../card/bytes.ts";
import type { Bytes } from "../../card/bytes.ts";
import type { FolderApi } from "../folderApi.ts";
import type { BackupApi, InboxApi, LockApi, NewSheet, RecordApi, ReminderApi, RestoreReport, RestoreWork, Secret, SlotApi, VaultApi, VaultEvent, VaultNotice, VaultState } from "../api.ts";
import { readBackupHeader } from "../backup/backupFormat.ts";
import { BackupReader } from "../backup/backupReader.ts";
import { Backups } from "../backup/backups.ts";
import { lackOf, restoreInto, restoreProgress } from "../backup/restore.ts";
import type { DocumentApi } from "../documentApi.ts";
import { deriveVaultKeys } from "../crypto/vaultKeys.ts";
import { VaultError } from "../error.ts";
import { commit } from "../store/commit.ts";
import { FolderService } from "../folder/folderService.ts";
import { checkHeader, decodeHeader, type Header, unbase64 } from "../store/header.ts";
import { adoptVault, createVault, readHeader, readHeaderBytes } from "./createVault.ts";
import { referredStreams } from "./documentRecord.ts";
import { delegate, documentCalls, folderCalls } from "./delegate.ts";
import { Documents } from "./documents.ts";
import { keepRecord, mergeInbox, type Sealed, sealIntoInbox } from "./inbox.ts";
import { CardsOfVault, IdleClock, parseRules, usualRules } from "./lockRules.ts";
import { OpenedVault } from "./openedVault.ts";
import { Records } from "./records.ts";
import { reminders } from "./reminders.ts";
import { slots } from "./slots.ts";
import type { Surroundings } from "./surroundings.ts";
import { beginLife } from "../store/streamStore.ts";
import { Tasks } from "./tasks.ts";
import { openWith, passphraseSlot, recoverySlot, slotView, wipeSecret } from "./waysIn.ts";
import { hasWitness, isRolledBack, writeWitness } from "./witness.ts";

/** Documents whose names go into the index in one go: some milliseconds. */
const fillAtOnce = 500;

interface Open {
  readonly vault: OpenedVault;
  readonly records: Records;
  readonly documents: Documents;
  readonly backups: Backups;
  notices: readonly VaultNotice[];
}

export class VaultService implements VaultApi {
  readonly #around: Surroundings;
  readonly #tasks = new Tasks();
  readonly #listeners = new Set<(event: VaultEvent) => void>();
  readonly #idle: IdleClock;
  readonly #folder: FolderService;
  readonly #cards = new CardsOfVault();
  readonly #sealed: Sealed = new Map();
  #open: Open | null = null;
  #opening: Promise<void> | null = null;

  readonly lock: LockApi;
  readonly slots: SlotApi;
  readonly records: RecordApi;
  readonly documents: DocumentApi;
  readonly inbox: InboxApi;
  readonly reminders: ReminderApi;
  readonly backup: BackupApi;
  readonly folder: FolderApi;
  readonly storage: VaultApi["storage"];

  /** @param steady milliseconds that never go back (performance.now). */
  constructor(around: Surroundings, steady: () => number) {
    beginLife();
    this.#around = around;
    this.#idle = new IdleClock(around.now, steady);
    const opened = (): OpenedVault => this.#opened().vault;
    this.lock = this.#lockApi();
    this.slots = slots(opened, () => this.#emitState());
    this.records = delegate<RecordApi>(["get", "list", "table", "some", "put", "remove", "commit"], () => this.#opened().records);
    this.documents = delegate<DocumentApi>(documentCalls, () => this.#opened().documents);
    this.inbox = this.#inboxApi();
    this.reminders = reminders(around.database);
    // A backup is read piece by piece by a page: as long as that goes on, somebody wants the vault open.
    const touched = (): Backups => {
      const { backups } = this.#opened();
      this.#idle.touch();
      return backups;
    };
    this.backup = { ...delegate<BackupApi>(["begin", "read", "verify", "last"], touched), restore: (file, secret, work) => this.#restore(file, secret, work) };
    this.#folder = new FolderService(around.folder, () => this.#folderHost(), () => void this.#emitFolder().catch(() => undefined), steady);
    this.folder = delegate<FolderApi>(folderCalls, () => this.#folder);
    this.storage = { view: () => around.room() };
  }

  /** Adds a listener and tells it the present state. */
  watch(listener: (event: VaultEvent) => void): () => void {
    this.#listeners.add(listener);
    void this.state().then((state) => listener({ kind: "state", state }), () => undefined);
    return () => void this.#listeners.delete(listener);
  }

  /** To be called now and then: locks when nobody has acted for long enough. */
  checkIdle(): void {
    if (this.#open === null) return;
    if (this.#tasks.busy) this.#idle.touch();
    else if (this.#idle.isOver(parseRules(this.#open.vault.main.table.get("settings", "lock")?.value).idleMinutes)) this.#around.end();
  }

  /** To be called now and then: brings changes to the folder for several computers, and fetches what others wrote. */
  checkFolder(): void {
    if (this.#open) void this.#folder.check().catch(() => undefined);
  }

  async state(): Promise<VaultState> {
    if (this.#open) return { kind: "unlocked", slots: this.#open.vault.header.slots.map(slotView), notices: this.#open.notices };
    const bytes = await readHeaderBytes(this.#around);
    if (!bytes) return { kind: "none", lost: hasWitness(this.#around) };
    const header = readable(bytes);
    return { kind: "locked", slots: header ? header.slots.map(slotView) : [] };
  }

  #opened(): Open {
    this.checkIdle();
    if (!this.#open) throw new VaultError("VAULT_LOCKED", "the vault is locked");
    return this.#open;
  }

  #folderHost(): { readonly vault: OpenedVault; readonly changed: (documents: readonly string[]) => Promise<void> } {
    const { vault, documents } = this.#opened();
    const changed = async (ids: readonly string[]): Promise<void> => {
      if (ids.length === 0) return;
      await documents.follow(ids);
      this.#emit({ kind: "changed", collection: "documents", ids });
    };
    return { vault, changed };
  }

  async #emitFolder(): Promise<void> {
    this.#emit({ kind: "folder", state: await this.#folder.state() });
  }

  #emit(event: VaultEvent): void {
    if (event.kind === "changed") for (const id of event.ids) this.#folder.heard(event.collection, id);
    for (const listener of this.#listeners) listener(event);
  }

  async #emitState(): Promise<void> {
    this.#emit({ kind: "state", state: await this.state() });
  }

  #lockApi(): LockApi {
    return {
      state: () => this.state(),
      create: (passphrase) => this.#create(passphrase),
      unlock: (secret) => this.#unlock(secret),
      lock: async () => this.#around.end(),
      touch: async () => {
        this.checkIdle();
        this.#idle.touch();
      },
      happened: async (what) => {
        if (!this.#open) return;
        const rules = parseRules(this.#open.vault.main.table.get("settings", "lock")?.value);
        if (what.kind === "system-locked" ? rules.onSystemLock : this.#cards.happened(what) && rules.onCardRemoval) this.#around.end();
      },
      rules: async () => (this.#open ? parseRules(this.#open.vault.main.table.get("settings", "lock")?.value) : usualRules),
      setRules: async (rules) => {
        await this.#opened().vault.change(() => ({ drafts: [{ collection: "settings", id: "lock", value: { ...parseRules({ ...rules }) } }] }));
      },
      destroy: async () => {
        await commit(
          this.#around.database,
          (["header", "main", "text", "chunk", "journal", "inbox", "reminder"] as const).map((clear) => ({ clear })),
        );
        await this.#around.folder.keep(null);
        this.#around.witness.write("");
        this.#around.end();
      },
    };
  }

  async #create(passphrase: Bytes): Promise<NewSheet> {
    if (await readHeaderBytes(this.#around)) throw new VaultError("VAULT_EXISTS", "there is a vault already");
    try {
      const first = await passphraseSlot(this.#around, passphrase);
      const { make, ...sheet } = await recoverySlot(this.#around);
      const { header, keys } = await createVault(this.#around, [first, make]);
      writeWitness(this.#around, header, 0);
      await this.#become(new OpenedVault(this.#around, header, keys, (event) => this.#emit(event)), []);
      return sheet;
    } finally {
      wipe(passphrase);
    }
  }

  async #unlock(secret: Secret): Promise<void> {
    try {
      // Two windows may unlock at once: one opening serves both.
      while (this.#opening) await this.#opening.catch(() => undefined);
      if (this.#open) return;
      this.#opening = this.#openWith(secret);
      await this.#opening;
    } finally {
      this.#opening = null;
      wipeSecret(secret);
    }
  }

  async #openWith(secret: Secret): Promise<void> {
    const bytes = await readHeaderBytes(this.#around);
    if (!bytes) throw new VaultError("VAULT_NONE", "no vault has been set up");
    const header = decodeHeader(bytes);
    const vaultKey = await openWith(this.#around, header, secret);
    const keys = await deriveVaultKeys(vaultKey, unbase64(header.vaultId), header.epoch);
    await checkHeader(bytes, keys.headerMac);
    const vault = new OpenedVault(this.#around, header, keys, (event) => this.#emit(event));
    this.#cards.opened(secret.kind === "card" ? (secret.places ?? []) : []);
    await vault.load();
    const notices: VaultNotice[] = [];
    if (isRolledBack(this.#around, header, vault.main.row)) notices.push({ kind: "rolled-back" });
    if (vault.main.damaged > 0) notices.push({ kind: "damaged", rows: vault.main.damaged });
    await this.#become(vault, notices);
  }

  /** From here on the vault is open; the rest is done behind the person's back. */
  async #become(vault: OpenedVault, notices: readonly VaultNotice[]): Promise<void> {
    const merged = await mergeInbox(vault);
    this.#sealed.clear();
    const open: Open = { vault, records: new Records(vault), documents: new Documents(vault, this.#tasks), backups: new Backups(vault, this.#tasks), notices };
    if (merged.entries + merged.damaged > 0) open.notices = [...notices, { kind: "merged", ...merged }];
    vault.beforeRotation = async () => {
      await mergeInbox(vault);
      for (const { id } of vault.main.table.list("documents")) if (!open.documents.list.get(id)) open.documents.list.refresh(id);
    };
    this.#open = open;
    this.#idle.touch();
    // Before anything can be asked of the opened vault, so that no rotation comes between.
    const text = vault.loadText();
    await this.#emitState();
    void this.#finish(open, text).catch(() => undefined);
  }

  async #restore(file: Blob, secret: Secret, work?: RestoreWork): Promise<RestoreReport> {
    const progress = restoreProgress(work, file.size);
    try {
      return await this.#tasks.run(work, async (signal) => {
        const { header: bytes, end } = await readBackupHeader(file);
        const header = decodeHeader(bytes);
        const keys = await deriveVaultKeys(await openWith(this.#around, header, secret), unbase64(header.vaultId), header.epoch);
        await checkHeader(bytes, keys.headerMac);
        const reader = await BackupReader.open(file, end, keys, header, progress.mapped);
        const lack = await lackOf(reader, signal, progress.read);
        if (lack && work?.incomplete !== true) return lack;
        const present = await readHeaderBytes(this.#around);
        // A header that nobody can read any more opens nothing: the backup's takes its place.
        if (!present || !readable(present)) {
          const adopted = await adoptVault(this.#around, header, keys);
          await this.#become(new OpenedVault(this.#around, adopted, keys, (event) => this.#emit(event)), []);
        }
        const { vault, documents } = this.#opened();
        const report = await restoreInto(vault, reader, signal, progress.read);
        for (const { id } of vault.main.table.list("documents")) documents.list.refresh(id);
        documents.list.loadTexts(vault.text.table);
        return report;
      });
    } finally {
      wipeSecret(secret);
    }
  }

  async #finish({ vault, documents }: Open, text: Promise<void>): Promise<void> {
    await text;
    documents.list.loadTexts(vault.text.table);
    this.#emit({ kind: "text-ready" });
    await vault.sweep(() => referredStreams(vault.main.table));
    // Some at a time: what is asked meanwhile is answered between.
    while (documents.list.fill(fillAtOnce)) await new Promise((resolve) => setTimeout(resolve));
    await vault.compact();
  }

  #inboxApi(): InboxApi {
    return {
      keep: async (entry, work) => {
        if (!this.#open) {
          await sealIntoInbox(this.#around, () => readHeader(this.#around), this.#sealed, entry, this.#tasks, work);
          return "sealed";
        }
        if (entry.kind === "record") await keepRecord(this.#open, entry);
        else await this.#open.documents.add(entry.file, entry.facts, work);
        return "stored";
      },
      waiting: async () => this.#around.database.count("inbox"),
    };
  }
}

/** null: damaged. */
function readable(bytes: Bytes): Header | null {
  try {
    return decodeHeader(bytes);
  } catch {
    return null;
  }
}
