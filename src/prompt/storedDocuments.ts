// Documents that are signed where they lie: in the vault.
import type { TakenJob } from "../platform/documentJobs.ts";
import { openVault, type VaultClient } from "../vault/client.ts";
import { vaultFile } from "../vault/vaultFile.ts";

let vault: VaultClient | null = null;

/** The job with files that are read from the vault when they are looked at. */
export function withStored(taken: TakenJob): TakenJob {
  const documents = taken.job.documents.map((one) => {
    if (!one.stored) return one;
    vault ??= openVault();
    const { documentId, type, sha256, size } = one.stored;
    return { ...one, data: vaultFile(vault, { documentId, name: one.name, type }, { revision: sha256, size }) };
  });
  return { ...taken, job: { ...taken.job, documents } };
}
