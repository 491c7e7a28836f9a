import { type Day, georgianDate } from "../../consent/calendar/day.ts";
import { beginsOn, consentState, decidedBy, lastDayOf } from "../../consent/record/consentState.ts";
import type { Consent } from "../../consent/record/record.ts";
import type { Texts } from "../../i18n/texts.tsx";

/** How a consent stands on that day: in a word, and from when and until when it counts. Empty: nothing is known of that. */
export function consentWords(consent: Consent, today: Day, { t }: Pick<Texts, "t">): { readonly state: string; readonly begins: string; readonly ends: string } {
  const [begins, ends] = [beginsOn(consent, today), lastDayOf(consent, today)];
  const isToCome = begins !== null && decidedBy(consent.events, today) === undefined;
  return {
    state: t(isToCome ? "data_consent_not_yet" : `data_state_${consentState(consent, today)}`),
    begins: begins === null ? "" : t("data_consent_begins", { DATE: georgianDate(begins) }),
    ends: ends === null ? "" : `${t("data_until")}: ${georgianDate(ends)}`,
  };
}
