// The folder for several computers, carried from one browser to another as a sync service would.
import type { Page } from "puppeteer";

/** A folder's files by path, in base64. */
export type Carried = Readonly<Record<string, string>>;

/** Everything in the folder that stands in for the shared one. A file that goes while it is looked at has the folder looked at anew, as a sync service does. */
export async function takeFolder(page: Page): Promise<Carried> {
  for (;;) {
    const taken = await takeOnce(page);
    if (taken) return taken;
  }
}

/** @returns null where a file went meanwhile */
function takeOnce(page: Page): Promise<Carried | null> {
  return page.evaluate(async () => {
    const files: Record<string, string> = {};
    const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [name, one] of folder) {
        if (one.kind === "directory") await walk(one, `${path}${name}/`);
        else {
          const bytes = new Uint8Array(await (await one.getFile()).arrayBuffer());
          files[`${path}${name}`] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
        }
      }
    };
    const shared = await (await navigator.storage.getDirectory()).getDirectoryHandle("shared", { create: true });
    return walk(shared, "").then(() => files, (error: unknown) => {
      if (error instanceof DOMException && error.name === "NotFoundError") return null;
      throw error;
    });
  });
}

/** As a sync service: what is not there any more goes, too. */
export async function putFolder(page: Page, files: Carried): Promise<void> {
  await page.evaluate(async (carried) => {
    const shared = await (await navigator.storage.getDirectory()).getDirectoryHandle("shared", { create: true });
    for await (const [name] of shared) await shared.removeEntry(name, { recursive: true });
    for (const [path, content] of Object.entries(carried)) {
      const [name = "", ...folders] = path.split("/").toReversed();
      let folder = shared;
      for (const one of folders.toReversed()) folder = await folder.getDirectoryHandle(one, { create: true });
      const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await writable.write(Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)));
      await writable.close();
    }
  }, files);
}
