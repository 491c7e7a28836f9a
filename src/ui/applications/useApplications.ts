import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { type Applications, type Draft, sortApplications } from "../../forms/applications.ts";
import type { VaultClient } from "../../vault/client.ts";
import { draftInVault } from "./draftRemoval.ts";
import { KeptRemoval, nothingRemoved, type Removal } from "./keptRemoval.ts";

interface Control extends Removal<Draft> {
  /** null until they are read. */
  readonly applications: Applications | null;
  /** They could not be read. */
  readonly failed: boolean;
  readonly load: () => void;
  readonly remove: (draft: Draft) => void;
  readonly undo: () => void;
}

/** Drafts and sent applications, followed over all windows. Used only while the vault is open. */
export function useApplications(vault: VaultClient): Control {
  const [applications, setApplications] = useState<Applications | null>(null);
  const [failed, setFailed] = useState(false);
  const [state, setState] = useState<Removal<Draft>>(nothingRemoved);
  const load = useCallback(() => {
    setFailed(false);
    vault.records.list("drafts").then((records) => setApplications(sortApplications(records)), () => setFailed(true));
  }, [vault]);
  useEffect(() => {
    load();
    return vault.onEvent((event) => {
      if (event.kind === "changed" && event.collection === "drafts") load();
    });
  }, [load]);
  const removal = useMemo(() => new KeptRemoval<Draft>(vault, setState), [vault]);
  const remove = useCallback((draft: Draft): void => void removal.remove(draft, () => Promise.resolve(draftInVault(draft, applications))).then(load), [removal, load, applications]);
  const undo = useCallback((): void => void removal.undo().then(load), [removal, load]);
  return { applications, failed, load, remove, undo, ...state };
}
