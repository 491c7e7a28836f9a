import { Fragment } from "preact";
import { useState } from "preact/hooks";
import { georgianDate, isoOf } from "../../consent/calendar/day.ts";
import { kindWord } from "../../consent/view/kindWord.ts";
import type { KeptLetter, RequestEvent } from "../../consent/request/event.ts";
import type { NextStep } from "../../consent/request/nextStep.ts";
import { after, append } from "../../consent/request/phase.ts";
import { outcomeOf } from "../../consent/request/outcome.ts";
import type { Consent, Holding } from "../../consent/record/record.ts";
import type { DataRequest } from "../../consent/request/request.ts";
import { timeline } from "../../consent/request/situation.ts";
import { complaintTarget, type ComplaintTarget } from "../../consent/letters/complaintTarget.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Badge } from "../../ui/Badge.tsx";
import type { Book } from "./book.ts";
import { ComplaintTo } from "./ComplaintTo.tsx";
import { Deadlines } from "./Deadlines.tsx";
import { eventDetail } from "./eventDetail.ts";
import { EventForm } from "./EventForm.tsx";
import { Text } from "./fields.tsx";
import { LetterPanel } from "./LetterPanel.tsx";
import { changedNow, newEvent } from "./newRecord.ts";
import { OutcomeNotice } from "./OutcomeNotice.tsx";
import { NoticeCheckView } from "./NoticeCheckView.tsx";
import { PortalTrailView } from "./PortalTrailView.tsx";
import { SendGuide } from "./SendGuide.tsx";
import { SignedLetter } from "./SignedLetter.tsx";

/** Steps that are taken by looking, not by entering anything. */
const quiet: readonly NextStep["kind"][] = ["wait", "checkAnswer", "askAgain", "edit", "sign"];

