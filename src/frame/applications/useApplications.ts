import { useCallback, useEffect, useState } from "preact/hooks";
import { toJson } from "../../forms/application.ts";
import { type Applications, type Draft, sortApplications } from "../../forms/applications.ts";
import { frameVault } from "../frameVault.ts";

interface Control {
  /** null until they are read. */
  readonly applications: Applications | null;
  readonly remove: (draft: Draft) => void;
  /** The draft that was thrown away last, for as long as that can be taken back. */
  readonly removed: Draft | null;
  readonly undo: () => void;
}

/** Drafts and sent applications, followed over all windows. Used inside VaultGate only. */
export function useApplications(): Control {
  const [applications, setApplications] = useState<Applications | null>(null);
  const [removed, setRemoved] = useState<Draft | null>(null);
  const load = useCallback(() => {
    frameVault().records.list("drafts").then((records) => setApplications(sortApplications(records)), () => undefined);
  }, []);
  useEffect(() => {
    load();
    return frameVault().onEvent((event) => {
      if (event.kind === "changed" && event.collection === "drafts") load();
    });
  }, [load]);
  const remove = useCallback((draft: Draft): void => {
    // Written to in another tab a moment ago: then it stays, and the list shows it as it is now.
    frameVault().records.remove("drafts", draft.draftId, draft.version).then(() => setRemoved(draft), load);
  }, [load]);
  const undo = useCallback((): void => {
    if (!removed) return;
    setRemoved(null);
    frameVault().records.put("drafts", removed.draftId, toJson(removed.application), null).catch(load);
  }, [removed, load]);
  return { applications, remove, removed, undo };
}
