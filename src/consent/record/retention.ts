// The retention watch (lines 78 and 122): data may be kept no longer than the purpose needs, and never longer than the
// consent says. When either is over, the person is reminded to ask for destruction, with the letter for it.
import { type Day, dayFromIso } from "../calendar/day.ts";
import { consentState, endedOn, type Granted, isValid } from "./consentState.ts";
import { endOfDuration } from "./duration.ts";
import type { Consent, Holding, Lasting, Retention } from "./record.ts";
import { countsFromEvent } from "./retentionStart.ts";

export type RetentionReason = "retentionOver" | "purposeReached" | "consentEnded" | "noTermStated";

export interface RetentionAlert {
  readonly holdingId: string;
  readonly reason: RetentionReason;
  /** The first day on which destruction can be asked for; null: no day, only that no term is stated. */
  readonly since: Day | null;
}

/** As much of a holding as the watch looks at. */
type Watched = Pick<Holding, "id" | "basis" | "purposeEndedOn" | "retention" | "since"> & Lasting;

/** The last day of keeping that the record states; null if none, or if it counts from an event whose day nobody has said. */
export function retentionEnd(holding: Pick<Holding, "purposeEndedOn" | "retention" | "since">): Day | null {
  const { until, duration, text } = holding.retention;
  if (until !== null) return dayFromIso(until);
  if (duration === null) return null;
  const from = countsFromEvent(text) ? holding.purposeEndedOn : holding.since;
  const start = from === null ? null : dayFromIso(from);
  return start === null ? null : endOfDuration(start, duration);
}

/** Whether anything is said of how long it is kept, though perhaps no day can be told from it. */
export function isStated({ until, duration, text }: Retention): boolean {
  return until !== null || duration !== null || text !== null;
}

/** Where consent alone carries the processing, its end ends the right to keep. So it does where a consent is the only ground that anybody knows of. */
export const mayRestOnConsent = ({ basis }: Pick<Holding, "basis">): boolean => basis === "consent" || basis === "unknown";

/** Every holding that has outlived its purpose, its consent or its term by `today`, and those with no term at all. */
export function retentionAlerts(holdings: readonly Holding[], consents: readonly Consent[], today: Day): readonly RetentionAlert[] {
  const byHolding = new Map<string | null, Consent[]>();
  for (const consent of consents) byHolding.set(consent.holdingId, [...(byHolding.get(consent.holdingId) ?? []), consent]);
  return holdings.flatMap((holding) => alertsOf(holding, byHolding.get(holding.id) ?? [], today));
}

/** @param end what `retentionEnd` says of it */
export function alertsOf(holding: Watched, consents: readonly Granted[], today: Day, end: Day | null = retentionEnd(holding)): readonly RetentionAlert[] {
  // What was destroyed or depersonalised keeps nobody any more.
  if (holding.handling?.ended) return [];
  const alerts: RetentionAlert[] = [];
  const add = (reason: RetentionReason, since: Day | null): void => void alerts.push({ holdingId: holding.id, reason, since });
  if (end !== null && today > end) add("retentionOver", end + 1);
  const reached = holding.purposeEndedOn === null ? null : dayFromIso(holding.purposeEndedOn);
  if (reached !== null && today >= reached) add("purposeReached", reached);
  if (mayRestOnConsent(holding) && consents.length > 0 && !consents.some((one) => isValid(consentState(one, today)))) {
    const ends = consents.flatMap((one) => endedOn(one, today) ?? []);
    if (ends.length > 0) add("consentEnded", Math.max(...ends));
  }
  if (end === null && alerts.length === 0 && !isStated(holding.retention)) add("noTermStated", null);
  return alerts;
}
