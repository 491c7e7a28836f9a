// What the vault offers to every other part: pages, the service worker, frames in the portal. Get one with `openVault()`
// (client.ts); the vault worker serves it. Plain data only: it crosses MessagePorts. Every call rejects with a VaultError.
//
// Secrets (passphrase, PRF output, card signature) go in as Bytes, by transfer: the caller has them no longer.
import type { Bytes } from "../card/bytes.ts";
import type { CardPlace } from "../card/cardsSeen.ts";
import type { DocumentApi, DocumentFacts, Incoming, Work } from "./documentApi.ts";
import type { FolderApi, FolderState } from "./folderApi.ts";

/** What can be kept in a record. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

// ---- state ----

export type SlotKind = "passphrase" | "recovery" | "passkey" | "card";

/** A way in, as the header shows it while locked. */
export interface SlotView {
  readonly slotId: string;
  readonly kind: SlotKind;
  /** Day the slot was made, days since 1970-01-01 UTC. */
  readonly madeOn: number;
  /** passkey: the WebAuthn credential's id, and the input for its PRF. card: the nonce that the card signs (base64, 44 characters). */
  readonly credentialId?: Bytes;
  readonly challenge?: Bytes;
}

export type VaultState =
  /** No vault in this browser. `lost`: there was one, and the browser no longer has it (see [Note: rollback witness]). */
  | { readonly kind: "none"; readonly lost: boolean }
  /** No slots: the header can't be read; a backup may be restored in its place. */
  | { readonly kind: "locked"; readonly slots: readonly SlotView[] }
  | { readonly kind: "unlocked"; readonly slots: readonly SlotView[]; readonly notices: readonly VaultNotice[] };

/** Something the person must be told after opening. */
export type VaultNotice =
  /** The store is older than this browser remembers: something put an old copy back. */
  | { readonly kind: "rolled-back" }
  /** Rows that do not authenticate; the rest is there. */
  | { readonly kind: "damaged"; readonly rows: number }
  /** Kept while locked, now merged. */
  | { readonly kind: "merged"; readonly entries: number; readonly damaged: number };

export type Secret =
  /** UTF-8 of the NFC form (`secretBytes`). */
  | { readonly kind: "passphrase"; readonly passphrase: Bytes }
  /** What the person typed of the sheet, as ASCII; blanks, hyphens and case do not matter. */
  | { readonly kind: "recovery"; readonly code: Bytes }
  /** WebAuthn PRF `results.first`, 32 bytes, for the slot's `challenge`. */
  | { readonly kind: "passkey"; readonly slotId: string; readonly prf: Bytes }
  /** The card's RSA PKCS#1 v1.5 signature made by `authenticate` for this extension's own origin and the slot's challenge, and where that card lies. */
  | { readonly kind: "card"; readonly slotId: string; readonly signature: Bytes; readonly places?: readonly CardPlace[] };

export interface LockRules {
  /** Minutes without a person's act in any of our pages; null: only with the browser. */
  readonly idleMinutes: 1 | 5 | 10 | 15 | 30 | 60 | null;
  /** When the system locks its screen (not every Linux desktop says so). */
  readonly onSystemLock: boolean;
  readonly onCardRemoval: boolean;
}

/** What may be a reason to lock. Places: src/card/cardsSeen.ts. */
export type Happening =
  | { readonly kind: "system-locked" }
  /** No reason, but the ground for one: while the vault was open, these cards were there. */
  | { readonly kind: "card-seen" | "card-removed"; readonly places: readonly CardPlace[] }
  /** A USB device that the browser lends to the extension was unplugged: `vid:pid`. */
  | { readonly kind: "reader-gone"; readonly usbId: string };

/** A new code for the sheet, given out this once, and the way in that it opens. */
export interface NewSheet {
  readonly recoveryCode: string;
  readonly slotId: string;
}

