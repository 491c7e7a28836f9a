import type { AnswerMark } from "../../forms/answer.ts";
import type { Sent } from "../../forms/application.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { AnswerCard } from "../answers/AnswerCard.tsx";
import type { KeptAnswer } from "../answers/useAnswers.ts";
import { timeOf } from "./time.ts";

interface SentListProps {
  readonly sent: readonly Sent[];
  /** All answers: each is shown under the application that it answers. */
  readonly answers: readonly KeptAnswer[];
  readonly onMark: (kept: KeptAnswer, mark: AnswerMark, value: boolean) => void;
  /** Starts a new application with the content of this one; null: not from here. */
  readonly onAgain: ((sent: Sent) => void) | null;
}

/** What was sent: when, under which number, and what it was, field by field. */
export function SentList({ sent, answers, onMark, onAgain }: SentListProps) {
  const { t, date } = useTexts();
  return (
    <ul class="service-list">
      {sent.map((one) => {
        const { application, receipt, applicationId } = one;
        const at = receipt?.at ?? application.changedAt;
        return (
          <li key={applicationId} class="entry">
            <p>
              <b>{application.identity.title}</b>
            </p>
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
            {answers
              .filter(({ answer }) => answer.number !== null && answer.number === receipt?.number)
              .map((kept) => (
                <AnswerCard key={kept.answerId} kept={kept} onMark={onMark} />
              ))}
            {onAgain ? (
              <div class="row">
                <Button onClick={() => onAgain(one)}>{t("form_again")}</Button>
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
