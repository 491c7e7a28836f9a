import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { type Day, dayFromIso } from "../../consent/calendar/day.ts";
import type { Channel, EventType } from "../../consent/request/event.ts";
import type { NextStep } from "../../consent/request/nextStep.ts";
import { after, type Phase } from "../../consent/request/phase.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { AppealRead, TermRead } from "./AnswerRead.tsx";
import { answers, channels, type EventFields, outcomes, pastedKey, proofs, typeOf, withAnswer, withoutWords, wrongDateIn } from "./eventFields.ts";
import { Choice, Text, YesNo } from "./fields.tsx";
import { LetterReading } from "./LetterReading.tsx";
import { PaperField } from "./PaperField.tsx";
import { type Attached, keyOf, paperOfAnswer } from "./papers.ts";
import type { KeptAnswer } from "./portalTrail.ts";

interface EventFormProps {
  readonly step: NextStep;
  readonly today: Day;
  /** What was typed so far. */
  readonly value: EventFields;
  readonly onChange: (value: EventFields) => void;
  /** What stands under the chosen way of sending: how it is done. */
  readonly guide: (channel: Channel) => ComponentChildren;
  /** What the portal's pages brought of the request. */
  readonly answers: readonly KeptAnswer[];
  /** Which answers can come where the request stands. */
  readonly phase: Phase;
  /** It is being recorded. */
  readonly busy: boolean;
  readonly onEnter: (type: EventType, day: Day) => void;
  readonly onCancel: () => void;
}

/** Steps that something came with. */
const brings: readonly NextStep["kind"][] = ["enterAnswer", "enterDecision", "enterJudgment"];

/** What is wrong with an answer is said above the letter that says it. */
const wordy = ["askedMore", "partly", "feeAsked"] as const satisfies readonly EventType[];

