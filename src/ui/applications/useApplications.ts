import { useCallback, useEffect, useState } from "preact/hooks";
import { toJson } from "../../forms/application.ts";
import { type Applications, type Draft, sortApplications } from "../../forms/applications.ts";
import type { VaultClient } from "../../vault/client.ts";

/** A draft's files that no other draft and nothing that was sent has, too. */
function attachmentsOnlyOf(draft: Draft, applications: Applications | null): readonly string[] {
  const others = [...(applications?.drafts ?? []).filter(({ draftId }) => draftId !== draft.draftId), ...(applications?.sent ?? [])];
  const used = new Set(others.flatMap(({ application }) => application.attachments.map(({ attachmentId }) => attachmentId)));
  return draft.application.attachments.map(({ attachmentId }) => attachmentId).filter((id) => !used.has(id));
}

interface Control {
  /** null until they are read. */
  readonly applications: Applications | null;
  /** They could not be read. */
  readonly failed: boolean;
  readonly load: () => void;
  readonly remove: (draft: Draft) => void;
  /** The draft that was thrown away last, for as long as that can be taken back. */
  readonly removed: Draft | null;
  readonly undo: () => void;
}

/** Drafts and sent applications, followed over all windows. Used only while the vault is open. */
export function useApplications(vault: VaultClient): Control {
  const [applications, setApplications] = useState<Applications | null>(null);
  const [failed, setFailed] = useState(false);
  const [removed, setRemoved] = useState<Draft | null>(null);
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
  const remove = useCallback((draft: Draft): void => {
    // Written to in another tab a moment ago: then it stays, and the list shows it as it is now.
    const gone = attachmentsOnlyOf(draft, applications);
    const throwAway = async (): Promise<void> => {
      await vault.records.remove("drafts", draft.draftId, draft.version);
      setRemoved(draft);
      await vault.documents.binAttachments(gone, true);
    };
    throwAway().catch(load);
  }, [vault, load, applications]);
  const undo = useCallback((): void => {
    if (!removed) return;
    setRemoved(null);
    const back = async (): Promise<void> => {
      await vault.documents.binAttachments(removed.application.attachments.map(({ attachmentId }) => attachmentId), false);
      await vault.records.put("drafts", removed.draftId, toJson(removed.application), null);
    };
    back().catch(load);
  }, [vault, removed, load]);
  return { applications, failed, load, remove, removed, undo };
}
