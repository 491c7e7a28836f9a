// The folder for several computers (File System Access), over restarts: its handle lies in a small database of its own. The
// handle tells the folder's path to who reads the disk; docs/SECURITY.md says so.
import { type DBSchema, openDB } from "idb";
import { VaultError } from "../vault/error.ts";
import type { FolderFiles, FolderKeeper } from "../vault/folder/folderFiles.ts";

interface FolderSchema extends DBSchema {
  folder: { key: string; value: FileSystemDirectoryHandle };
}

/** What TypeScript's DOM library lacks. */
interface Permissions {
  queryPermission(options: { readonly mode: "readwrite" }): Promise<PermissionState>;
  requestPermission(options: { readonly mode: "readwrite" }): Promise<PermissionState>;
}

const mode = { mode: "readwrite" } as const;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- in every Chromium
const permissions = (handle: FileSystemDirectoryHandle): Permissions => handle as unknown as Permissions;

async function withDatabase<T>(act: (database: Awaited<ReturnType<typeof openDB<FolderSchema>>>) => Promise<T>): Promise<T> {
  const database = await openDB<FolderSchema>("vault-folder", 1, { upgrade: (fresh) => void fresh.createObjectStore("folder") });
  try {
    return await act(database);
  } finally {
    database.close();
  }
}

const keptHandle = (): Promise<FileSystemDirectoryHandle | undefined> => withDatabase((database) => database.get("folder", "chosen"));

export const sharedFolder: FolderKeeper = {
  keep: (folder) => withDatabase(async (database) => void (await (folder ? database.put("folder", folder, "chosen") : database.clear("folder")))),
  async kept() {
    const handle = await keptHandle();
    return handle ? folderFiles(handle) : null;
  },
  open: folderFiles,
};

/** In a page, on a click: the browser asks the person whether the folder may be used again. */
export async function askForFolder(): Promise<boolean> {
  const handle = await keptHandle();
  return handle !== undefined && (await permissions(handle).requestPermission(mode)) === "granted";
}

const nameOf = (error: unknown): string => (error instanceof DOMException ? error.name : "");

/** What the browser says, as a VaultError; undefined: only that something is not there. */
function folderError(error: unknown): VaultError | undefined {
  const name = nameOf(error);
  if (error instanceof VaultError) return error;
  if (name === "NotFoundError" || name === "TypeMismatchError") return undefined;
  if (name === "NotAllowedError" || name === "SecurityError") return new VaultError("FOLDER_REFUSED", "the browser refuses the folder", error);
  if (name === "QuotaExceededError") return new VaultError("QUOTA_FULL", "the folder's disk is full", error);
  return new VaultError("FOLDER_GONE", `the folder can't be used: ${name}`, error);
}

function folderFiles(handle: FileSystemDirectoryHandle): FolderFiles {
  /** null: there is no such path. */
  const at = async (path: readonly string[], create: boolean): Promise<FileSystemDirectoryHandle | null> => {
    try {
      let folder = handle;
      for (const name of path) folder = await folder.getDirectoryHandle(name, { create });
      return folder;
    } catch (error) {
      const said = folderError(error);
      // A path that can't even be made: the chosen folder itself is gone.
      if (said || create) throw said ?? new VaultError("FOLDER_GONE", "the folder is not there", error);
      return null;
    }
  };
  const list = async (path: readonly string[], kind: FileSystemHandleKind): Promise<readonly string[]> => {
    const folder = await at(path, false);
    if (!folder) return [];
    try {
      const names: string[] = [];
      for await (const [name, one] of folder) if (one.kind === kind) names.push(name);
      return names;
    } catch (error) {
      throw folderError(error) ?? new VaultError("FOLDER_GONE", "the folder is not there", error);
    }
  };
  return {
    name: handle.name,
    isPermitted: async () => (await permissions(handle).queryPermission(mode)) === "granted",
    folders: (path) => list(path, "directory"),
    names: (path) => list(path, "file"),
    async read(path, name) {
      try {
        const folder = await at(path, false);
        const file = await folder?.getFileHandle(name);
        return file ? new Uint8Array(await (await file.getFile()).arrayBuffer()) : null;
      } catch (error) {
        // NotReadableError: a sync service is just writing it.
        if (nameOf(error) === "NotReadableError") return null;
        const said = folderError(error);
        if (said) throw said;
        return null;
      }
    },
    async write(path, name, content) {
      try {
        const folder = await at(path, true);
        const file = await folder?.getFileHandle(name, { create: true });
        // The browser writes a file beside it and puts that in its place when it is whole.
        const writable = await file?.createWritable();
        await writable?.write(content);
        await writable?.close();
      } catch (error) {
        throw folderError(error) ?? new VaultError("FOLDER_GONE", "the folder is not there", error);
      }
    },
    async remove(path, name) {
      try {
        await (await at(path, false))?.removeEntry(name);
      } catch (error) {
        const said = folderError(error);
        if (said) throw said;
      }
    },
  };
}