export interface LockApi {
  state(): Promise<VaultState>;
  /** Sets up a vault: a passphrase slot and a recovery slot. @returns the recovery code for the sheet, shown this once. */
  create(passphrase: Bytes): Promise<NewSheet>;
  /** @throws SECRET_WRONG */
  unlock(secret: Secret): Promise<void>;
  lock(): Promise<void>;
  /** A person acted: the idle clock starts anew. */
  touch(): Promise<void>;
  /** Something outside happened that may be a reason to lock; the rules decide. */
  happened(what: Happening): Promise<void>;
  rules(): Promise<LockRules>;
  setRules(rules: LockRules): Promise<void>;
  /** Everything in this browser is destroyed: store, inbox, reminders. Works while locked, too. */
  destroy(): Promise<void>;
}

export interface SlotApi {
  /** Replaces the passphrase. The present one is asked again so that an open vault left alone can't be taken over. */
  changePassphrase(present: Secret, next: Bytes): Promise<void>;
  /** A new sheet; the old code stops working. */
  newRecoveryCode(): Promise<NewSheet>;
  /** Before a passkey or card slot is made: its name, and what the authenticator is given. */
  prepare(): Promise<{ readonly slotId: string; readonly challenge: Bytes }>;
  addPasskey(slotId: string, challenge: Bytes, credentialId: Bytes, prf: Bytes): Promise<void>;
  /** Two signatures over the same challenge: they must be equal, or the card is not deterministic and refused (INVALID). */
  addCard(slotId: string, challenge: Bytes, signature: Bytes, again: Bytes): Promise<void>;
  /** @throws SLOT_LAST */
  remove(slotId: string): Promise<void>;
  /** New vault key; everything is wrapped anew. After a slot was exposed. */
  rotate(): Promise<void>;
}

// ---- records ----

/** Rooms of the record store. A record's shape is its owner's business; the vault keeps JSON. */
export const collections = ["documents", "consents", "requests", "organisations", "drafts", "favourites", "answers", "notices", "settings", "snapshots"] as const;
export type Collection = (typeof collections)[number];

export interface StoredRecord<T extends Json = Json> {
  readonly id: string;
  readonly value: T;
  /** Names this version; give it back as `expect` to change only what you have seen. */
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly changedAt: number;
}

/** A record's id and version, then what it has at each of the paths that were asked for. */
export type RecordRow = readonly [id: string, version: string, ...cells: readonly Json[]];

export type RecordChange =
  | { readonly collection: Collection; readonly id: string; readonly value: Json; readonly expect?: string | null }
  | { readonly collection: Collection; readonly id: string; readonly remove: true; readonly expect?: string | null };

/** Encrypted records. All of it needs the vault open; while it may be locked use `inbox.keep`. */
export interface RecordApi {
  get(collection: Collection, id: string): Promise<StoredRecord | null>;
  list(collection: Collection): Promise<readonly StoredRecord[]>;
  /**
   * What a list shows of thousands of records, without the rest of them.
   * @param paths names joined by dots; a list on the way gives a list (`recipients.name`: the names); what is not there is null
   */
  table(collection: Collection, paths: readonly string[]): Promise<readonly RecordRow[]>;
  /** Those of `ids` that are there. */
  some(collection: Collection, ids: readonly string[]): Promise<readonly StoredRecord[]>;
  /**
   * @param expect the version that is replaced (null: must not exist yet); left out: whatever is there.
   * @returns the new version. @throws CONFLICT
   */
  put(collection: Collection, id: string, value: Json, expect?: string | null): Promise<string>;
  remove(collection: Collection, id: string, expect?: string | null): Promise<void>;
  /** All or none, also when the browser is killed. "documents" is refused here: that is DocumentApi's. */
  commit(changes: readonly RecordChange[]): Promise<void>;
}

// ---- kept while locked ----