/** What happened, and on which day; with the fields that what happened needs. */
export function EventForm({ step, today, value, onChange, guide, answers: arrived, phase, busy, onEnter, onCancel }: EventFormProps) {
  const { t, language } = useTexts();
  // Elsewhere these words stand in a list of what is missing. Georgian has no capitals.
  const asLabel = (words: string): string => (language === "en" ? words.charAt(0).toUpperCase() + words.slice(1) : words);
  const [wrong, setWrong] = useState<"day" | "answer" | "sentOn" | "until" | null>(null);
  const { answer, on, words, channel, notice } = value;
  const type = typeOf(step, value);
  const change = (more: Partial<EventFields>): void => onChange({ ...value, ...more });
  const tell = (more: Partial<typeof notice>): void => change({ notice: { ...notice, ...more } });
  /** Chosen here, an answer of the portal's says what it says as well as from its own notice. */
  const attach = (attached: Attached): void => {
    const isIn = (papers: Attached["papers"], one: KeptAnswer): boolean => papers.some((paper) => keyOf(paper) === keyOf(paperOfAnswer(one)));
    const added = step.kind === "enterAnswer" ? arrived.find((one) => isIn(attached.papers, one) && !isIn(value.attached.papers, one)) : undefined;
    // Without the paper that the words are from, they are nobody's.
    const isThere = !value.read || value.read.from === pastedKey || attached.papers.some((paper) => keyOf(paper) === value.read?.from);
    const left = isThere ? value : withoutWords(value);
    onChange(added ? withAnswer({ ...left, attached }, added, today) : { ...left, attached });
  };
  // What the words of a paper say is shown, though another answer came later: recorded, it goes to its place before that.
  const possibleAnswers = answers.filter((one) => after(phase, one) !== null || one === answer);
  const decides = type === "decided" || type === "judged";
  const submit = (event: Event): void => {
    event.preventDefault();
    const day = dayFromIso(on);
    const wrongDate = wrongDateIn(value, type);
    if (type === null || (decides && value.outcome === null)) setWrong("answer");
    else if (day === null || day > today) setWrong("day");
    else if (wrongDate !== null) setWrong(wrongDate);
    else {
      setWrong(null);
      onEnter(type, day);
    }
  };
  const asksWords = wordy.find((one) => one === type);
  const day = <Text label={t(`data_on_${type === "sent" || type === "received" ? type : "other"}`)} type="date" value={on} onChange={(next) => change({ on: next })} />;
  return (
    <form class="stack" onSubmit={submit} noValidate>
      {value.read ? (
        <Notice kind="information" announced>
          <p>{t("data_answer_read")}</p>
        </Notice>
      ) : null}
      {step.kind === "enterAnswer" ? <LetterReading value={value} onChange={onChange} /> : null}
      {step.kind === "enterAnswer" ? <Choice label={t("data_what_came")} name="answer" value={answer} options={possibleAnswers} text={(one) => t(`data_event_${one}`)} onChange={(next) => change({ answer: next })} /> : null}
      {type === "sent" ? null : day}
      {type === "sent" ? <Choice label={t("data_channel")} name="channel" value={channel} options={channels} text={(one) => t(`data_channel_${one}`)} onChange={(next) => change({ channel: next })} /> : null}
      {type === "sent" ? guide(channel) : null}
      {type === "sent" && channel === "portal" ? <Text label={t("data_sent_number")} hint={t("data_sent_number_hint")} value={words} onChange={(next) => change({ words: next })} /> : null}
      {type === "sent" ? day : null}
      {type === "received" ? <Choice label={t("data_proof")} name="proof" value={value.proof} options={proofs} text={(one) => t(`data_proof_${one}`)} onChange={(next) => change({ proof: next })} /> : null}
      {decides ? <Choice label={t("data_outcome")} name="outcome" value={value.outcome} options={outcomes} text={(one) => t(`data_outcome_${one}`)} onChange={(next) => change({ outcome: next })} /> : null}
      {asksWords ? <Text label={t(`data_words_${asksWords}`)} rows={asksWords === "feeAsked" ? undefined : 3} value={words} onChange={(next) => change({ words: next })} /> : null}
      {type === "partly" ? <YesNo label={t("data_part_is_all")} name="isAll" value={value.isAll ?? null} onChange={(isAll) => change({ isAll })} /> : null}
      {type === "feeAsked" ? <Text label={t("data_fee_ground")} value={value.ground} onChange={(next) => change({ ground: next })} /> : null}
      {type === "deferred" || type === "refused" ? (
        <>
          <p class="soft">{t("data_notice_hint")}</p>
          <Text label={asLabel(t("data_missing_official"))} value={notice.official ?? ""} onChange={(next) => tell({ official: next || null })} />
          <Text label={asLabel(t("data_missing_sentOn"))} type="date" value={notice.sentOn ?? ""} onChange={(next) => tell({ sentOn: next || null })} />
          <Text label={asLabel(t("data_missing_reason"))} rows={2} value={notice.reason ?? ""} onChange={(next) => tell({ reason: next || null })} />
          {type === "deferred" ? (
            <>
              <Text label={t("data_until_day")} type="date" value={notice.until ?? ""} onChange={(next) => tell({ until: next || null })} />
              {notice.until === null ? <TermRead read={value.read} /> : null}
            </>
          ) : (
            <Text label={asLabel(t("data_missing_legalGround"))} value={notice.legalGround ?? ""} onChange={(next) => tell({ legalGround: next || null })} />
          )}
          <YesNo label={asLabel(t("data_missing_inWriting"))} name="inWriting" value={notice.inWriting} onChange={(inWriting) => tell({ inWriting })} />
          <YesNo label={asLabel(t("data_missing_explainsAppeal"))} name="explainsAppeal" value={notice.explainsAppeal} onChange={(explainsAppeal) => tell({ explainsAppeal })} />
          {notice.explainsAppeal === true ? null : <AppealRead read={value.read} />}
        </>
      ) : null}
      {brings.includes(step.kind) ? (
        <PaperField value={value.attached} answers={arrived} onChange={attach} />
      ) : (
        <details>
          <summary>{t("data_papers_add")}</summary>
          <div class="data-inner">
            <PaperField value={value.attached} answers={[]} onChange={(attached) => change({ attached })} />
          </div>
        </details>
      )}
      {wrong ? (
        <Notice kind="error" announced>
          <p>{wrong === "day" || wrong === "answer" ? t(wrong === "day" ? "data_wrong_day" : "data_need_answer") : `${asLabel(t(wrong === "until" ? "data_until_day" : "data_missing_sentOn"))}: ${t("data_wrong_date")}`}</p>
        </Notice>
      ) : null}
      {step.letter ? <p class="soft">{t("data_enter_after")}</p> : null}
      <div class="row">
        <button type="submit" class="button button-primary" disabled={busy}>
          {t(saysOf(type))}
        </button>
        <Button onClick={onCancel}>{t("common_cancel")}</Button>
      </div>
    </form>
  );
}

/** What the button records. */
function saysOf(type: EventType | null) {
  switch (type) {
    case "signed":
    case "sent":
    case "received":
    case "returned":
    case "contested":
    case "objected":
    case "gaveMore":
    case "reminded":
    case "complained":
    case "sued":
    case "decided":
    case "judged":
      return `data_enter_${type}` as const;
    default:
      return "data_enter_answer";
  }
}
