import type { RequestOutcome } from "../../consent/request/outcome.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";

interface OutcomeNoticeProps {
  readonly outcome: RequestOutcome;
  readonly onConfirm: () => void;
  /** The record stays as it is, and is not asked about again until something new comes. */
  readonly onDecline: () => void;
}

/** What an answer changes in the record, by its names: the person has read the answer and has the say. */
export function OutcomeNotice({ outcome, onConfirm, onDecline }: OutcomeNoticeProps) {
  const { t } = useTexts();
  const names = outcome.kind === "withdrawn" ? outcome.changed.map(({ purpose }) => purpose) : outcome.kind === "dropped" ? outcome.names : [];
  return (
    <Notice kind="information">
      <p>{t(`data_follows_${outcome.kind}`)}</p>
      {names.length > 0 ? (
        <ul>
          {names.map((name, i) => (
            <li key={i}>{name}</li>
          ))}
        </ul>
      ) : null}
      <div class="row no-print">
        <Button onClick={onConfirm}>{t(`data_confirm_${outcome.kind}`)}</Button>
        <Button kind="plain" onClick={onDecline}>
          {t("data_follows_decline")}
        </Button>
      </div>
    </Notice>
  );
}
