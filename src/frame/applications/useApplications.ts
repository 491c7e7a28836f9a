import { useCallback, useEffect, useState } from "preact/hooks";
import { toJson } from "../../forms/application.ts";
import { type Applications, type Draft, sortApplications } from "../../forms/applications.ts";
import { frameVault } from "../frameVault.ts";

/** A draft's files that no other draft and nothing that was sent has, too. */
function attachmentsOnlyOf(draft: Draft, applications: Applications | null): readonly string[] {
  const others = [...(applications?.drafts ?? []).filter(({ draftId }) => draftId !== draft.draftId), ...(applications?.sent ?? [])];
  const used = new Set(others.flatMap(({ application }) => application.attachments.map(({ attachmentId }) => attachmentId)));
  return draft.application.attachments.map(({ attachmentId }) => attachmentId).filter((id) => !used.has(id));
}

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
    const gone = attachmentsOnlyOf(draft, applications);
    const throwAway = async (): Promise<void> => {
      await frameVault().records.remove("drafts", draft.draftId, draft.version);
      setRemoved(draft);
      await frameVault().documents.binAttachments(gone, true);
    };
    throwAway().catch(load);
  }, [load, applications]);
  const undo = useCallback((): void => {
    if (!removed) return;
    setRemoved(null);
    const back = async (): Promise<void> => {
      await frameVault().documents.binAttachments(removed.application.attachments.map(({ attachmentId }) => attachmentId), false);
      await frameVault().records.put("drafts", removed.draftId, toJson(removed.application), null);
    };
    back().catch(load);
  }, [removed, load]);
  return { applications, remove, removed, undo };
}
