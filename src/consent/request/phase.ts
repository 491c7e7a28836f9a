// [Note: a request is its events] The list of events is all that is stored. It grows at its end (an answer that was found late goes
// to its place among the answers), and what can stand there last can be taken back: a wrong day or a slip of the hand is no history.
// The phase a request is in is worked out from them each time, so no phase can disagree with what happened, and an event that
// makes no sense where the request stands is refused with its reason instead of being dropped.
import { answerTypes, type EventType, type RequestEvent } from "./event.ts";
import { receiptOf, sendingOf } from "./sinceSent.ts";

export const phases = [
  "draft", "signed", "sent", "returned", "underway", "promised", "waitingForMe", "deferred", "partial", "satisfied", "refused", "silent", "complained",
  "decided", "inCourt", "judged", "closed",
] as const;
export type Phase = (typeof phases)[number];

/** Phases in which whoever was asked has the request and owes an answer. */
export const waiting: readonly Phase[] = ["underway", "promised", "deferred", "silent", "waitingForMe"];

type Moves = Partial<Record<EventType, Phase>>;

/** What an organisation may do at any time once the request is on its way, whether or not the receipt is proved. */
const answers: Moves = { promised: "promised", askedMore: "waitingForMe", deferred: "deferred", partly: "partial", satisfied: "satisfied", refused: "refused" };

/** `same` phase: the event is kept and changes nothing but the record. */
const open = (phase: Phase): Moves => ({ ...answers, received: phase, feeAsked: phase, reminded: phase, objected: phase, silent: "silent", complained: "complained", sued: "inCourt", closed: "closed" });

const moves: Record<Phase, Moves> = {
  draft: { signed: "signed", sent: "sent", closed: "closed" },
  signed: { sent: "sent", closed: "closed" },
  sent: { ...open("sent"), received: "underway", returned: "returned" },
  returned: { signed: "signed", sent: "sent", closed: "closed" },
  underway: open("underway"),
  promised: open("promised"),
  // The person may still complain: being asked for more does not take a right away.
  waitingForMe: { ...open("waitingForMe"), gaveMore: "underway" },
  deferred: open("deferred"),
  partial: { ...open("partial"), contested: "partial" },
  // It may send the rest of it, say that more will come, or take back what it said: a part is missing after all, or it refuses.
  satisfied: { ...answers, contested: "partial", feeAsked: "satisfied", objected: "satisfied", complained: "complained", sued: "inCourt", closed: "closed" },
  refused: { ...open("refused"), contested: "refused" },
  silent: open("silent"),
  // The organisation may answer while the authority looks into it: the answer is kept, the complaint goes on until the
  // person closes it or the authority decides.
  complained: { ...stay("complained"), decided: "decided", sued: "inCourt", closed: "closed" },
  decided: { ...stay("decided"), complained: "complained", sued: "inCourt", closed: "closed" },
  inCourt: { ...stay("inCourt"), decided: "inCourt", judged: "judged", closed: "closed" },
  judged: { ...stay("judged"), sued: "inCourt", closed: "closed" },
  closed: { reopened: "draft" },
};

function stay(phase: Phase): Moves {
  return { received: phase, promised: phase, askedMore: phase, gaveMore: phase, deferred: phase, partly: phase, satisfied: phase, refused: phase, feeAsked: phase, contested: phase, reminded: phase, objected: phase, silent: phase };
}

/** @returns the phase after `type`; null if that can't happen in `phase`. */
export function after(phase: Phase, type: EventType): Phase | null {
  return moves[phase][type] ?? null;
}

/** The events that can happen in `phase`. */
export function possible(phase: Phase): readonly EventType[] {
  // The keys of `moves` are event types by construction.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.keys(moves[phase]) as EventType[];
}

/** Whether these events can have happened one after the other. */
export function canHaveHappened(events: readonly Pick<RequestEvent, "type">[]): boolean {
  try {
    phaseOf(events);
    return true;
  } catch {
    return false;
  }
}

/**
 * The phase after all events. A closed request that is opened again goes back to where it stood before it was closed.
 * @throws if an event can't have happened where it stands: the stored list is broken
 */
export function phaseOf(events: readonly Pick<RequestEvent, "type">[]): Phase {
  let phase: Phase = "draft";
  let before: Phase = "draft";
  for (const { type } of events) {
    const next = after(phase, type);
    if (next === null) throw new Error(`${type} can't happen to a request that is ${phase}`);
    if (type === "closed") before = phase;
    phase = type === "reopened" ? before : next;
  }
  return phase;
}

