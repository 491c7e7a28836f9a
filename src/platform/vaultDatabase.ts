// The vault's database. idb (a thin promise wrapper) keeps IndexedDB's transactions as they are.
// [Note: no indexes] Rows are found by their key alone: an index would store what it sorts by in the clear.
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";

export interface VaultSchema extends DBSchema {
  /** One row, "header": the only thing in here that is not ciphertext. */
  header: { key: string; value: ArrayBuffer };
  /** Record logs by partition: rows numbered from 1. */
  main: { key: number; value: ArrayBuffer };
  text: { key: number; value: ArrayBuffer };
  /** Stream chunks. Key: stream id (16 bytes) ‖ chunk number (32 bits, big endian). */
  chunk: { key: ArrayBuffer; value: ArrayBuffer };
  /** Streams being written or taken away. Key: stream id. */
  journal: { key: ArrayBuffer; value: number };
  /** Sealed while locked; numbered. */
  inbox: { key: number; value: ArrayBuffer };
  /** Random name → day, in the clear. */
  reminder: { key: string; value: number };
}

export type VaultDatabase = IDBPDatabase<VaultSchema>;

/**
 * [Note: a torn log] A browser that is killed while it writes leaves the last record of LevelDB's log half there. LevelDB
 * passes over it at the next start, but goes on writing behind it (github.com/google/leveldb, issue 1287); at the start
 * after that the half record lies in the middle, counts as corruption, and the browser throws the origin's databases away:
 * all of the vault, for two interrupted evenings in a row. Deleting a database, however small, makes LevelDB begin a new
 * log and drop the old one. So that is done first of all in a life of the browser, before anything of ours is written, and
 * after the browser itself has closed the database: a disk that was full leaves half a record, too.
 *
 * What it can't do: the small database's own two records go into the old log, behind the half one, before the new log is there.
 * A second kill within these moments (some tens of milliseconds, once in a life, and only after a first kill that hit the middle of
 * a record) still costs the store; an extension has no way to a new log that writes nothing into the old one. Whoever is hit is
 * told that there was a vault, and sent to the backup or the shared folder (service/witness.ts).
 */
export async function beginNewLog(): Promise<void> {
  const name = "new-log";
  (await openDB(name, 1)).close();
  await deleteDB(name);
}

const stores = ["header", "main", "text", "chunk", "journal", "reminder"] as const;

/** @param onGone the browser closed the database (storage was cleared). */
export async function openVaultDatabase(onGone: () => void, name = "vault"): Promise<VaultDatabase> {
  return openDB<VaultSchema>(name, 1, {
    upgrade(database) {
      for (const store of stores) database.createObjectStore(store);
      database.createObjectStore("inbox", { autoIncrement: true });
    },
    terminated: onGone,
  });
}
