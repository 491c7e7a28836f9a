// One durable step of the store. Everything is encrypted before the transaction begins: IndexedDB ends a transaction as
// soon as something else is awaited.
import type { VaultDatabase, VaultSchema } from "../../platform/vaultDatabase.ts";
import { VaultError } from "../error.ts";

type StoreName = "header" | "main" | "text" | "chunk" | "journal" | "inbox" | "reminder";

export type Step =
  | { readonly [S in StoreName]: { readonly put: S; readonly key: VaultSchema[S]["key"]; readonly value: VaultSchema[S]["value"] } }[StoreName]
  | { readonly add: "inbox"; readonly value: ArrayBuffer }
  | { readonly clear: StoreName }
  | { readonly remove: StoreName; readonly key: string | number | ArrayBuffer | IDBKeyRange };

/** All steps or none. @param durability "strict": on the disk when this resolves. @throws QUOTA_FULL, STORAGE_FAILED */
export async function commit(database: VaultDatabase, steps: readonly Step[], durability: "strict" | "relaxed" = "strict"): Promise<void> {
  if (steps.length === 0) return;
  try {
    const names = [...new Set(steps.map((step) => ("put" in step ? step.put : "add" in step ? step.add : "clear" in step ? step.clear : step.remove)))];
    const transaction = database.transaction(names, "readwrite", { durability });
    const done = transaction.done;
    // The first refused request aborts the transaction; its own rejection says why, `done` only that.
    const requests = steps.map((step) => {
      if ("put" in step) return transaction.objectStore(step.put).put(step.value, step.key);
      if ("add" in step) return transaction.objectStore(step.add).add(step.value);
      if ("clear" in step) return transaction.objectStore(step.clear).clear();
      return transaction.objectStore(step.remove).delete(step.key);
    });
    await Promise.all([...requests, done]);
  } catch (error) {
    throw storageError(error);
  }
}

export function storageError(error: unknown): VaultError {
  if (error instanceof VaultError) return error;
  const name = error instanceof DOMException || error instanceof Error ? error.name : "";
  if (name === "QuotaExceededError") return new VaultError("QUOTA_FULL", "the browser gives no more room", error);
  return new VaultError("STORAGE_FAILED", `the database refused: ${name}`, error);
}
