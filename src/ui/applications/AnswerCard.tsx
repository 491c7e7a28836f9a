import type { RequestKind } from "../../consent/law/requestKind.ts";
import { type AnswerMark, answerMarks } from "../../forms/answer.ts";
import type { Sent } from "../../forms/application.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../Button.tsx";
import { Notice } from "../Notice.tsx";
import { AnswerTie } from "./AnswerTie.tsx";
import type { KeptAnswer, MarkTrouble } from "./answerMarks.ts";
import { timeOf } from "./time.ts";
import { VaultFailure } from "../VaultFailure.tsx";

export interface AnswerActs {
  readonly onMark: (kept: KeptAnswer, mark: AnswerMark, value: boolean) => void;
  /** A request of this kind about the answer. */
  readonly onFollow: (kept: KeptAnswer, kind: RequestKind) => void;
  /** What it lists, into the record; left out: not from here. */
  readonly onTake?: (kept: KeptAnswer) => void;
  /** Throws it away; left out: not from here. */
  readonly onRemove?: (kept: KeptAnswer) => void;
  /** Says which application it answers; null takes that back. */
  readonly onTie: (kept: KeptAnswer, applicationId: string | null) => void;
  /** Said in the card whose mark it was. */
  readonly trouble: MarkTrouble | null;
}

interface AnswerCardProps extends AnswerActs {
  readonly kept: KeptAnswer;
  /** The applications that it may be an answer to; left out: it stands under its own. */
  readonly sent?: readonly Sent[];
}

/** A kept answer and what the person says of it; where it is not as it must be, the next step. */
export function AnswerCard({ kept, sent, onMark, onFollow, onTake, onRemove, onTie, trouble }: AnswerCardProps) {
  const { t, date } = useTexts();
  const { title, number, savedAt, files, missing, marks, sha256, text } = kept.answer;
  const namesOf = (gone: boolean): string => files.flatMap(({ name, sha256: one }) => (kept.gone.has(one) === gone ? [name] : [])).join(", ");
  const [there, gone] = [namesOf(false), namesOf(true)];
  const wanting = answerMarks.filter((mark) => marks[mark] === false);
  return (
    // No landmark: a page may have several of one title.
    <article class="entry" aria-label={title}>
      <p>
        <b>{title}</b>
      </p>
      <p class="soft">
        {number ? `${t("form_sent_number", { NUMBER: number })} · ` : ""}
        {t("form_answer_saved", { TIME: `${date(savedAt)} ${timeOf(savedAt)}` })}
      </p>
      {there === "" ? null : <p>{t("form_attachments", { NAMES: there })}</p>}
      {gone === "" ? null : (
        <Notice kind="information">
          <p>{t("form_answer_gone", { NAMES: gone })}</p>
        </Notice>
      )}
      {missing.length > 0 ? (
        <Notice kind="warning">
          <p>{t("form_answer_missing", { NAMES: missing.join(", ") })}</p>
        </Notice>
      ) : null}
      <details>
        <summary>{t("form_answer_text")}</summary>
        {text.split("\n").map((one, i) => (
          <p key={String(i)}>{one}</p>
        ))}
        <p class="hash soft">{t("form_sent_hash", { HASH: sha256 })}</p>
      </details>
      {onTake ? (
        <div class="row">
          <Button onClick={() => onTake(kept)}>{t("data_take")}</Button>
        </div>
      ) : null}
      <AnswerTie answer={kept.answer} sent={sent ?? []} onTie={(applicationId) => onTie(kept, applicationId)} />
      <p>{t("form_answer_marks")}</p>
      {answerMarks.map((mark) => (
        <div key={mark} class="row mark" role="group" aria-label={t(`form_answer_${mark}`)}>
          <span class="mark-name">{t(`form_answer_${mark}`)}</span>
          {([true, false] as const).map((value) => (
            <button key={String(value)} type="button" class="entry-choice" aria-pressed={marks[mark] === value} onClick={() => onMark(kept, mark, value)}>
              {t(value ? "form_answer_yes" : "form_answer_no")}
            </button>
          ))}
        </div>
      ))}
      {trouble?.answerId === kept.answerId ? <VaultFailure code={trouble.code} /> : null}
      {wanting.length > 0 ? (
        <Notice kind="information">
          <p>{t("form_answer_wanting")}</p>
          <div class="row">
            <Button onClick={() => onFollow(kept, "complaint")}>{t("form_answer_complain")}</Button>
            <Button onClick={() => onFollow(kept, marks.correct === false ? "rectify" : "access")}>{t("form_answer_follow")}</Button>
          </div>
        </Notice>
      ) : null}
      {onRemove ? (
        <div class="row">
          <Button kind="plain" label={t("form_answer_remove_of", { TITLE: title })} onClick={() => onRemove(kept)}>
            {t("form_remove")}
          </Button>
        </div>
      ) : null}
    </article>
  );
}
