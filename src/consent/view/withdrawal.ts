// A consent for whose withdrawal a request is there: until the organisation has it, the consent's own record says "given".
import { type Day, dayFromIso } from "../calendar/day.ts";
import { givenOn } from "../record/consentState.ts";
import { sameWords } from "../record/ownWords.ts";
import type { Consent } from "../record/record.ts";
import { type Asking, lastSent, sentOn } from "./lastSent.ts";
import type { TrackedRequest } from "./overview.ts";

/** @returns the last request sent that takes this consent back and is not closed, else one that is begun; null: there is none, or the consent was given anew since */
export function withdrawalOf(consent: Consent, tracked: readonly TrackedRequest[], today: Day): Asking | null {
  const given = givenOn(consent.events, today) ?? -Infinity;
  return lastSent(tracked.filter(({ request, situation }) => {
    const { kind, asker, organisationId, holdingId, asked } = request;
    if (kind !== "withdraw" || asker !== "self" || organisationId !== consent.organisationId || situation.phase === "closed") return false;
    if (holdingId !== null && holdingId !== consent.holdingId) return false;
    if (asked.consent !== null && !sameWords(asked.consent, consent.purpose)) return false;
    const sent = sentOn(request.events);
    return sent === null || (dayFromIso(sent) ?? 0) >= given;
  }));
}
