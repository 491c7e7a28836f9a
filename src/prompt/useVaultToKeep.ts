import { useEffect, useState } from "preact/hooks";
import type { SignedDocument } from "../signing/documents/job.ts";
import { openVault, type VaultClient } from "../vault/client.ts";

/** A vault that does not answer by then is none, for now: nobody is kept waiting for it. */
const patienceMs = 3_000;

export interface KeptInVault {
  /** Whether there is a vault, open or locked. */
  readonly there: Promise<boolean>;
  /** What became of it; sealed: until the person opens the vault. */
  readonly state: "idle" | "busy" | "stored" | "sealed" | "failed";
  readonly keep: (signed: SignedDocument) => void;
}

/** A signed document into the person's own documents. @param wanted else no vault is looked for */
export function useVaultToKeep(wanted: boolean): KeptInVault {
  const [{ vault, there }] = useState(() => (wanted ? look() : { vault: null, there: Promise.resolve(false) }));
  const [state, setState] = useState<KeptInVault["state"]>("idle");
  useEffect(() => () => vault?.close(), []);
  const keep: KeptInVault["keep"] = ({ name, data }) => {
    if (!vault) return;
    setState("busy");
    void vault.inbox.keep({ kind: "file", file: data, facts: { name, type: data.type, source: "signed" } }).then(setState, () => setState("failed"));
  };
  return { there, state, keep };
}

function look(): { readonly vault: VaultClient; readonly there: Promise<boolean> } {
  const vault = openVault();
  const answer = vault.lock.state().then(({ kind }) => kind !== "none", () => false);
  return { vault, there: Promise.race([answer, new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patienceMs))]) };
}
