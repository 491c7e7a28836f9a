import { Fragment } from "preact";
import { useState } from "preact/hooks";
import { georgianDate } from "../../consent/calendar/day.ts";
import { passedTo } from "../../consent/request/decision.ts";
import { filedFrom } from "../../consent/request/filing.ts";
import { readingKinds } from "../../consent/law/requestKind.ts";
import { organisationName } from "../../consent/record/organisationName.ts";
import type { Organisation } from "../../consent/record/record.ts";
import type { NextStep } from "../../consent/request/nextStep.ts";
import type { Refusal } from "../../consent/request/phase.ts";
import type { DataRequest } from "../../consent/request/request.ts";
import type { TrackedRequest } from "../../consent/view/overview.ts";
import { askerWord } from "../../consent/view/askerWord.ts";
import { kindWord } from "../../consent/view/kindWord.ts";
import { owes } from "../../consent/view/reminders.ts";
import { standingOf } from "../../consent/view/standing.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Book } from "./book.ts";
import { DecisionTime } from "./DecisionTime.tsx";
import { FilingTime, SilenceFilingTime } from "./FilingTime.tsx";
import { Removing } from "./Removing.tsx";

/** Steps that are taken by looking, not by entering anything. */
const quiet: readonly NextStep["kind"][] = ["wait", "checkAnswer", "askAgain", "edit", "sign"];

interface RequestHeadProps {
  readonly book: Book;
  readonly tracked: TrackedRequest;
  readonly organisation: Organisation;
  /** Why the last wish could not be recorded; null where that is said elsewhere. */
  readonly problem: Refusal | null;
  readonly onTake: (step: NextStep) => void;
}

/** Where a request stands, in a word and in a sentence, and what can be done next. */
export function RequestHead({ book, tracked: { request, situation }, organisation, problem, onTake }: RequestHeadProps) {
  const { t, language } = useTexts();
  const [closing, setClosing] = useState(false);
  const { today } = book;
  const { askReceiptOn, askAnswerOn, decideBy, unprovedFrom } = situation;
  const offered = situation.steps.filter((one) => !quiet.includes(one.kind));
  const decided = filedFrom(request, situation.phase);
  const successor = passedTo(request, situation.phase, today);
  const standing = standingOf(request, situation);
  const quietly = situation.steps.map(({ kind }) => kind).find((kind) => kind === "wait" || kind === "checkAnswer");
  // Nobody is told that a time has not passed which nobody knows.
  const said = quietly === "wait" && situation.complainFrom === null && situation.remindOn === null ? "waitUnknown" : quietly;
  return (
    <div class="card stack">
      <div class="row spread">
        <h3>{t(`data_kind_${kindWord(request)}`)}</h3>
        <span class="row data-badges">
          {situation.overdue ? <Badge kind="error">{t("data_overdue")}</Badge> : null}
          {askReceiptOn !== null && askReceiptOn <= today ? <Badge kind="warn">{t("data_unconfirmed_one")}</Badge> : null}
          <Badge kind="plain">{t(`data_phase_${situation.phase}`)}</Badge>
        </span>
      </div>
      <p>
        <a href={`#data/organisation/${organisation.id}`}>{organisationName(organisation, language)}</a>
        {request.asker === "self" ? "" : ` · ${t(`data_asker_${askerWord(request.kind, request.asker)}`)}`} · <span class="data-number-whole">{request.reference}</span>
      </p>
      <Linked label={t("data_follows")} requests={book.ledger.requests.filter(({ id }) => id === request.aboutRequestId)} />
      <Linked label={t("data_followed_by")} requests={book.ledger.requests.filter(({ aboutRequestId }) => aboutRequestId === request.id)} />
      {situation.feeProblem ? (
        <Notice kind="warning">
          <p>{t(readingKinds.includes(request.kind) ? "data_fee_flag" : "data_fee_flag_other")}</p>
        </Notice>
      ) : null}
      {standing ? <p>{t(`data_phase_${standing.phase}_text`, { WHAT: standing.what })}</p> : null}
      {said ? <p>{t(`data_step_${said}_text`)}</p> : null}
      {situation.phase === "draft" || situation.phase === "signed" ? <p>{t("data_step_send_text")}</p> : null}
      {situation.complainFrom !== null && situation.complainFrom <= today && owes(situation) && offered.some(({ kind }) => kind === "complain") ? <p>{t("data_complain_since", { DATE: georgianDate(situation.complainFrom) })}</p> : null}
      {situation.fileBy === null ? null : decided === null ? <SilenceFilingTime until={situation.fileBy} today={today} /> : <FilingTime decidedOn={decided} today={today} />}
      {successor === null ? null : (
        <Notice kind="warning">
          <p>{t("data_passed_to", { NAME: successor.name[language] })}</p>
          {successor.note ? <p>{successor.note[language]}</p> : null}
        </Notice>
      )}
      {decideBy === null ? null : <DecisionTime decideBy={decideBy} today={today} />}
      {request.kind === "complaint" && situation.overdue && offered.some(({ kind }) => kind === "remind") ? <p>{t("data_overdue_text")}</p> : null}
      {askReceiptOn === null ? null : askReceiptOn > today ? (
        <p>{t("data_step_awaitReceipt_text", { DATE: georgianDate(askReceiptOn) })}</p>
      ) : (
        <Notice kind="warning">
          <p>{t("data_step_confirmReceipt_text")}</p>
        </Notice>
      )}
      {unprovedFrom !== null && request.kind !== "claim" ? <p>{t(request.kind === "complaint" ? "data_unproved_court_text" : "data_unproved_text", { DATE: georgianDate(unprovedFrom) })}</p> : null}
      {askAnswerOn === null ? null : askAnswerOn > today ? (
        <p>{t("data_look_later", { DATE: georgianDate(askAnswerOn) })}</p>
      ) : (
        <Notice kind="warning">
          <p>{t("data_look_now")}</p>
        </Notice>
      )}
      {problem ? (
        <Notice kind="error" announced>
          <p>{t(`data_refused_${problem}`)}</p>
        </Notice>
      ) : null}
      <div class="row no-print" role="group" aria-label={t("data_next")}>
        {offered.map((one, i) => (
          <Button key={`${one.kind}-${one.about ?? ""}`} kind={i === 0 ? "primary" : one.kind === "close" ? "plain" : "secondary"} disabled={one.from !== null && one.from > today} onClick={() => (one.kind === "close" ? setClosing(true) : onTake(one))}>
            {t(`data_step_${one.kind}`)}
            {one.from !== null && one.from > today ? ` (${t("data_from_day", { DATE: georgianDate(one.from) })})` : ""}
          </Button>
        ))}
        {situation.phase === "closed" ? (
          <a class="button button-secondary" href={`#data/ask/${request.kind}/${request.organisationId}/${request.holdingId ?? ""}//${request.id}`}>
            {t("data_step_askAgain")}
          </a>
        ) : null}
      </div>
      {closing && situation.phase !== "closed" ? (
        <Removing
          question={t("data_close_sure")}
          yes={t("data_close_yes")}
          onYes={() => {
            const close = offered.find(({ kind }) => kind === "close");
            setClosing(false);
            if (close) onTake(close);
          }}
          onNo={() => setClosing(false)}
        />
      ) : null}
    </div>
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
