// Files and folders that the person picks (File System Access): written piece by piece, so that nothing decrypted is
// ever gathered into a large Blob, which the browser would spill to the disk in the clear.

interface PickerWindow {
  showSaveFilePicker(options: { readonly suggestedName: string }): Promise<FileSystemFileHandle>;
  showDirectoryPicker(options: { readonly mode: "read" | "readwrite"; readonly id?: string }): Promise<FileSystemDirectoryHandle>;
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- in every Chromium; TypeScript's DOM library lacks it
const pickers = (): PickerWindow => globalThis as unknown as PickerWindow;

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

/** null: the person changed their mind. */
export async function pickFileToSave(suggestedName: string): Promise<FileSystemFileHandle | null> {
  try {
    return await pickers().showSaveFilePicker({ suggestedName });
  } catch (error) {
    if (isAbort(error)) return null;
    throw error;
  }
}

/** null: the person changed their mind. @param id the browser remembers the last place for each name. */
export async function pickFolder(mode: "read" | "readwrite", id?: string): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await pickers().showDirectoryPicker(id === undefined ? { mode } : { mode, id });
  } catch (error) {
    if (isAbort(error)) return null;
    throw error;
  }
}

/** Writes pieces until there is none; a failure leaves the file as it was before. */
export async function writePieces(file: FileSystemFileHandle, next: () => Promise<Uint8Array<ArrayBuffer> | null>): Promise<void> {
  const writable = await file.createWritable();
  try {
    for (let piece = await next(); piece; piece = await next()) await writable.write(piece);
  } catch (error) {
    await writable.abort().catch(() => undefined);
    throw error;
  }
  await writable.close();
}

/** A name that is free in the folder: `name (2).pdf`. */
export async function freeName(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${stem} (${number})${ending}`;
    const taken = await folder.getFileHandle(candidate).then(
      () => true,
      (error: unknown) => !(error instanceof DOMException && error.name === "NotFoundError"),
    );
    if (!taken) return candidate;
  }
}

/** A file name that every system takes. */
export function safeName(name: string): string {
  const plain = Array.from(name.replaceAll(/[<>:"/\\|?*]/g, "_"), (letter) => (letter.charCodeAt(0) < 32 ? "_" : letter)).join("");
  return plain.replace(/^\.+/, "_").replace(/[. ]+$/, "").slice(0, 180) || "_";
}
