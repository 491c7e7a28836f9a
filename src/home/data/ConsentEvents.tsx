import { useState } from "preact/hooks";
import type { Consent } from "../../consent/record/record.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { dateOfEvent, isOwnEvent } from "./consentEvents.ts";
import { Removing } from "./Removing.tsx";

interface ConsentEventsProps {
  readonly consent: Consent;
  readonly onChange: (events: Consent["events"]) => void;
}

/** What has become of a consent, oldest first. The last can be taken back if the person entered it: a slip of the hand is no history. */
export function ConsentEvents({ consent, onChange }: ConsentEventsProps) {
  const { t } = useTexts();
  const [asked, setAsked] = useState(false);
  const last = consent.events.at(-1);
  if (!last) return null;
  const name = `${dateOfEvent(last)} ${t(`data_state_${last.state}`)}`;
  const remove = (): void => {
    setAsked(false);
    onChange(consent.events.slice(0, -1));
  };
  return (
    <>
      <ul class="plain-list" aria-label={t("data_happened")}>
        {consent.events.map((one) => (
          <li key={one.at + one.state} class="row spread">
            <span>
              <b>{dateOfEvent(one)}</b> {t(`data_state_${one.state}`)}
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
