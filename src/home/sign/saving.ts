// Signed files to the person's disk. The page keeps them until they are written: a full disk loses nothing.

export type SaveOutcome = "saved" | "cancelled" | "failed";

interface Pickers {
  readonly showSaveFilePicker?: (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>;
  readonly showDirectoryPicker?: (options: { readonly mode: "readwrite"; readonly id: string }) => Promise<FileSystemDirectoryHandle>;
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Chromium has them, TypeScript's DOM library does not
const pickers = globalThis as unknown as Pickers;

/** Where the browser has no such dialogue the file goes to the downloads, and nobody can say whether it arrived. */
export async function saveOne(name: string, data: Blob): Promise<SaveOutcome> {
  const { showSaveFilePicker } = pickers;
  if (!showSaveFilePicker) return download(name, data);
  return await attemptSave(async () => await write(await showSaveFilePicker({ suggestedName: name }), data));
}

/** All into one folder of the person's choice; no file there is overwritten. */
export async function saveAll(files: readonly { readonly name: string; readonly data: Blob }[], onSaved: (index: number) => void): Promise<SaveOutcome> {
  const { showDirectoryPicker } = pickers;
  if (!showDirectoryPicker) {
    files.forEach(({ name, data }, i) => {
      download(name, data);
      onSaved(i);
    });
    return "saved";
  }
  return await attemptSave(async () => {
    const folder = await showDirectoryPicker({ mode: "readwrite", id: "signed" });
    for (const [i, { name, data }] of files.entries()) {
      await write(await folder.getFileHandle(await freeName(folder, name), { create: true }), data);
      onSaved(i);
    }
  });
}

async function attemptSave(act: () => Promise<void>): Promise<SaveOutcome> {
  try {
    await act();
    return "saved";
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError" ? "cancelled" : "failed";
  }
}

/** The file appears whole or not at all: the browser writes beside it and puts it in its place at the end. */
async function write(handle: FileSystemFileHandle, data: Blob): Promise<void> {
  const out = await handle.createWritable();
  try {
    await out.write(data);
    await out.close();
  } catch (error) {
    await out.abort().catch(() => undefined);
    throw error;
  }
}

async function freeName(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
  const [, stem = name, ending = ""] = /^(.+?)(\.[^.]{1,8})?$/su.exec(name) ?? [];
  for (let n = 1; ; n += 1) {
    const tried = n === 1 ? name : `${stem} (${n})${ending}`;
    const there = await folder.getFileHandle(tried).then(() => true, () => false);
    if (!there) return tried;
  }
}

function download(name: string, data: Blob): SaveOutcome {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(data);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return "saved";
}
