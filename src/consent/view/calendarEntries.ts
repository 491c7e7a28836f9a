import { type Day, dayInTbilisi } from "../calendar/day.ts";
import type { CalendarEntry } from "../ics.ts";
import type { Deadline } from "../law/deadline.ts";
import { retentionEnd } from "../record/retention.ts";
import type { Phase } from "../request/phase.ts";
import type { DataRequest } from "../request/request.ts";
import { limitText } from "../letters/values.ts";
import type { Ledger } from "./ledger.ts";
import type { TrackedRequest } from "./overview.ts";
import { owes } from "./reminders.ts";
import type { Row } from "./rows.ts";

/** The whole records of the rows. */
type Kept = Pick<Ledger, "holdings" | "consentsOf">;

/** What entries are called in the person's calendar. */
export interface EntryNames {
  readonly request: (request: DataRequest) => string;
  readonly keeping: (row: Row) => string;
}

/**
 * Each deadline of every request for the person's calendar, and the day after the last on which something may be kept. The UID
 * names request, rule and stage, so it stays when the day moves. Where nothing is awaited any more, or nothing is kept, or
 * no end is known any more, the entry is taken out. What was removed from the record is not: nobody knows its name any more.
 */
export function calendarEntries(tracked: readonly TrackedRequest[], rows: readonly Row[], kept: Kept, language: "ka" | "en", names: EntryNames): readonly CalendarEntry[] {
  const deadlines = tracked.flatMap(({ request, situation }) =>
    situation.deadlines.map((one) => ({
      uid: `${request.id}-${one.ruleSetId}-${one.stage}-${one.unit}`,
      day: one.day,
      summary: names.request(request),
      description: `${request.reference}\n${limitText(language, one)}\n${one.title[language]}, ${one.source.article}`,
      cancelled: !one.holds || !isAwaited(one, situation.phase),
    })),
  );
  const changed = new Set(kept.holdings.filter((one) => [one, ...kept.consentsOf(one.id)].some(({ createdAt, updatedAt }) => createdAt !== updatedAt)).map(({ id }) => id));
  const ends = rows.flatMap((row) => {
    // A record that nobody has changed never had another day than it has.
    const day = row.until ?? (changed.has(row.id) ? dayItHad(row) : null);
    return day === null ? [] : [{ uid: `${row.id}-keeping`, day: day + 1, summary: names.keeping(row), description: row.holding.purposes.join(", "), cancelled: row.until === null }];
  });
  return [...deadlines, ...ends];
}

/** After a refusal its written explanation is still owed, and nothing else. */
function isAwaited({ stage }: Deadline, phase: Phase): boolean {
  return stage === "explanation" ? phase === "refused" : owes(phase);
}

/** For what may lie in the person's calendar and is no longer so: some day, an entry can't be without. */
function dayItHad({ holding }: Row): Day {
  return retentionEnd(holding) ?? dayInTbilisi(Date.parse(holding.updatedAt));
}
