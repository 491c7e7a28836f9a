// What was recorded by mistake is taken back, and put back: a wrong day or a slip of the hand is no history.
import { copyOf, type RequestEvent } from "../request/event.ts";
import { followUpOf } from "../request/followUp.ts";
import { append, type Appended, place, withAgain, without } from "../request/phase.ts";
import type { DataRequest } from "../request/request.ts";
import { unsigned } from "./signature.ts";

/**
 * Without that event. What was written is not lost with the record of its sending: it is a draft again, and no draft says
 * that it is signed with the card.
 * @returns null: it is not there, or something may rest on it
 */
export function takenBack(request: DataRequest, event: RequestEvent): DataRequest | null {
  const events = without(request.events, event);
  if (events === null) return null;
  const { letter, followUps } = request;
  const draft = draftOf(event);
  const own = event.type === "signed" && letter !== null && letter.text !== null ? { ...letter, text: unsigned(letter.text, letter.language) } : letter;
  return { ...request, events, letter: own, followUps: draft ? [...followUps.filter(({ kind }) => kind !== draft.kind), draft] : followUps };
}

/**
 * As it was before that; a draft that was written on since is kept.
 * @param before the id of the event that it stood before; null: it was the last
 * @returns why not, where other things have happened since
 */
export function putBack(request: DataRequest, event: RequestEvent, before: string | null): DataRequest | Extract<Appended, { readonly refused: unknown }> {
  const added = before === null ? append(request.events, event) : putBefore(request.events, event, before);
  if ("refused" in added) return added;
  const draft = draftOf(event);
  return { ...request, events: added.events, followUps: request.followUps.filter(({ kind, text }) => kind !== draft?.kind || (text !== null && text !== draft.text)) };
}

/** Where that one is gone by now, its day says where it belongs. */
function putBefore(events: readonly RequestEvent[], event: RequestEvent, before: string): Appended {
  const again = withAgain(events, event, before);
  return again ? { events: again } : place(events, event);
}

function draftOf(event: RequestEvent): DataRequest["followUps"][number] | null {
  const [copy, kind] = [copyOf(event), followUpOf(event)];
  return copy && kind ? { kind, language: copy.language, text: unsigned(copy.text, copy.language), madeFrom: null } : null;
}
