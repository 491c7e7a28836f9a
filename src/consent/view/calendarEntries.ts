import type { CalendarEntry } from "../ics.ts";
import type { Deadline } from "../law/deadline.ts";
import { inWords } from "../record/ownWords.ts";
import type { DataRequest } from "../request/request.ts";
import { limitSource, limitText } from "../letters/limitWords.ts";
import type { TrackedRequest } from "./overview.ts";
import { isAwaited } from "./reminders.ts";
import type { Row } from "./rows.ts";

/** What entries are called in the person's calendar. */
export interface EntryNames {
  readonly request: (request: DataRequest) => string;
  readonly keeping: (row: Row) => string;
  /** To ask whether it has arrived. */
  readonly receipt: (request: DataRequest) => string;
  /** To look whether an answer has come. */
  readonly look: (request: DataRequest) => string;
  /** To complain of an answer, or of silence, before that can be done no more. */
  readonly filing: (request: DataRequest) => string;
  /** A complaint is to be decided. */
  readonly decision: (request: DataRequest) => string;
  /** Beside a limit that nobody has confirmed. */
  readonly unverified: string;
}

/**
 * Each deadline of every request, and of the complaint about it, for the person's calendar, the day to ask whether one has arrived or was answered, the last on which its answer can be complained of, and the day after the last on which something may be kept. The UID
 * names request, rule and stage, so it stays when the day moves. Where nothing is awaited any more, the entry is taken out; what
 * has no day any more, or is gone altogether, by what was given out before (see [Note: given out]).
 */
export function calendarEntries(tracked: readonly TrackedRequest[], rows: readonly Row[], language: "ka" | "en", names: EntryNames): readonly CalendarEntry[] {
  const sourceOf = (one: Deadline): string => `${limitSource(language, one)}${one.source.verifiedOn === null ? ` (${names.unverified})` : ""}`;
  const deadlines = tracked.flatMap(({ request, situation }) =>
    situation.deadlines.map((one) => ({
      uid: `${request.id}-${ruleName(one)}-${one.stage}-${one.unit}`,
      day: one.day,
      summary: names.request(request),
      description: `${request.reference}\n${limitText(language, one)}\n${sourceOf(one)}`,
      cancelled: !one.holds || !isAwaited(one, situation),
    })),
  );
  const receipts = tracked.flatMap(({ request, situation: { askReceiptOn } }) => (askReceiptOn === null ? [] : [{ uid: `${request.id}-receipt`, day: askReceiptOn, summary: names.receipt(request), description: request.reference, cancelled: false }]));
  const filings = tracked.flatMap(({ request, situation: { fileBy } }) => (fileBy === null ? [] : [{ uid: `${request.id}-filing`, day: fileBy, summary: names.filing(request), description: request.reference, cancelled: false }]));
  const decisions = tracked.flatMap(({ request, situation: { decideBy } }) => (decideBy === null ? [] : [{ uid: `${request.id}-decision`, day: decideBy.day, summary: names.decision(request), description: `${request.reference}\n${limitText(language, decideBy)}\n${sourceOf(decideBy)}`, cancelled: false }]));
  const looks = tracked.flatMap(({ request, situation: { askAnswerOn } }) => (askAnswerOn === null ? [] : [{ uid: `${request.id}-look`, day: askAnswerOn, summary: names.look(request), description: request.reference, cancelled: false }]));
  const ends = rows.flatMap((row) => (row.until === null ? [] : [{ uid: `${row.id}-keeping`, day: row.until + 1, summary: names.keeping(row), description: row.holding.purposes.map((one) => inWords(one, language)).join(", "), cancelled: false }]));
  return [...deadlines, ...receipts, ...looks, ...filings, ...decisions, ...ends];
}

/** Of an organisation's own rules their day: its name is nobody's business who sees what was taken out of a calendar. */
const ruleName = ({ ruleSetId }: Deadline): string => ruleSetId.replace(/^policy-.*-(?=\d{4}-\d\d-\d\d$)/su, "policy-");

