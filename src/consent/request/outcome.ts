// What a request that arrived or was answered means for the record: a consent that is taken back, data that are gone. It is
// proposed to the person, who has seen the answer and may say no.
import { type Day, dayFromIso, isoOf, startInTbilisi } from "../calendar/day.ts";
import { consentState, givenOn, isValid, lastBy, withEvent } from "../record/consentState.ts";
import { sameWords } from "../record/ownWords.ts";
import { type Consent, type Holding, unknownHandling } from "../record/record.ts";
import { answerTypes, type EventType, type RequestEvent } from "./event.ts";
import type { DataRequest } from "./request.ts";
import { firstSinceSent, receiptOf } from "./sinceSent.ts";

/** The records as they would be, and the event that makes them so. `dropped`: some of what is held is gone, `names`. */
export type RequestOutcome = { readonly eventId: string } & (
  | { readonly kind: "withdrawn"; readonly changed: readonly Consent[] }
  | { readonly kind: "ended"; readonly changed: readonly Holding[] }
  | { readonly kind: "dropped"; readonly changed: readonly Holding[]; readonly names: readonly string[] }
);

/**
 * @param holdings those of the organisation asked
 * @param consents those given to it
 * @returns null: nothing follows, it is on record already, the person said no, or nobody can tell which record is meant
 */
export function outcomeOf(request: DataRequest, holdings: readonly Holding[], consents: readonly Consent[], today: Day): RequestOutcome | null {
  if (request.asker !== "self") return null;
  const found = request.kind === "withdraw" ? withdrawn(request, consents, today) : request.kind === "erase" ? erased(request, holdings) : null;
  return found?.eventId === request.declined ? null : found;
}

/** What shows that the letter has arrived: its receipt, else the first word about it since it was sent. Nobody answers what has not come. */
function arrivalOf(events: readonly RequestEvent[]): RequestEvent | undefined {
  return receiptOf(events) ?? firstSinceSent(events, answerTypes);
}

/** A consent ends once its withdrawal has arrived, whatever is answered. */
function withdrawn({ holdingId, asked, events }: DataRequest, consents: readonly Consent[], today: Day): RequestOutcome | null {
  const event = arrivalOf(events);
  const day = dayFromIso(event?.on ?? "");
  if (!event || day === null) return null;
  const lasting = consents.filter((one) => isValid(consentState(one, today)) && (givenOn(one.events, today) ?? day) <= day);
  const there = lasting.filter((one) => holdingId === null || one.holdingId === holdingId);
  // A letter that names no consent takes all of them back; one that names one takes that one.
  const named = asked.consent === null ? there : there.filter(({ purpose }) => same(purpose, asked.consent));
  // In other words than the record's, it means the only one there is, unless the one of that name is on record and has ended.
  const isKnown = consents.some(({ purpose }) => same(purpose, asked.consent));
  const meant = named.length === 0 && there.length === 1 && !isKnown ? there : named;
  if (meant.length === 0) return null;
  return { kind: "withdrawn", eventId: event.id, changed: meant.map((one) => ({ ...one, events: withEvent(one.events, { state: "withdrawn", at: atLeast(lastBy(one.events, day)?.at, day), note: null, enteredAt: null }) })) };
}

/** What says that the person does not believe it, or that the organisation takes it back or is not done yet. */
const doubts: readonly EventType[] = ["contested", "partly", "promised", "deferred", "refused", "complained", "sued"];

/** An erasure is over when the organisation says it is done, and only for what it was asked to erase. */
function erased({ holdingId, asked, events }: DataRequest, holdings: readonly Holding[]): RequestOutcome | null {
  const event = events.findLast((one): one is RequestEvent => one.type === "satisfied" || doubts.includes(one.type));
  const day = event?.type === "satisfied" ? dayFromIso(event.on) : null;
  const holding = holdings.find((one) => (holdingId === null ? holdings.length === 1 : one.id === holdingId));
  if (!event || day === null || !holding || holding.handling?.ended) return null;
  const gone = holding.data.filter(({ name }) => asked.data.some((one) => same(one, name)));
  if (asked.data.length > 0 && gone.length < holding.data.length) {
    return gone.length === 0 ? null : { kind: "dropped", eventId: event.id, names: gone.map(({ name }) => name), changed: [{ ...holding, data: holding.data.filter((one) => !gone.includes(one)) }] };
  }
  // Some data were named, and the record does not say which it has: it may have more.
  if (asked.data.length > 0 && holding.data.length === 0) return null;
  return { kind: "ended", eventId: event.id, changed: [{ ...holding, handling: { ...(holding.handling ?? unknownHandling), ended: { how: "destroyed", on: isoOf(day) } } }] };
}

const same = (one: string, other: string | null): boolean => other !== null && sameWords(one, other);

/** The beginning of that day, or the last event's instant where that came later on the same day. */
export function atLeast(last: string | undefined, day: Day): string {
  return new Date(Math.max(startInTbilisi(day), last === undefined ? 0 : Date.parse(last))).toISOString();
}
