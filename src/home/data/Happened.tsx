import { useState } from "preact/hooks";
import { georgianDate, georgianIso } from "../../consent/calendar/day.ts";
import { copyOf, type RequestEvent } from "../../consent/request/event.ts";
import { followUpOf } from "../../consent/request/followUp.ts";
import { without } from "../../consent/request/phase.ts";
import type { DataRequest } from "../../consent/request/request.ts";
import { type Situation, timeline } from "../../consent/request/situation.ts";
import { type Texts, useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { eventDetail } from "./eventDetail.ts";
import { type Attach, EventPapers, EventPapersForm } from "./EventPapers.tsx";
import type { Attaching } from "./papers.ts";
import type { KeptAnswer } from "./portalTrail.ts";
import { Removing } from "./Removing.tsx";
import { SentCopy } from "./SentCopy.tsx";
import { letterName } from "./useLetter.ts";

interface HappenedProps {
  readonly request: DataRequest;
  readonly situation: Situation;
  /** The sending whose letter stands on the page anyway. */
  readonly shownBelow: RequestEvent | null;
  /** What the portal's pages brought of the request. */
  readonly answers: readonly KeptAnswer[];
  /** What is being put to an event, by its id. */
  readonly attaching: Readonly<Record<string, Attaching | undefined>>;
  /** Null: it is put there, or given up. */
  readonly onAttaching: (eventId: string, value: Attaching | null) => void;
  readonly onTakeBack: (event: RequestEvent) => void;
  readonly onAttach: Attach;
}

/** `26.11.2026 sent`, as the list has it. */
export const nameOfEvent = ({ on, type }: RequestEvent, { t }: Pick<Texts, "t">): string => `${georgianIso(on)} ${t(`data_event_${type}`)}`;

/** What happened, oldest first, each letter with its words. What nothing rests on can be taken back: a wrong day or way need not stay for ever. */
export function Happened({ request, situation, shownBelow, answers, attaching, onAttaching, onTakeBack, onAttach }: HappenedProps) {
  const texts = useTexts();
  const { t } = texts;
  const [asked, setAsked] = useState<string | null>(null);
  const meant = request.events.find(({ id }) => id === asked);
  return (
    <section class="card stack" aria-labelledby="happened-title">
      <h3 id="happened-title">{t("data_happened")}</h3>
      {request.events.length === 0 ? <p class="soft">{t("data_nothing_yet")}</p> : null}
      <ol class="plain-list">
        {timeline(request, situation).map(({ on, type, event }) =>
          event ? (
            <Line key={event.id} event={event} request={request} folded={event !== shownBelow} answers={answers} typed={attaching[event.id] ?? null} onTyped={(value) => onAttaching(event.id, value)} onTakeBack={without(request.events, event) ? () => setAsked(event.id) : null} onAttach={onAttach} />
          ) : (
            <li key={type}>
              <b>{typeof on === "number" ? georgianDate(on) : georgianIso(on)}</b> {t(`data_event_${type}`)} <span class="soft">({t("data_by_clock")})</span>
            </li>
          ),
        )}
      </ol>
      {meant && without(request.events, meant) ? (
        <Removing
          question={t("data_take_back_sure", { EVENT: nameOfEvent(meant, texts) })}
          yes={t("data_take_back_yes")}
          onYes={() => {
            setAsked(null);
            onTakeBack(meant);
          }}
          onNo={() => setAsked(null)}
        />
      ) : null}
    </section>
  );
}

interface LineProps extends Pick<HappenedProps, "request" | "answers" | "onAttach"> {
  readonly event: RequestEvent;
  /** Whether its letter is shown here. */
  readonly folded: boolean;
  readonly typed: Attaching | null;
  readonly onTyped: (value: Attaching | null) => void;
  /** Null: something may rest on it. */
  readonly onTakeBack: (() => void) | null;
}

function Line({ event, request, folded, answers, typed, onTyped, onTakeBack, onAttach }: LineProps) {
  const texts = useTexts();
  const { t } = texts;
  const [attaching, setAttaching] = useState(typed !== null);
  const name = nameOfEvent(event, texts);
  const close = (): void => {
    setAttaching(false);
    onTyped(null);
  };
  const copy = folded ? copyOf(event) : null;
  const detail = eventDetail(event, texts);
  return (
    <li class="stack-tight">
      <div class="row spread">
        <span class="data-said">
          <b>{georgianIso(event.on)}</b> {t(`data_event_${event.type}`)}
          {detail === "" ? null : <span class="soft"> · {detail}</span>}
        </span>
        <span class="row no-print">
          {attaching || event.type === "silent" ? null : (
            <Button kind="plain" label={`${t("data_papers_edit")}: ${name}`} onClick={() => setAttaching(true)}>
              {t("data_papers_edit")}
            </Button>
          )}
          {onTakeBack ? (
            <Button kind="plain" label={`${t("data_take_back")}: ${name}`} onClick={onTakeBack}>
              {t("data_take_back")}
            </Button>
          ) : null}
        </span>
      </div>
      {copy ? (
        <details class="no-print">
          <summary>{t("data_sent_copy")}</summary>
          <SentCopy copy={copy} name={letterName(request, followUpOf(event))} />
        </details>
      ) : null}
      {attaching ? <EventPapersForm event={event} answers={answers} typed={typed} onTyped={onTyped} onAttach={onAttach} onClose={close} /> : <EventPapers event={event} name={name} />}
    </li>
  );
}
