import { dayInTbilisi, georgianDate, isoOf } from "../../consent/calendar/day.ts";
import type { RequestEvent } from "../../consent/request/event.ts";
import { after, phaseOf } from "../../consent/request/phase.ts";
import type { DataRequest } from "../../consent/request/request.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { takeKind } from "./AnswerAsk.tsx";
import { newEvent } from "./newRecord.ts";
import { AnswerWords } from "./PaperView.tsx";
import { type KeptAnswer, type PortalTrail, provedBy } from "./portalTrail.ts";

interface PortalTrailViewProps {
  readonly request: DataRequest;
  readonly trail: PortalTrail;
  readonly onEvents: (events: readonly RequestEvent[]) => void;
  /** The person wants to enter what this answer says. */
  readonly onAnswer: (answer: KeptAnswer) => void;
}

/** What the portal's pages brought: that it was sent and received, under which number, and what was answered. */
export function PortalTrailView({ request, trail, onEvents, onAnswer }: PortalTrailViewProps) {
  const { t } = useTexts();
  const phase = phaseOf(request.events);
  const proved = provedBy(request, trail);
  const { sent, answers } = trail;
  const record = (): void => {
    if (!sent) return;
    const on = isoOf(sent.day);
    onEvents(proved.map((type) => newEvent(type === "sent" ? { type, channel: "portal", number: sent.number } : { type, proof: "portal" }, on)));
  };
  return (
    <>
      {sent && proved.length > 0 ? (
        <Notice kind="information">
          <p>{t("data_trail_sent", { NUMBER: sent.number ?? t("data_trail_no_number"), DATE: georgianDate(sent.day) })}</p>
          <Button kind="primary" onClick={record}>
            {t("data_trail_record")}
          </Button>
        </Notice>
      ) : null}
      {answers.filter((one) => !request.events.some(({ papers }) => papers.some(({ id }) => id === one.id))).map((one) => (
        <Notice key={one.id} kind="information">
          <p>
            {t(one.toComplaint ? "data_trail_decision" : "data_trail_answer", { DATE: georgianDate(dayInTbilisi(one.answer.savedAt)) })} <b>{one.answer.title}</b>
          </p>
          <AnswerWords answer={one.answer} />
          <div class="row">
            {after(phase, one.toComplaint ? "decided" : "refused") !== null ? <Button onClick={() => onAnswer(one)}>{t(one.toComplaint ? "data_step_enterDecision" : "data_step_enterAnswer")}</Button> : null}
            {one.toComplaint ? null : (
              <a class="button button-secondary" href={`#data/answer/${encodeURIComponent(one.id)}/${takeKind}`}>
                {t("data_take")}
              </a>
            )}
          </div>
        </Notice>
      ))}
    </>
  );
}
