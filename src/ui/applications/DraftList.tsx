import type { Draft } from "../../forms/applications.ts";
import { summaryOf } from "../../forms/snapshot.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../Button.tsx";
import { timeOf } from "./time.ts";

interface DraftListProps {
  readonly drafts: readonly Draft[];
  /** The one that is being written in the page. */
  readonly current: string | null;
  /** null: the form of these drafts is not in this page. */
  readonly onRestore: ((draft: Draft) => void) | null;
  readonly onGo: (draft: Draft) => void;
  readonly onRemove: (draft: Draft) => void;
}

/** Drafts, newest first, each told by its time and first words. */
export function DraftList({ drafts, current, onRestore, onGo, onRemove }: DraftListProps) {
  const { t, date } = useTexts();
  return (
    <ul class="entry-list">
      {drafts.map((draft) => {
        const { changedAt, fields, attachments, identity } = draft.application;
        const when = `${date(changedAt)} ${timeOf(changedAt)}`;
        return (
          <li key={draft.draftId} class="entry">
            <p>
              <b>{when}</b>
              {draft.draftId === current ? <span class="soft"> · {t("form_draft_current")}</span> : null}
            </p>
            {onRestore ? null : <p>{identity.title}</p>}
            <p class="soft">{summaryOf(fields)}</p>
            {attachments.length > 0 ? <p class="soft">{t("form_attachments", { NAMES: attachments.map(({ name }) => name).join(", ") })}</p> : null}
            <div class="row">
              {onRestore ? (
                <Button kind="primary" label={t("form_restore_of", { TIME: when })} onClick={() => onRestore(draft)}>
                  {t("form_restore")}
                </Button>
              ) : (
                <Button onClick={() => onGo(draft)}>{t("form_go")}</Button>
              )}
              <Button kind="plain" label={t("form_remove_of", { TIME: when })} onClick={() => onRemove(draft)}>
                {t("form_remove")}
              </Button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
