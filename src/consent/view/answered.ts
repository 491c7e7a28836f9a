// Whether an organisation has said what it holds: "no answer" is not "nothing".
import { type Day, dayFromIso } from "../calendar/day.ts";
import type { RequestKind } from "../law/requestKind.ts";
import type { TrackedRequest } from "./overview.ts";
import { owes } from "./reminders.ts";

/** Kinds that ask what is held. */
const asking: readonly RequestKind[] = ["existence", "access", "whereWho"];

export interface Answered {
  readonly kind: "answered" | "silent";
  /** The day of the answer, or the one on which it was asked. */
  readonly on: Day;
  /** The day of the question; null: an answer to one that nobody noted as sent. */
  readonly askedOn: Day | null;
}

/** @param tracked the requests to one organisation @returns null: it was not asked, or has time left */
export function answeredBy(tracked: readonly TrackedRequest[]): Answered | null {
  let found: Answered | null = null;
  for (const { request, situation } of tracked) {
    if (!asking.includes(request.kind)) continue;
    const answer = request.events.findLast(({ type }) => type === "satisfied" || type === "partly");
    const sent = request.events.findLast(({ type }) => type === "sent");
    const askedOn = dayFromIso(sent?.on ?? "");
    const on = answer ? dayFromIso(answer.on) : askedOn;
    // While an answer is owed the clock says it; afterwards the record: a complaint does not undo it, and who refused has said something.
    const silent = owes(situation) ? situation.overdue : request.events.some(({ type }) => type === "silent") && !request.events.some(({ type }) => type === "refused");
    if (on === null || (!answer && !silent)) continue;
    if (found === null || on > found.on) found = { kind: answer ? "answered" : "silent", on, askedOn };
  }
  return found;
}
