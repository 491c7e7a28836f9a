// What the vault needs of the world, so that tests can bring their own.
import type { Bytes } from "../../card/bytes.ts";
import type { Mutex } from "../../async/mutex.ts";
import type { VaultDatabase } from "../../platform/vaultDatabase.ts";
import type { FolderKeeper } from "../folder/folderFiles.ts";
import type { Argon2Parameters } from "../crypto/passphrase.ts";

export interface Surroundings {
  readonly database: VaultDatabase;
  /** Milliseconds since the epoch; may go backwards. */
  readonly now: () => number;
  /** Argon2id; the passphrase is transferred or wiped. */
  stretch(passphrase: Bytes, salt: Bytes, parameters: Argon2Parameters): Promise<Bytes>;
  /** Parameters for a new passphrase slot on this computer. */
  calibrate(): Promise<Argon2Parameters>;
  /** Bytes that the vault takes, and that may still be written. @param recently what was so within the last minute will do */
  room(recently?: boolean): Promise<{ readonly used: number; readonly available: number }>;
  /** So many bytes were stored since `room` answered. */
  took?(bytes: number): void;
  /** See [Note: rollback witness]. */
  readonly witness: { read(): string | null; write(text: string): void };
  /** The folder for several computers. */
  readonly folder: FolderKeeper;
  /** One at a time: sealing to the inbox key as the header names it, and rotation, which replaces that key. */
  readonly sealing: Mutex;
  /** Ends the worker: [Note: locking ends the worker]. */
  readonly end: () => void;
}