export type InboxEntry =
  /**
   * `fresh`: for a record that is new; where one of this id is there already, that one stays. `fills`: but for these fields, which it takes
   * from this one.
   */
  | { readonly kind: "record"; readonly collection: Exclude<Collection, "documents">; readonly id: string; readonly value: Json; readonly fresh?: true; readonly fills?: readonly string[] }
  | { readonly kind: "file"; readonly file: Blob | Incoming; readonly facts: Partial<DocumentFacts> & { readonly name: string } };

export interface InboxApi {
  /** Stores at once while unlocked; seals to the vault's public key while locked. @throws VAULT_NONE */
  keep(entry: InboxEntry, work?: Work): Promise<"stored" | "sealed">;
  /** How many entries wait to be merged. */
  waiting(): Promise<number>;
}

export interface Reminder {
  /** 128 random bits, hexadecimal; its meaning is in an encrypted record of the caller's. */
  readonly reminderId: string;
  /** Days since 1970-01-01. */
  readonly day: number;
}

/** In the clear, so that a locked vault can remind: nothing but a random name and a day. */
export interface ReminderApi {
  set(reminderId: string, day: number): Promise<void>;
  remove(reminderId: string): Promise<void>;
  /** Many at once: all or none, in one write. */
  change(set: readonly Reminder[], remove: readonly string[]): Promise<void>;
  list(): Promise<readonly Reminder[]>;
}

// ---- backup ----

export interface BackupReport {
  readonly documents: number;
  readonly records: number;
  readonly bytes: number;
  /** Names of what could not be read. */
  readonly damaged: readonly string[];
}

/** What of a backup came into the vault, or would. */
export interface RestoreReport extends BackupReport {
  /** How many documents the backup names. */
  readonly listed: number;
  /** Pieces of the list of documents and records that can't be read: what stood there can't even be named. */
  readonly unlisted: number;
  /** false: nothing was done. The file lacks something, and the caller did not say that it is to be restored all the same. */
  readonly restored: boolean;
}

export interface RestoreWork extends Work {
  /** The person knows that something is missing, and wants what there is. */
  readonly incomplete?: boolean;
}

export interface BackupApi {
  /** Starts a backup of all that is there now. @returns its number, for `read`, and its size in bytes. */
  begin(): Promise<{ readonly backup: string; readonly size: number }>;
  /** The file's next piece (about 1 MiB); null: all of it has been read. */
  read(backup: string): Promise<Bytes | null>;
  /** Opens the written file and decrypts all of it with the open vault's key. Only then is the backup noted as done. */
  verify(file: Blob, work?: Work): Promise<BackupReport>;
  /**
   * While there is no vault: becomes this vault, with its slots. Else: merged into the open vault, nothing lost. Of a file that
   * was cut off, only what it would give is reported, until it is asked for with `incomplete`.
   * @throws BACKUP_NONE for another file, BACKUP_DAMAGED when nothing in it can be read
   */
  restore(file: Blob, secret: Secret, work?: RestoreWork): Promise<RestoreReport>;
  /** When the last verified backup was made (ms), and how many changes there have been since. */
  last(): Promise<{ readonly at: number | null; readonly changesSince: number }>;
}

export interface StorageView {
  /** Bytes that the vault takes, and what the browser offers. */
  readonly used: number;
  readonly available: number;
}

export interface VaultApi {
  readonly lock: LockApi;
  readonly slots: SlotApi;
  readonly records: RecordApi;
  readonly documents: DocumentApi;
  readonly inbox: InboxApi;
  readonly reminders: ReminderApi;
  readonly backup: BackupApi;
  readonly folder: FolderApi;
  readonly storage: { view(): Promise<StorageView> };
}

export type VaultEvent =
  | { readonly kind: "state"; readonly state: VaultState }
  /** Records of a collection changed, in whatever window. */
  | { readonly kind: "changed"; readonly collection: Collection; readonly ids: readonly string[] }
  /** The folder for several computers: something about it changed. */
  | { readonly kind: "folder"; readonly state: FolderState }
  /** The texts of documents are loaded: searches are complete. */
  | { readonly kind: "text-ready" };
