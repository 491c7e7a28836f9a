import { useState } from "preact/hooks";
import { type Day, georgianInstant } from "../../consent/calendar/day.ts";
import { isCalledOff, lastBy } from "../../consent/record/consentState.ts";
import { inWords } from "../../consent/record/ownWords.ts";
import type { Consent } from "../../consent/record/record.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { isOwnEvent } from "./consentEvents.ts";
import { Removing } from "./Removing.tsx";

interface ConsentEventsProps {
  readonly consent: Consent;
  readonly today: Day;
  readonly onChange: (events: Consent["events"]) => void;
}

/** What has become of a consent, oldest first; what called off a grant for a later day stands behind that, which is said of it. The last can be taken back if the person entered it: a slip of the hand is no history. */
export function ConsentEvents({ consent, today, onChange }: ConsentEventsProps) {
  const { t, language } = useTexts();
  const [asked, setAsked] = useState(false);
  if (consent.events.length === 0) return null;
  // What another program has written down for a day to come stands behind it.
  const last = lastBy(consent.events, today);
  const name = last ? `${georgianInstant(last.at)} ${t(`data_state_${last.state}`)}` : "";
  const remove = (): void => {
    setAsked(false);
    onChange(consent.events.filter((one) => one !== last));
  };
  return (
    <>
      <ul class="plain-list" aria-label={t("data_happened")}>
        {consent.events.map((one) => (
          <li key={one.at + one.state} class="row spread">
            <span class="data-said">
              <b>{georgianInstant(one.at)}</b> {t(`data_state_${one.state}`)}
              {isCalledOff(one, consent.events) ? <span class="soft"> · {t("data_event_called_off")}</span> : null}
              {one.note === null ? null : <span class="soft"> · {inWords(one.note, language)}</span>}
            </span>
            {one === last && isOwnEvent(consent, one) ? (
              <Button kind="plain" label={`${t("data_event_remove")}: ${name}`} onClick={() => setAsked(!asked)}>
                {t("data_event_remove")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {asked ? <Removing question={t("data_event_remove_sure", { EVENT: name })} yes={t("data_event_remove_yes")} onYes={remove} onNo={() => setAsked(false)} /> : null}
    </>
  );
}
