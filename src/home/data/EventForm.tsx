import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { type Day, dayFromIso, isoOf } from "../../consent/calendar/day.ts";
import type { Channel, EventType, RequestEvent } from "../../consent/request/event.ts";
import { addresseeOf, type ComplaintTarget } from "../../consent/letters/complaintTarget.ts";
import type { NextStep } from "../../consent/request/nextStep.ts";
import { emptyDeferral, emptyRefusal } from "../../consent/request/notice.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Choice, Text, YesNo } from "./fields.tsx";
import { newEvent } from "./newRecord.ts";

interface EventFormProps {
  readonly step: NextStep;
  readonly today: Day;
  /** What stands under the chosen way of sending: how it is done. */
  readonly guide?: (channel: Channel) => ComponentChildren;
  readonly usualChannel?: Channel;
  /** Where a complaint or a claim goes: said beside its letter. */
  readonly complainTo: ComplaintTarget;
  readonly court: string;
  readonly onEnter: (event: RequestEvent) => void;
  readonly onCancel: () => void;
}

const answers = ["satisfied", "partly", "promised", "deferred", "refused", "askedMore", "feeAsked"] as const satisfies readonly EventType[];
const channels = ["portal", "mail", "post", "person"] as const satisfies readonly Channel[];
const proofs = ["portal", "mail", "post", "stamp", "entered"] as const;
const wordy = ["askedMore", "partly", "feeAsked", "contested"] as const satisfies readonly EventType[];
const outcomes = ["upheld", "partly", "rejected"] as const;

/** What happened, and on which day; with the fields that what happened needs. */
export function EventForm({ step, today, guide, usualChannel = "mail", complainTo, court, onEnter, onCancel }: EventFormProps) {
  const { t } = useTexts();
  const [answer, setAnswer] = useState<(typeof answers)[number]>("satisfied");
  const [on, setOn] = useState(isoOf(today));
  const [words, setWords] = useState("");
  const [ground, setGround] = useState("");
  const [channel, setChannel] = useState<Channel>(usualChannel);
  const [proof, setProof] = useState<(typeof proofs)[number]>("entered");
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>("upheld");
  const [notice, setNotice] = useState({ ...emptyDeferral, ...emptyRefusal });
  const [wrong, setWrong] = useState(false);
  const type: EventType = step.kind === "enterAnswer" ? answer : (step.event ?? "closed");
  if (step.kind !== "enterAnswer" && step.event === null) {
    return (
      <div class="row no-print">
        <Button onClick={onCancel}>{t("common_close")}</Button>
      </div>
    );
  }
  const change = (more: Partial<typeof notice>): void => setNotice({ ...notice, ...more });
  const submit = (event: Event): void => {
    event.preventDefault();
    const day = dayFromIso(on);
    setWrong(day === null || day > today);
    if (day === null || day > today) return;
    const { official, sentOn, reason, until, legalGround, inWriting, explainsAppeal } = notice;
    const fields: Partial<Record<EventType, object>> = {
      signed: { letter: null },
      sent: { channel, number: channel === "portal" ? words.trim() || null : null },
      received: { proof },
      askedMore: { what: words },
      partly: { missing: words },
      deferred: { notice: { official, sentOn, reason, until, inWriting, explainsAppeal } },
      refused: { notice: { official, sentOn, reason, legalGround, inWriting, explainsAppeal } },
      feeAsked: { amount: words, ground: ground.trim() || null },
      contested: { why: words },
      // Who it went to is who had the office on that day.
      complained: { addressee: addresseeOf(complainTo, day), about: step.about },
      decided: { outcome },
      sued: { court },
      judged: { outcome },
    };
    onEnter(newEvent({ type, ...fields[type] }, on));
  };
  const asksWords = wordy.find((one) => one === type);
  const day = <Text label={t(`data_on_${type === "sent" || type === "received" ? type : "other"}`)} type="date" value={on} onChange={setOn} />;
  return (
    <form class="stack" onSubmit={submit} noValidate>
      {step.kind === "enterAnswer" ? <Choice label={t("data_what_came")} name="answer" value={answer} options={answers} text={(one) => t(`data_event_${one}`)} onChange={setAnswer} /> : null}
      {type === "sent" ? null : day}
      {type === "sent" ? <Choice label={t("data_channel")} name="channel" value={channel} options={channels} text={(one) => t(`data_channel_${one}`)} onChange={setChannel} /> : null}
      {type === "sent" ? guide?.(channel) : null}
      {type === "sent" && channel === "portal" ? <Text label={t("data_sent_number")} value={words} onChange={setWords} /> : null}
      {type === "sent" ? day : null}
      {type === "received" ? <Choice label={t("data_proof")} name="proof" value={proof} options={proofs} text={(one) => t(`data_proof_${one}`)} onChange={setProof} /> : null}
      {type === "decided" || type === "judged" ? <Choice label={t("data_outcome")} name="outcome" value={outcome} options={outcomes} text={(one) => t(`data_outcome_${one}`)} onChange={setOutcome} /> : null}
      {asksWords ? <Text label={t(`data_words_${asksWords}`)} rows={asksWords === "feeAsked" ? undefined : 3} value={words} onChange={setWords} /> : null}
      {type === "feeAsked" ? <Text label={t("data_fee_ground")} value={ground} onChange={setGround} /> : null}
      {type === "deferred" || type === "refused" ? (
        <>
          <p class="soft">{t("data_notice_hint")}</p>
          <Text label={t("data_missing_official")} value={notice.official ?? ""} onChange={(value) => change({ official: value || null })} />
          <Text label={t("data_missing_sentOn")} type="date" value={notice.sentOn ?? ""} onChange={(value) => change({ sentOn: value || null })} />
          <Text label={t("data_missing_reason")} rows={2} value={notice.reason ?? ""} onChange={(value) => change({ reason: value || null })} />
          {type === "deferred" ? (
            <Text label={t("data_until_day")} type="date" value={notice.until ?? ""} onChange={(value) => change({ until: value || null })} />
          ) : (
            <Text label={t("data_missing_legalGround")} value={notice.legalGround ?? ""} onChange={(value) => change({ legalGround: value || null })} />
          )}
          <YesNo label={t("data_missing_inWriting")} name="inWriting" value={notice.inWriting} onChange={(inWriting) => change({ inWriting })} />
          <YesNo label={t("data_missing_explainsAppeal")} name="explainsAppeal" value={notice.explainsAppeal} onChange={(explainsAppeal) => change({ explainsAppeal })} />
        </>
      ) : null}
      {wrong ? (
        <Notice kind="error" announced>
          <p>{t("data_wrong_day")}</p>
        </Notice>
      ) : null}
      <div class="row">
        <button type="submit" class="button button-primary">
          {t("data_enter")}
        </button>
        <Button onClick={onCancel}>{t("common_cancel")}</Button>
      </div>
    </form>
  );
}
