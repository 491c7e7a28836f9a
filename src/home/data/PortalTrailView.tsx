import { georgianDate, isoOf } from "../../consent/calendar/day.ts";
import type { RequestEvent } from "../../consent/request/event.ts";
import { after, phaseOf } from "../../consent/request/phase.ts";
import type { DataRequest } from "../../consent/request/request.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { newEvent } from "./newRecord.ts";
import { usePortalTrail } from "./usePortalTrail.ts";

interface PortalTrailViewProps {
  readonly request: DataRequest;
  readonly onEvents: (events: readonly RequestEvent[]) => void;
  /** The person wants to enter what an answer says. */
  readonly onAnswer: () => void;
}

/** What the portal's pages brought: that it was sent and received, under which number, and what was answered. */
export function PortalTrailView({ request, onEvents, onAnswer }: PortalTrailViewProps) {
  const { t, date } = useTexts();
  const trail = usePortalTrail(request);
  if (!trail) return null;
  const phase = phaseOf(request.events);
  const unsent = after(phase, "sent") !== null;
  const proved = request.events.some(({ type }) => type === "received");
  const { sent, answers } = trail;
  const record = (): void => {
    if (!sent) return;
    const on = isoOf(sent.day);
    onEvents([...(unsent ? [newEvent({ type: "sent", channel: "portal", number: sent.number }, on)] : []), newEvent({ type: "received", proof: "portal" }, on)]);
  };
  return (
    <>
      {sent && !proved && phase !== "closed" ? (
        <Notice kind="information">
          <p>{t("data_trail_sent", { NUMBER: sent.number ?? t("data_trail_no_number"), DATE: georgianDate(sent.day) })}</p>
          <Button kind="primary" onClick={record}>
            {t("data_trail_record")}
          </Button>
        </Notice>
      ) : null}
      {answers.map((answer) => (
        <Notice key={answer.sha256} kind="information">
          <p>
            {t("data_trail_answer", { DATE: date(answer.savedAt) })} <b>{answer.title}</b>
          </p>
          <details>
            <summary>{t("data_trail_text")}</summary>
            {answer.text.split("\n").map((one, i) => (
              <p key={String(i)}>{one}</p>
            ))}
            {answer.files.length > 0 ? <p class="soft">{answer.files.map(({ name }) => name).join(", ")}</p> : null}
          </details>
          {after(phase, "satisfied") !== null ? <Button onClick={onAnswer}>{t("data_step_enterAnswer")}</Button> : null}
        </Notice>
      ))}
    </>
  );
}