/** One request: where it stands, until when, what can be done next, and its letters. */
export function RequestView({ book, requestId }: { readonly book: Book; readonly requestId: string }) {
  const texts = useTexts();
  const { t } = texts;
  const [step, setStep] = useState<NextStep | null>(null);
  const [followUp, setFollowUp] = useState<KeptLetter | null>(null);
  const [complainTo, setComplainTo] = useState<ComplaintTarget | null>(null);
  const [court, setCourt] = useState("");
  const [given, setGiven] = useState("");
  const [problem, setProblem] = useState<"notHere" | "beforeTheLast" | null>(null);
  const tracked = book.tracked.find(({ request }) => request.id === requestId);
  const organisation = tracked ? book.ledger.organisations.get(tracked.request.organisationId) : undefined;
  if (!tracked || !organisation) return <p>{t("data_gone")}</p>;
  const { request, situation } = tracked;
  const enterAll = async (events: readonly RequestEvent[]): Promise<void> => {
    let all = request.events;
    for (const event of events) {
      const added = append(all, event);
      if ("refused" in added) {
        setProblem(added.refused);
        return;
      }
      all = added.events;
    }
    setProblem(null);
    if (await book.save([changedNow<DataRequest>({ ...request, events: all })])) setStep(null);
  };
  const enter = (event: RequestEvent): Promise<void> => enterAll([event]);
  const signed = request.events.flatMap((one) => (one.type === "signed" && one.letter ? [one.letter] : [])).at(-1) ?? null;
  const signable = after(situation.phase, "signed") !== null;
  const outcome = outcomeOf(request, book.ledger.holdingsOf(organisation.id), book.ledger.consentsWith(organisation.id), book.today);
  const of = { book, request, organisation, followUp: null };
  const usual = organisation.formUrl !== null || (organisation.sector === "public" && organisation.email === null) ? "portal" : "mail";
  const take = (one: NextStep): void => {
    if (one.event === "closed" || one.event === "reopened" || one.event === "silent") void enter(newEvent({ type: one.event }, isoOf(book.today)));
    else {
      setFollowUp(null);
      setStep(one === step ? null : one);
    }
  };
  /** What was signed is another letter than the one that is written now. */
  const another = <T,>(set: (value: T) => void) => (value: T): void => {
    set(value);
    setFollowUp(null);
  };
  const offered = situation.steps.filter((one) => !quiet.includes(one.kind));
  const said = situation.steps.map(({ kind }) => kind).find((kind) => kind === "wait" || kind === "checkAnswer");
  return (
    <article class="stack">
      <div class="card stack">
        <div class="row spread">
          <h3>{t(`data_kind_${kindWord(request)}`)}</h3>
          <span class="row data-badges">
            {situation.overdue ? <Badge kind="error">{t("data_overdue")}</Badge> : null}
            <Badge kind="plain">{t(`data_phase_${situation.phase}`)}</Badge>
          </span>
        </div>
        <p>
          <a href={`#data/organisation/${organisation.id}`}>{organisation.name}</a> · {t(`data_asker_${request.asker}`)} · {request.reference}
        </p>
        <Linked label={t("data_follows")} requests={book.ledger.requests.filter(({ id }) => id === request.aboutRequestId)} />
        <Linked label={t("data_followed_by")} requests={book.ledger.requests.filter(({ aboutRequestId }) => aboutRequestId === request.id)} />
        {situation.feeProblem ? (
          <Notice kind="warning">
            <p>{t("data_fee_flag")}</p>
          </Notice>
        ) : null}
        {said ? <p>{t(`data_step_${said}_text`)}</p> : null}
        {problem ? (
          <Notice kind="error" announced>
            <p>{t(`data_refused_${problem}`)}</p>
          </Notice>
        ) : null}
        <div class="row no-print" role="group" aria-label={t("data_next")}>
          {offered.map((one, i) => (
            <Button key={`${one.kind}-${one.about ?? ""}`} kind={i === 0 ? "primary" : "secondary"} disabled={one.from !== null && one.from > book.today} onClick={() => take(one)}>
              {t(`data_step_${one.kind}`)}
              {one.from !== null && one.from > book.today ? ` (${t("data_from_day", { DATE: georgianDate(one.from) })})` : ""}
            </Button>
          ))}
          {situation.phase === "closed" ? (
            <a class="button button-secondary" href={`#data/ask/${request.kind}/${request.organisationId}/${request.holdingId ?? ""}//${request.id}`}>
              {t("data_step_askAgain")}
            </a>
          ) : null}
        </div>
      </div>
      {outcome ? <OutcomeNotice outcome={outcome} onConfirm={() => void book.save(outcome.changed.map((one) => changedNow<Consent | Holding>(one)))} onDecline={() => void book.save([changedNow<DataRequest>({ ...request, declined: outcome.eventId })])} /> : null}
      <PortalTrailView request={request} onEvents={(events) => void enterAll(events)} onAnswer={() => setStep(situation.steps.find(({ kind }) => kind === "enterAnswer") ?? null)} />
      {step ? (
        <section class="card stack" aria-label={t(`data_step_${step.kind}`)}>
          <h3>{t(`data_step_${step.kind}`)}</h3>
          {step.letter === "complaint" ? <ComplaintTo request={request} organisation={organisation} today={book.today} value={complainTo} onChange={another(setComplainTo)} /> : null}
          {step.letter === "claim" ? <Text label={t("data_words_sued")} hint={t("data_court_hint")} value={court} onChange={another(setCourt)} /> : null}
          {step.letter === "details" ? <Text label={t("data_given")} rows={3} value={given} onChange={another(setGiven)} /> : null}
          {step.letter ? <LetterPanel key={step.letter} book={book} request={request} organisation={organisation} followUp={{ kind: step.letter, about: step.about, overdue: situation.overdue }} complainTo={complainTo} court={court} given={given} onSigned={setFollowUp} /> : null}
          {step.letter && followUp ? <SignedLetter letter={followUp} /> : null}
          <EventForm key={step.kind} step={step} today={book.today} usualChannel={usual} complainTo={complaintTarget({ request, organisation, complainTo })} court={court.trim()} guide={(channel) => <SendGuide of={of} channel={channel} signed={signed} />} onEnter={(event) => void enter(event)} onCancel={() => setStep(null)} />
        </section>
      ) : null}
      <Deadlines situation={situation} asker={request.asker} today={book.today} />
      {situation.deferralCheck ? <NoticeCheckView title={t("data_deferral_notice")} check={situation.deferralCheck} /> : null}
      {situation.refusalCheck ? <NoticeCheckView title={t("data_refusal_notice")} check={situation.refusalCheck} /> : null}
      <section class="card stack" aria-labelledby="happened-title">
        <h3 id="happened-title">{t("data_happened")}</h3>
        {request.events.length === 0 ? <p class="soft">{t("data_nothing_yet")}</p> : null}
        <ol class="plain-list">
          {timeline(request, situation).map(({ on, type, event }) => (
            <li key={event?.id ?? type}>
              <b>{typeof on === "number" ? georgianDate(on) : on.split("-").toReversed().join(".")}</b> {t(`data_event_${type}`)}
              {event === null ? <span class="soft"> ({t("data_by_clock")})</span> : <Detail text={eventDetail(event, texts)} />}
            </li>
          ))}
        </ol>
      </section>
      {step?.letter ? null : (
        <section class="card stack" aria-labelledby="letter-title">
          <h3 id="letter-title">{t("data_letter")}</h3>
          {signed ? <SignedLetter key={signed.documentId} letter={signed} /> : null}
          {signed && !signable ? null : <LetterPanel {...of} {...(signable ? { onSigned: (letter: KeptLetter) => void enter(newEvent({ type: "signed", letter }, isoOf(book.today))) } : {})} />}
        </section>
      )}
    </article>
  );
}

/** Letters on the same matter, before or after this one. */
function Linked({ label, requests }: { readonly label: string; readonly requests: readonly DataRequest[] }) {
  const { t } = useTexts();
  if (requests.length === 0) return null;
  return (
    <p>
      {label}:{" "}
      {requests.map((one, i) => (
        <Fragment key={one.id}>
          {i > 0 ? "; " : ""}
          <a href={`#data/request/${one.id}`}>
            {t(`data_kind_${kindWord(one)}`)}, {one.reference}
          </a>
        </Fragment>
      ))}
    </p>
  );
}

function Detail({ text }: { readonly text: string }) {
  return text === "" ? null : <span class="soft"> · {text}</span>;
}
