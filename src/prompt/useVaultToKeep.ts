import { useEffect, useState } from "preact/hooks";
import { systemTimer } from "../async/systemTimer.ts";
import { late, within } from "../async/within.ts";
import type { SignedDocument } from "../signing/documents/job.ts";
import { openVault, type VaultClient } from "../vault/client.ts";

/** Nobody is kept waiting longer for a vault that does not answer. */
const patienceMs = 3_000;

export interface KeptInVault {
  /** Whether there is a vault, open or locked; null: it did not answer in time. */
  readonly there: Promise<boolean | null>;
  /** What became of it; sealed: until the person opens the vault. */
  readonly state: "idle" | "busy" | "stored" | "sealed" | "failed";
  readonly keep: (signed: SignedDocument) => void;
}

/** A signed document into the person's own documents. @param wanted else no vault is looked for */
export function useVaultToKeep(wanted: boolean): KeptInVault {
  const [{ vault, there }] = useState(() => (wanted ? look() : { vault: null, there: Promise.resolve(null) }));
  const [state, setState] = useState<KeptInVault["state"]>("idle");
  useEffect(() => () => vault?.close(), []);
  const keep: KeptInVault["keep"] = ({ name, data }) => {
    if (!vault) return;
    setState("busy");
    void vault.inbox.keep({ kind: "file", file: data, facts: { name, type: data.type, source: "signed" } }).then(setState, () => setState("failed"));
  };
  return { there, state, keep };
}

function look(): { readonly vault: VaultClient; readonly there: Promise<boolean | null> } {
  const vault = openVault();
  const answer = vault.lock.state().then(({ kind }) => kind !== "none", () => null);
  return { vault, there: within(answer, patienceMs, systemTimer).then((there) => (there === late ? null : there)) };
}
