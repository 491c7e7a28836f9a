// What is needed of a folder, so that tests can bring their own and a sync service may do what it likes to it.
import type { Bytes } from "../../card/bytes.ts";

export interface FolderFiles {
  readonly name: string;
  /** Whether it may be read and written without asking anybody. */
  isPermitted(): Promise<boolean>;
  /** Names of the folders at a path; none when it does not exist. */
  folders(path: readonly string[]): Promise<readonly string[]>;
  /** Names of the files at a path; none when it does not exist. */
  names(path: readonly string[]): Promise<readonly string[]>;
  /** null: no such file. */
  read(path: readonly string[], name: string): Promise<Bytes | null>;
  /** Whole or not at all; makes the path. */
  write(path: readonly string[], name: string, content: Bytes): Promise<void>;
  /** What is not there is removed already. */
  remove(path: readonly string[], name: string): Promise<void>;
}

/** Remembers the chosen folder over restarts. */
export interface FolderKeeper {
  keep(folder: FileSystemDirectoryHandle | null): Promise<void>;
  /** null: none was chosen. */
  kept(): Promise<FolderFiles | null>;
  open(folder: FileSystemDirectoryHandle): FolderFiles;
}