/** Why an event is not recorded: it can't happen where the request stands; it lies before the sending; it is a receipt of a later day than an answer. */
export type Refusal = "notHere" | "beforeTheLast" | "afterTheAnswer";
export type Appended = { readonly events: readonly RequestEvent[] } | { readonly refused: Refusal };

/**
 * Adds an event at the end. Refused are events that can't happen in this phase, and events dated before the sending that they follow from.
 * A receipt may be found later than an answer came, but not have happened later.
 */
export function append(events: readonly RequestEvent[], event: RequestEvent): Appended {
  if (after(phaseOf(events), event.type) === null) return { refused: "notHere" };
  const from = boundOf(events, event.type);
  if (from && event.on < from.on) return { refused: "beforeTheLast" };
  const all = [...events, event];
  return event.type === "received" && receiptOf(all) === undefined ? { refused: "afterTheAnswer" } : { events: all };
}

/** Words by which something is still to come. */
const yetToCome: readonly EventType[] = ["promised", "deferred", "askedMore"];

/** The last sending; of a receipt the one that arrived; of an answer the first, since a letter that was believed to be lost may have come all the same. */
function boundOf(events: readonly RequestEvent[], type: EventType): RequestEvent | undefined {
  if (answerTypes.includes(type)) return events.find((one) => one.type === "sent");
  return type === "received" ? sendingOf(events) : events.findLast((one) => one.type === "sent");
}

/** What the person writes about an answer: it is about those before it alone. */
const replies: readonly EventType[] = ["gaveMore", "contested"];

/**
 * Adds an event: at the end, or, where it is an answer that came before one that is on record, or was written before it, in its place
 * before that. So the last word is the last, in whichever order somebody finds their papers, and a question that was answered is open no
 * more. Where it can't have happened there, it stands before the answer before that. Of one day, what says that more is to come stands
 * before what says that all is there: nobody promises what is done.
 */
export function place(events: readonly RequestEvent[], event: RequestEvent): Appended {
  const isLaterWord = (one: RequestEvent | undefined): boolean => one !== undefined && (answerTypes.includes(one.type) || (event.type === "askedMore" && one.type === "gaveMore"));
  const isPlaced = answerTypes.includes(event.type) || replies.includes(event.type);
  const isLater = (one: RequestEvent): boolean => one.on > event.on || (one.on === event.on && one.type === "satisfied" && yetToCome.includes(event.type));
  const latest = isPlaced ? events.findIndex((one) => isLaterWord(one) && isLater(one)) : -1;
  for (let at = latest; at >= 0; at -= 1) {
    const before = isLaterWord(events[at]) ? append(events.slice(0, at), event) : null;
    const placed = before && "events" in before ? [...before.events, ...events.slice(at)] : null;
    if (placed && canHaveHappened(placed)) return { events: placed };
  }
  return append(events, event);
}

/**
 * Without that event. It is the last, or an answer with another right behind it, as `place` leaves one that was found late: what
 * the person did about an answer rests on the nearest one before it, and never on that.
 * @returns null: it is not there, or something may rest on it
 */
export function without(events: readonly RequestEvent[], { id, type }: Pick<RequestEvent, "id" | "type">): readonly RequestEvent[] | null {
  const at = events.findLastIndex((one) => one.id === id);
  if (at < 0) return null;
  const rest = events.toSpliced(at, 1);
  const next = events[at + 1];
  return !next || (answerTypes.includes(type) && answerTypes.includes(next.type) && canHaveHappened(rest)) ? rest : null;
}

/** The id of the event that it stands before; null: it is the last. */
export function standsBefore(events: readonly RequestEvent[], { id }: Pick<RequestEvent, "id">): string | null {
  return events[events.findLastIndex((one) => one.id === id) + 1]?.id ?? null;
}

/** With one that was taken back, right before the one that it stood before. @returns null: that one is gone, or it can't have happened there any more */
export function withAgain(events: readonly RequestEvent[], event: RequestEvent, before: string): readonly RequestEvent[] | null {
  const at = events.findIndex(({ id }) => id === before);
  const all = at < 0 ? null : events.toSpliced(at, 0, event);
  return all && canHaveHappened(all) ? all : null;
}
