import type { CalendarEntry } from "../ics.ts";
import type { DataRequest } from "../request/request.ts";
import { limitText } from "../letters/letter.ts";
import type { TrackedRequest } from "./overview.ts";

/**
 * Each deadline of every request for the person's calendar. The UID names request, rule and stage, so it stays when the day
 * moves; SEQUENCE grows with the request's events, since only they move days. A closed request's entries are taken out.
 */
export function calendarEntries(tracked: readonly TrackedRequest[], language: "ka" | "en", name: (request: DataRequest) => string): readonly CalendarEntry[] {
  return tracked.flatMap(({ request, situation }) =>
    situation.deadlines.map((one) => ({
      uid: `${request.id}-${one.ruleSetId}-${one.stage}-${one.unit}`,
      sequence: request.events.length,
      day: one.day,
      summary: name(request),
      description: `${request.reference}\n${limitText(language, one)}\n${one.title[language]}, ${one.source.article}`,
      cancelled: situation.phase === "closed" || situation.phase === "satisfied" || !one.holds,
    })),
  );
}
