import type { Day } from "../calendar/day.ts";
import { dayFromIso } from "../calendar/day.ts";
import { answerTypes, decidingTypes, openAnswerTypes, type RequestEvent } from "./event.ts";

/** What a complaint or a claim is about. */
export const grievances = ["silence", "refusal", "deferral", "incomplete", "fee"] as const;
export type Grievance = (typeof grievances)[number];

/**
 * What an authority or a court would be told: what the organisation did since the complaint, else what the complaint was about.
 * @param silentFrom the first day on which there is silence, with every deferral that holds counted in; null: nobody knows it
 */
export function grievanceOf(events: readonly RequestEvent[], silentFrom: Day | null, today: Day): Grievance {
  const at = events.findLastIndex(({ type }) => type === "complained");
  const complaint = events[at];
  if (complaint?.type !== "complained") return beganWith(events, silentFrom, today);
  const began = complaint.about ?? beganWith(events.slice(0, at), silentFrom, dayFromIso(complaint.on) ?? today);
  // One that was found after the complaint, and came before it, is none since. It says what there is to complain of only where that was that none had come.
  const after = began === "silence" || began === "deferral" ? events.slice(at + 1) : events.slice(at + 1).filter(({ on }) => on >= complaint.on);
  const about = answered(events, after) ?? began;
  // What was taken for silence was none: an answer had come in time, and was entered after the complaint.
  const inTime = about === "silence" && events.slice(at + 1).some(({ type }) => type === "satisfied") && lateAnswer(events, silentFrom) === null;
  return inTime ? "incomplete" : about;
}

/**
 * The day of the first answer after the time had passed or was said to have; null: there was none to this day.
 * @param silentFrom as above: by it, and not by what was entered before what, an answer is late
 */
export function lateAnswerOn(events: readonly RequestEvent[], silentFrom: Day | null): string | null {
  return lateAnswer(events, silentFrom)?.on ?? null;
}

/** The day of the last word from the organisation, before its late answer if there was one: "I have received no answer" is false after it; null: it kept silent. */
export function heardOn(events: readonly RequestEvent[], silentFrom: Day | null): string | null {
  const late = lateAnswer(events, silentFrom);
  const before = late ? events.slice(0, events.indexOf(late)) : events;
  return before.findLast(({ type }) => openAnswerTypes.includes(type))?.on ?? null;
}

/** The day of its last word, whatever it was: a reminder does not say that none came. */
export function lastWordOn(events: readonly RequestEvent[]): string | null {
  return events.findLast(({ type }) => answerTypes.includes(type))?.on ?? null;
}

/**
 * Where a day is known, it alone says what is late: neither silence that was recorded too early, before a day off was entered, nor a
 * complaint that was entered before an answer makes a timely one late. Where none is, what came since one of them is.
 */
function lateAnswer(events: readonly RequestEvent[], silentFrom: Day | null): RequestEvent | null {
  if (silentFrom !== null) return firstLate(events, silentFrom) ?? null;
  const silent = events.findLastIndex(({ type }) => type === "silent");
  const since = silent < 0 ? events.findLastIndex(({ type }) => type === "complained") : silent;
  const from = dayFromIso(events[since]?.on ?? "") ?? 0;
  return since < 0 ? null : (events.slice(since + 1).find(({ type, on }) => decidingTypes.includes(type) && (dayFromIso(on) ?? 0) >= from) ?? null);
}

/** Whoever decided in time is not late, whatever followed; who sent a part in time is late with the rest. */
function firstLate(events: readonly RequestEvent[], silentFrom: Day): RequestEvent | undefined {
  for (const one of events) {
    if (!decidingTypes.includes(one.type)) continue;
    if ((dayFromIso(one.on) ?? 0) >= silentFrom) return one;
    if (one.type !== "partly" || one.isAll === true) return undefined;
  }
  return undefined;
}

/** What a person complained of on that day, in a record that does not say so. */
function beganWith(events: readonly RequestEvent[], silentFrom: Day | null, on: Day): Grievance {
  const last = events.findLast(({ type }) => decidingTypes.includes(type) || type === "contested" || type === "deferred" || type === "silent")?.type;
  // A deferral whose own day has passed is no longer what is wrong.
  if (last === "deferred") return silentFrom !== null && on >= silentFrom ? "silence" : "deferral";
  // All is there, but late; or it was never said to be late, and it is not all.
  if (last === "satisfied") return events.some(({ type }) => type === "silent") && lateAnswer(events, silentFrom) ? "silence" : "incomplete";
  return answered(events, events) ?? "silence";
}

/** What the last answer among these leaves to complain of. An objection is about the answer before it. */
function answered(events: readonly RequestEvent[], among: readonly RequestEvent[]): Grievance | null {
  const last = among.findLast(({ type }) => decidingTypes.includes(type) || type === "contested" || type === "silent")?.type;
  if (last === "refused") return "refusal";
  if (last === "contested") return events.findLast(({ type }) => decidingTypes.includes(type))?.type === "refused" ? "refusal" : "incomplete";
  return last === "partly" ? "incomplete" : null;
}
