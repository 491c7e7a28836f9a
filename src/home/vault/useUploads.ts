import { useRef, useState } from "preact/hooks";
import { fileSha256 } from "../../signing/hash/streamHash.ts";
import { codeOf, type VaultErrorCode } from "../../vault/error.ts";
import type { PickedFile } from "./droppedFiles.ts";
import { vaultOfPage } from "./useVault.ts";

export interface Upload {
  readonly task: string;
  readonly picked: PickedFile;
  readonly done: number;
  readonly state: "waiting" | "storing" | "stored" | "failed";
  readonly failure: VaultErrorCode | null;
  readonly documentId: string | null;
  /** It was there already, under the same name: it was not stored again. */
  readonly already: boolean;
  /** The document that has the same content. */
  readonly duplicateOf: string | null;
}

export interface Uploads {
  readonly list: readonly Upload[];
  readonly add: (files: readonly PickedFile[]) => void;
  readonly cancel: (task: string) => void;
  readonly cancelAll: () => void;
  /** Takes up again what was cancelled or failed. */
  readonly resume: () => void;
  /** Removes the copy that was stored of a duplicate. */
  readonly dropCopy: (upload: Upload) => void;
  readonly clear: () => void;
}

/** The document with this name and content: a batch that was cut off is taken up again by dropping it once more. */
async function twinOf(file: File): Promise<string | null> {
  const { documents } = await vaultOfPage().documents.search({ text: file.name, limit: 50 });
  const alike = documents.filter(({ name, revisions }) => name === file.name && revisions.at(-1)?.size === file.size);
  if (alike.length === 0) return null;
  const sha256 = await fileSha256(file);
  return alike.find(({ revisions }) => revisions.at(-1)?.sha256 === sha256)?.documentId ?? null;
}

/** Files on their way into the vault, one after the other. */
export function useUploads(): Uploads {
  const [list, setList] = useState<readonly Upload[]>([]);
  const all = useRef<readonly Upload[]>([]);
  const running = useRef(false);
  const set = (next: readonly Upload[]): void => {
    all.current = next;
    setList(next);
  };
  const change = (task: string, what: Partial<Upload>): void => set(all.current.map((one) => (one.task === task ? { ...one, ...what } : one)));
  const run = async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    for (let next = waiting(all.current); next; next = waiting(all.current)) {
      const { task, picked } = next;
      change(task, { state: "storing", failure: null, done: 0 });
      try {
        const twin = await twinOf(picked.file);
        if (twin) {
          change(task, { state: "stored", documentId: twin, already: true });
          continue;
        }
        const facts = { name: picked.file.name, folder: picked.folder, source: "file" };
        const { document, duplicateOf } = await vaultOfPage().documents.add(picked.file, facts, { task, onProgress: ({ done }) => change(task, { done }) });
        change(task, { state: "stored", documentId: document.documentId, duplicateOf });
      } catch (error) {
        change(task, { state: "failed", failure: codeOf(error) });
      }
    }
    running.current = false;
  };
  return {
    list,
    add(files) {
      const fresh = files.map((picked): Upload => ({ task: crypto.randomUUID(), picked, done: 0, state: "waiting", failure: null, documentId: null, already: false, duplicateOf: null }));
      set([...all.current, ...fresh]);
      void run();
    },
    cancel(task) {
      const upload = all.current.find((one) => one.task === task);
      if (upload?.state === "waiting") change(task, { state: "failed", failure: "CANCELLED" });
      else vaultOfPage().documents.cancel(task).catch(() => undefined);
    },
    cancelAll() {
      for (const { task, state } of all.current) if (state === "waiting") change(task, { state: "failed", failure: "CANCELLED" });
      for (const { task, state } of all.current) if (state === "storing") vaultOfPage().documents.cancel(task).catch(() => undefined);
    },
    resume() {
      set(all.current.map((one) => (one.state === "failed" ? { ...one, state: "waiting", failure: null, done: 0 } : one)));
      void run();
    },
    dropCopy(upload) {
      if (upload.documentId) {
        vaultOfPage()
          .documents.bin([upload.documentId])
          .catch(() => undefined);
      }
      change(upload.task, { duplicateOf: null });
    },
    clear() {
      set(all.current.filter(({ state }) => state === "waiting" || state === "storing"));
    },
  };
}

function waiting(list: readonly Upload[]): Upload | undefined {
  return list.find(({ state }) => state === "waiting");
}
