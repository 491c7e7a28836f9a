import type { Day } from "../calendar/day.ts";
import type { Deadline } from "../law/deadline.ts";
import { waiting } from "../request/phase.ts";
import type { TrackedRequest } from "./overview.ts";
import type { Row } from "./rows.ts";

export interface DueDay {
  /** 128 bits, hexadecimal: a record's UUID without its hyphens. Who reads it without the vault learns nothing. */
  readonly reminderId: string;
  readonly day: Day;
}

/**
 * The days on which the person should look, one for each record: a request's next day that holds (the day itself, then the
 * day from which a complaint is lawful; before its receipt is known, the day to ask for it; after a refusal that can be complained of for a while only, a week before that ends), and the day after the last on which something may be kept.
 */
export function dueDays(tracked: readonly TrackedRequest[], rows: readonly Row[], today: Day): readonly DueDay[] {
  const requests = tracked.flatMap(({ request, situation }) => {
    const act = actDay(situation, today);
    // The rest of a part may be owed for long: once a complaint about it is running out, that is what to look at.
    const day = act !== null && act <= today ? act : (owedDay(situation, today) ?? act);
    return day === null ? [] : [{ reminderId: nameOf(request.id), day }];
  });
  const ends = rows.flatMap(({ id, until, ends: end }) => (until === null || end === "over" ? [] : [{ reminderId: nameOf(id), day: until + 1 }]));
  return [...requests, ...ends];
}

/** The day on which to look after a request or a complaint about it, or to ask whether it has arrived; null: nothing is owed by a day that is known. */
export function owedDay(situation: TrackedRequest["situation"], today: Day): Day | null {
  const { phase, remindOn, complainFrom, decideBy, askReceiptOn, askAnswerOn, deadlines } = situation;
  // What an authority owes: by its day it is asked, or a court.
  if (decideBy !== null) return decideBy.day;
  // After a refusal only its written explanation is owed; once that day is behind, the refusal is complained of as it is.
  if (phase === "refused") return deadlines.find((one) => isAwaited(one, situation) && one.day >= today)?.day ?? null;
  if (!owes(situation)) return null;
  // No term runs that anybody knows of: what is owed first is to hear that it has arrived.
  if (askReceiptOn !== null) return askReceiptOn;
  const days = [remindOn, complainFrom].filter((day) => day !== null);
  // The next one that is not behind; once all are, the last: the badge stays until the person acts.
  return days.find((one) => one >= today) ?? days.at(-1) ?? askAnswerOn;
}

/** A letter wants its time. */
const week = 7;

/** The day from which to hurry with a complaint; null: there is none to make, or it is too late for it. */
function actDay({ fileBy }: Pick<TrackedRequest["situation"], "fileBy">, today: Day): Day | null {
  return fileBy === null || fileBy < today ? null : fileBy - week;
}

/** The last day of an answer that is owed; null: none is owed any more, or no day is known. */
export function lastDay(situation: Owing & Pick<TrackedRequest["situation"], "remindOn">): Day | null {
  return owes(situation) ? situation.remindOn : null;
}

type Owing = Pick<TrackedRequest["situation"], "phase" | "restOwed">;

/** The organisation owes an answer, or the rest of it: what an authority owes is `decideBy`, and what a court takes has no day that is known. */
export function owes({ phase, restOwed }: Owing): boolean {
  return restOwed || phase === "sent" || waiting.includes(phase);
}

/** After a refusal its written explanation is still owed, and nothing else. */
export function isAwaited({ stage }: Pick<Deadline, "stage">, situation: Owing): boolean {
  return stage === "explanation" ? situation.phase === "refused" : owes(situation);
}

/** A record's reminder is named by its id without the hyphens. */
export const nameOf = (id: string): string => id.replaceAll("-", "");

/** Names and days of a list as one text: equal lists, equal texts. For telling whether anything has to be stored. */
export function listed(days: readonly DueDay[]): string {
  return days.map(({ reminderId, day }) => `${reminderId} ${day}`).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join("\n");
}
