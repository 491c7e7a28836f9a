// Several computers, as the vault offers them: a part of VaultApi (api.ts). An encrypted folder that any sync service can
// carry; docs/vault-format.md, "Folder".
import type { Bytes } from "../card/bytes.ts";
import type { Json } from "./api.ts";
import type { VaultErrorCode } from "./error.ts";

export interface FolderReport {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Records and documents that came from other computers, and that went to them. */
  readonly received: number;
  readonly sent: number;
  /** What was changed on two computers at once: both versions were kept. */
  readonly conflicts: number;
  /** What another computer has written and the folder does not hold yet (whole): it comes with a later time. */
  readonly waiting: number;
  /** Computers whose state in the folder is older than what was seen of them before: somebody put back an old copy. */
  readonly behind: readonly string[];
  /** There is another vault's folder beside ours: two computers began without knowing of each other. */
  readonly strangers: boolean;
}

export interface FolderComputer {
  readonly label: string;
  /** When it wrote last, by its own clock; milliseconds since the epoch. */
  readonly at: number;
  readonly mine: boolean;
}

export type FolderState =
  | { readonly kind: "off" }
  | {
      readonly kind: "on";
      /** The chosen folder's own name. */
      readonly name: string;
      readonly running: boolean;
      /** Bytes of documents that went or came in the exchange that is running. */
      readonly moved: number;
      readonly last: FolderReport | null;
      /** Why the last attempt did not come to its end; null: it did. */
      readonly trouble: VaultErrorCode | null;
      readonly computers: readonly FolderComputer[];
      /** How many conflicts wait for the person. */
      readonly conflicts: number;
    };

/** The version that did not stand, of what was changed on two computers at once. */
export interface FolderConflict {
  readonly conflictId: string;
  readonly collection: string;
  readonly changedAt: number;
  readonly recordId: string;
  /** What it says; and what the version says that stands, null where there is none any more. Of a document, only what could not be merged. */
  readonly lost: Json;
  readonly standing: Json;
}

export interface FolderApi {
  state(): Promise<FolderState>;
  /** Whether another computer has begun in this folder: then its code is needed. */
  look(folder: FileSystemDirectoryHandle): Promise<{ readonly used: boolean }>;
  /**
   * Takes a folder into use.
   * @param label this computer's name for the others
   * @param code the other computer's code, ASCII; null: the first computer, a new code is made
   * @throws SECRET_WRONG when the folder has no vault with that code (perhaps: not yet)
   */
  begin(folder: FileSystemDirectoryHandle, label: string, code: Bytes | null): Promise<void>;
  /** Another name for this computer, which the others learn with the next exchange; a name that one of them has gets a number. */
  rename(label: string): Promise<void>;
  /** What another computer, or the stand-alone reader, needs to open the folder. */
  code(): Promise<string>;
  /**
   * A new code, as when somebody may have seen the old one: what is in the folder is brought there anew and the old is taken
   * away. The other computers are told, and need the new code. Who had code and folder before may have kept what was in it.
   * @throws FOLDER_WAITING when what the others wrote has not all arrived: it would be lost
   */
  renew(): Promise<void>;
  /** Another computer gave the folder a new code: here it is. @throws SECRET_WRONG as `begin` */
  rejoin(code: Bytes): Promise<void>;
  /** Fetches and brings now. @throws FOLDER_REFUSED, FOLDER_MOVED, FOLDER_GONE, QUOTA_FULL */
  now(): Promise<FolderReport>;
  /** This computer no longer takes part; what is in the folder stays. */
  stop(): Promise<void>;
  conflicts(): Promise<readonly FolderConflict[]>;
  /** One choice ends it. @param take true: the version that did not stand takes the place of the other; false: it is removed */
  resolve(conflictId: string, take: boolean): Promise<void>;
}
