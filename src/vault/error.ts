// One error class for the vault. The user interface maps a code to a text (`vault_error_<code>`); a test checks that every
// code has one. See [Note: closed error union] in src/card/error.ts. Messages are for developers: lower case, a fact, and
// never a key, a passphrase, a file's name or anything that was in a document.

export const vaultErrorCodes = [
  "VAULT_NONE", // no vault has been set up in this browser
  "VAULT_EXISTS", // one has been, so another can't be made in its place
  "VAULT_LOCKED", // what was asked for needs the vault open
  "VAULT_GONE", // the worker that held the vault open ended; ask again (it will be locked)
  "SECRET_WRONG", // passphrase, recovery code, passkey or card does not open the slot (or the slot is damaged)
  "SECRET_WEAK", // a new passphrase that is too short
  "SLOT_NONE", // no slot of that kind or name
  "SLOT_LAST", // the last passphrase or recovery slot can't be removed
  "HEADER_DAMAGED", // the vault's header can't be read
  "HEADER_FORGED", // the header is readable, but not written by who has the vault's key
  "FORMAT_UNKNOWN", // written by a newer version, or something else altogether
  "RECORD_DAMAGED", // a row of the record log does not authenticate
  "CHUNK_DAMAGED", // a piece of a document does not authenticate
  "CHUNK_MISSING", // a piece of a document is not there
  "DOCUMENT_NONE", // no such document or revision
  "CONFLICT", // it was changed elsewhere in the meantime; nothing was overwritten
  "QUOTA_FULL", // no room; everything is as it was
  "STORAGE_FAILED", // the browser's database failed; everything is as it was
  "FILE_UNREADABLE", // the file to be stored vanished or changed while it was read
  "BACKUP_NONE", // the file is something else than a backup of a vault
  "BACKUP_DAMAGED", // the whole file can't be used; single damaged items are reported, not thrown
  "FOLDER_NONE", // no folder for several computers has been chosen
  "FOLDER_REFUSED", // the browser wants the person's word again before the folder may be used
  "FOLDER_MOVED", // another computer gave the folder a new code
  "FOLDER_WAITING", // what another computer wrote has not all arrived, so the folder can't be given a new code yet
  "FOLDER_GONE", // the folder was moved, removed, or its disk is not there
  "CANCELLED",
  "INVALID", // a caller's mistake: an argument that makes no sense
  "INTERNAL",
] as const;

export type VaultErrorCode = (typeof vaultErrorCodes)[number];

/** The only error class that leaves vault/. */
export class VaultError extends Error {
  override readonly name = "VaultError";
  readonly code: VaultErrorCode;

  constructor(code: VaultErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** Any thrown thing as a code, which has a text. @param otherwise what is not the vault's: what it means to whoever asks */
export function codeOf(error: unknown): VaultErrorCode;
export function codeOf<T>(error: unknown, otherwise: T): VaultErrorCode | T;
export function codeOf(error: unknown, otherwise: unknown = "INTERNAL"): unknown {
  return error instanceof VaultError ? error.code : otherwise;
}

/** The plain form that crosses a MessagePort. */
export interface VaultFailure {
  readonly code: VaultErrorCode;
  readonly message: string;
}

export type VaultResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: VaultFailure };

/** Any thrown thing in its plain form; what is not ours becomes INTERNAL with its class name only. */
export function toVaultFailure(error: unknown): VaultFailure {
  if (error instanceof VaultError) return { code: error.code, message: error.message };
  const name = error instanceof Error ? error.name : typeof error;
  if (name === "QuotaExceededError") return { code: "QUOTA_FULL", message: "the browser gives no more room" };
  return { code: "INTERNAL", message: `unexpected ${name}` };
}
