// Files out of a drop, with the folders they lay in.

export interface PickedFile {
  readonly file: File;
  /** Path of its folder, "" at the top. */
  readonly folder: string;
}

/** To be called while the drop event is handled: the items are gone afterwards. */
export function droppedFiles(data: DataTransfer): Promise<readonly PickedFile[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return Promise.resolve([...data.files].map((file) => ({ file, folder: "" })));
  return Promise.all(entries.map((entry) => filesIn(entry, ""))).then((lists) => lists.flat());
}

async function filesIn(entry: FileSystemEntry, folder: string): Promise<readonly PickedFile[]> {
  if (isFile(entry)) return [{ file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)), folder }];
  if (!isDirectory(entry)) return [];
  const inside = folder === "" ? entry.name : `${folder}/${entry.name}`;
  const reader = entry.createReader();
  const found: PickedFile[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return found;
    for (const one of some) found.push(...(await filesIn(one, inside)));
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** Files chosen in a field; a chosen folder gives each its path. */
export function chosenFiles(files: FileList): readonly PickedFile[] {
  return [...files].map((file) => ({ file, folder: file.webkitRelativePath.split("/").slice(0, -1).join("/") }));
}
