import type { Sent } from "../../forms/application.ts";
import { isAnswerTo } from "../../forms/applications.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Badge } from "../Badge.tsx";
import { Button } from "../Button.tsx";
import { AnswerCard, type AnswerActs } from "./AnswerCard.tsx";
import type { KeptAnswer } from "./answerMarks.ts";
import { timeOf } from "./time.ts";

interface SentListProps extends Omit<AnswerActs, "onRemove"> {
  readonly sent: readonly Sent[];
  /** All answers: each is shown under the application that it answers. Null: that stands elsewhere. */
  readonly answers: readonly KeptAnswer[] | null;
  /** Starts a new application with the content of this one; null: not from here. */
  readonly onAgain: ((sent: Sent) => void) | null;
  /** Throws it away, or one of its answers; left out: not from here. */
  readonly onRemove?: (one: Sent | KeptAnswer) => void;
}

/** What was sent: when, under which number, what it was, field by field, and what was answered. */
export function SentList({ sent, answers, onAgain, onRemove, ...acts }: SentListProps) {
  const { t, date } = useTexts();
  return (
    <ul class="entry-list">
      {sent.map((one) => {
        const { application, receipt, applicationId } = one;
        const at = receipt?.at ?? application.changedAt;
        const answered = (answers ?? []).filter(({ answer }) => isAnswerTo(answer, one));
        return (
          <li key={applicationId} class="entry">
            <div class="row spread">
              <b>{application.identity.title}</b>
              {answers === null ? null : <Badge kind={answered.length > 0 ? "good" : receipt ? "plain" : "warn"}>{t(answered.length > 0 ? "form_sent_answered" : receipt ? "form_sent_waiting" : "form_sent_unproved")}</Badge>}
            </div>
            <p>
              {receipt?.number ? t("form_sent_number", { NUMBER: receipt.number }) : t(receipt ? "form_sent_no_number" : "form_sent_unconfirmed")} · {date(at)} {timeOf(at)}
            </p>
            <details>
              <summary>{t("form_sent_content")}</summary>
              <dl class="facts">
                {application.fields
                  .filter(({ values }) => values.some((value) => value !== ""))
                  .map(({ key, nth, kind, label, values }) => (
                    <div key={`${kind} ${key} ${nth}`}>
                      <dt>{label || key}</dt>
                      <dd>{values.join(", ")}</dd>
                    </div>
                  ))}
                {application.attachments.map(({ attachmentId, name, sha256, signed }) => (
                  <div key={attachmentId}>
                    <dt>
                      {name}
                      {signed ? ` (${t("form_sent_signed")})` : ""}
                    </dt>
                    <dd class="hash">SHA-256 {sha256}</dd>
                  </div>
                ))}
              </dl>
              {application.sha256 ? <p class="hash soft">{t("form_sent_hash", { HASH: application.sha256 })}</p> : null}
            </details>
            {answered.map((kept) => (
              <AnswerCard key={kept.answerId} kept={kept} {...acts} {...(onRemove ? { onRemove } : {})} />
            ))}
            {onAgain ? (
              <div class="row">
                <Button onClick={() => onAgain(one)}>{t("form_again")}</Button>
                {onRemove ? (
                  <Button kind="plain" label={t("form_sent_remove_of", { TITLE: application.identity.title })} onClick={() => onRemove(one)}>
                    {t("form_remove")}
                  </Button>
                ) : null}
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
