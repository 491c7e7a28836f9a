// A new code for the folder: what is shared goes into a new root under a new key, and the old root says only that it moved,
// to whoever had its key. docs/vault-format.md, "A new code".
import { isFields } from "../../codec/fields.ts";
import type { FolderFiles } from "./folderFiles.ts";
import { type FolderKey, isRoot, openJson, sealJson } from "./folderKey.ts";

const sign = "moved.mqmoved";

/** Whether a computer that knew the code has left this root for another. */
export async function hasMoved(files: FolderFiles, key: FolderKey): Promise<boolean> {
  const sealed = await files.read([key.root], sign);
  const said = sealed && (await openJson(key, "moved", sealed));
  return isFields(said) && typeof said["at"] === "number";
}

/**
 * Says so, and takes away what lies in the old root: every computer has its own copy of all that it holds.
 * @param clear false: something could not be brought from here, and its last copy may be the one that lies there
 */
export async function leaveRoot(files: FolderFiles, key: FolderKey, at: number, clear: boolean): Promise<void> {
  if (!(await hasMoved(files, key))) await files.write([key.root], sign, await sealJson(key, "moved", { at }));
  if (!clear) return;
  for (const room of ["heads", "objects"]) for (const name of await files.names([key.root, room])) await files.remove([key.root, room], name);
}

/** Whether there is another vault's root beside ours, one that is not just left behind. */
export async function hasStrangers(files: FolderFiles, own: FolderKey): Promise<boolean> {
  for (const name of await files.folders([])) if (isRoot(name) && name !== own.root && !(await files.names([name])).includes(sign)) return true;
  return false;
}
