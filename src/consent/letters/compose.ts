import { type Day, dayFromIso } from "../calendar/day.ts";
import type { WorkCalendar } from "../calendar/workCalendar.ts";
import { administrativeComplaintRules, statutes } from "../data/statutes.ts";
import { supervisorOn } from "../law/addressee.ts";
import { applicableRules, type Deadline, deadlines } from "../law/deadline.ts";
import { rulesInForce } from "../policy/ownRules.ts";
import { situationOf } from "../request/situation.ts";
import type { RequestEvent, SentLetter } from "../request/event.ts";
import type { LetterText } from "../request/request.ts";
import { type Letter, type LetterInput, letterText, writeLetter } from "./letter.ts";
import { letterKind } from "./letterKind.ts";
import { unsigned } from "./signature.ts";

export type Composed = Omit<LetterInput, "today" | "deadlines" | "supervisor" | "review">;

/** A letter with the days, limits and addressees that hold on a day. */
export function compose(of: Composed, calendar: WorkCalendar, today: Day): Letter {
  const clock = { asker: of.request.asker, filedOn: today, receivedOn: today, answeredOn: null, refusedOn: null, deferrals: [] };
  const kind = letterKind({ ...of.request, complainTo: of.complainTo ?? of.request.complainTo }, of.followUp?.kind ?? null, of.follows);
  const rules = kind === "decisionComplaint" || kind === "administrativeComplaint" ? [administrativeComplaintRules] : applicableRules(today, statutes, []);
  const review = deadlines({ ...clock, kind: "complaint" }, rules, calendar)[0] ?? null;
  return writeLetter({ ...of, today, deadlines: termsOf(of, calendar, today), supervisor: supervisorOn(today), review });
}

/**
 * The terms that a letter may name. Those that would run if it were received today are a first letter's alone: what follows
 * one grants nobody a new term, and where no receipt is known, it names no last day.
 */
function termsOf({ request, organisation, followUp }: Composed, calendar: WorkCalendar, today: Day): readonly Deadline[] {
  const policies = rulesInForce(organisation);
  const { receiptKnown, deadlines: known } = situationOf(request, { statutes, policies, calendar }, today);
  if (receiptKnown) return known;
  if (followUp !== null) return [];
  return deadlines({ kind: request.kind, asker: request.asker, filedOn: today, receivedOn: today, answeredOn: null, refusedOn: null, deferrals: [] }, applicableRules(today, statutes, policies), calendar);
}

/** A letter as it left on that day: as the person had left its text, else as it was written then. */
export function copyOn(of: Composed, kept: LetterText | null, calendar: WorkCalendar, day: Day): SentLetter {
  const language = kept?.language ?? of.language;
  const followUp = of.followUp && { ...of.followUp, overdue: situationOf(of.request, { statutes, policies: rulesInForce(of.organisation), calendar }, day).overdue };
  const letter = compose({ ...of, language, followUp }, calendar, day);
  return { language, title: letter.title, text: kept?.text ?? letterText(letter), file: null };
}

/**
 * A later letter as it left. What left on another day than it is entered, and was neither edited nor printed nor signed here, was that
 * day's letter: its date, and who had the office then. Edited after it was signed, it leaves unsigned, and must not say otherwise.
 * @param shown as it stands on the page, with its signed file, if that is of this very text
 * @param kept as far as somebody has written it; a text that was printed or mailed is kept
 */
export function leftOn(of: Composed, shown: SentLetter, kept: LetterText | null, calendar: WorkCalendar, { day, today }: { readonly day: Day; readonly today: Day }): SentLetter {
  if (shown.file) return shown;
  const left = day === today || (kept?.text ?? null) !== null ? shown : copyOn({ ...of, language: shown.language }, null, calendar, day);
  return { ...left, text: unsigned(left.text, left.language) };
}

/**
 * The request's own letter as it was sent last; null: it never was. `rebuilt`: the record is of before texts were kept with what
 * happened, so it is written as of the day of sending.
 */
export function sentLetter(of: Omit<Composed, "language" | "followUp">, calendar: WorkCalendar): { readonly copy: SentLetter; readonly sent: RequestEvent; readonly rebuilt: boolean } | null {
  const { request } = of;
  const at = request.events.findLastIndex(({ type }) => type === "sent");
  const sent = request.events[at];
  if (sent?.type !== "sent") return null;
  if (sent.copy) return { copy: sent.copy, sent, rebuilt: false };
  const before = { ...of, language: "ka" as const, followUp: null, request: { ...request, events: request.events.slice(0, at) } };
  return { copy: copyOn(before, request.letter, calendar, dayFromIso(sent.on) ?? 0), sent, rebuilt: true };
}
