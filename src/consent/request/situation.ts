// Where a request stands today: its phase, its deadlines, what is wrong with the notices that came, and what can lawfully
// be done next. There is always something that can be done.
import { type Day, dayFromIso } from "../calendar/day.ts";
import { addWorkingDays, type WorkCalendar } from "../calendar/workCalendar.ts";
import { applicableRules, type Clock, complaintDay, type Deadline, deadlines, reminderDay } from "../law/deadline.ts";
import { complaintRules, decisionDue } from "./decision.ts";
import { filingDay } from "./filing.ts";
import type { RuleSet } from "../law/ruleSet.ts";
import { isOwn, ordinaryKinds } from "../law/requestKind.ts";
import { answerTypes, type Channel, decidingTypes, type EventType, openAnswerTypes, type Outcome, type RequestEvent } from "./event.ts";
import { type Grievance, grievanceOf } from "./grievance.ts";
import { type NextStep, nextSteps } from "./nextStep.ts";
import { checkDeferral, checkRefusal, type NoticeCheck } from "./notice.ts";
import { type Phase, phaseOf, waiting } from "./phase.ts";
import type { DataRequest } from "./request.ts";
import { firstSinceSent, receiptOf, sendingOf } from "./sinceSent.ts";

export interface Law {
  readonly statutes: readonly RuleSet[];
  /** The policies of the organisation asked. */
  readonly policies: readonly RuleSet[];
  readonly calendar: WorkCalendar;
}

export interface Situation {
  readonly phase: Phase;
  /** Day zero: as entered or proved, else the day by which it had come, since something was answered then; null: nobody knows. */
  readonly receivedOn: Day | null;
  /** Somebody said when it was received. */
  readonly receiptKnown: boolean;
  readonly deadlines: readonly Deadline[];
  /** The day that the reminder names, and the first day on which silence can be complained of. */
  readonly remindOn: Day | null;
  readonly complainFrom: Day | null;
  /** The last day on which an answer can be complained of; null: none is known. */
  readonly fileBy: Day | null;
  /** What came of the complaint; null: nothing yet. */
  readonly decision: Outcome | null;
  /** By when the complaint that followed the request is to be decided; null: none is being considered, or no time is known. */
  readonly decideBy: Deadline | null;
  /** Sent, and nobody knows whether it has arrived: the day on which to ask; null: it is known, or nothing is on its way. */
  readonly askReceiptOn: Day | null;
  /** It was asked whether it has arrived: the first day on which silence can be complained of though nobody ever says so; null: it was not, or it is known. */
  readonly unprovedFrom: Day | null;
  /** An answer is owed, and nobody knows by when: the day on which to look whether it came, and to ask once more; null: a day is known, or nothing is owed. */
  readonly askAnswerOn: Day | null;
  /** The organisation has let its statutory (or, where there is none, its own) last day pass without a final answer. */
  readonly overdue: boolean;
  /** Something was promised earlier than the statute demands, and that day has passed. */
  readonly late: boolean;
  readonly deferralCheck: NoticeCheck | null;
  readonly refusalCheck: NoticeCheck | null;
  /** Line 133: a fee was asked for the person's own data. */
  readonly feeProblem: boolean;
  /** What an authority or a court would be told. */
  readonly grievance: Grievance;
  /** A part has come, and the organisation has not said that it is all: the time for the request is the time for the rest. */
  readonly restOwed: boolean;
  readonly steps: readonly NextStep[];
}

export function situationOf(request: DataRequest, law: Law, today: Day): Situation {
  const { events, kind, asker } = request;
  const phase = standsAt(events);
  const receipt = receiptOf(events);
  const receivedOn = receipt ? day(receipt.on) : provedBy(events);
  const all = receivedOn === null ? [] : deadlines(clockOf(request, receivedOn), rulesFor(request, receivedOn, law), law.calendar);
  const remindOn = reminderDay(all);
  const complainFrom = complaintDay(all);
  const restOwed = phase === "partial" && isRestOwed(request);
  const owes = waiting.includes(phase) || restOwed;
  // Silence on record is believed where no day is known; a day off that was entered since has moved the last day, and with it the silence.
  const overdue = owes && (complainFrom === null ? phase === "silent" : today >= complainFrom);
  const late = owes && remindOn !== null && today > remindOn;
  const deferral = events.findLast((one) => one.type === "deferred");
  const refusal = events.findLast((one) => one.type === "refused");
  const feeProblem = isOwn(asker) && kind !== "complaint" && kind !== "claim" && kind !== "publicInformation" && events.some((one) => one.type === "feeAsked");
  const situation = {
    phase,
    receivedOn,
    receiptKnown: receipt !== undefined,
    deadlines: all,
    remindOn,
    complainFrom,
    fileBy: filingDay(request, phase, overdue && remindOn !== null ? remindOn + 1 : null),
    decision: phase === "decided" ? (events.findLast((one) => one.type === "decided")?.outcome ?? null) : null,
    decideBy: decisionDue(request, phase, law.statutes, law.calendar),
    askReceiptOn: phase === "sent" && receivedOn === null ? askReceiptOn(events, law.calendar) : null,
    unprovedFrom: phase === "sent" && receivedOn === null ? unprovedFrom(request, law) : null,
    // A court takes what it takes, and nobody reminds it every other week.
    askAnswerOn: owes && kind !== "claim" && receivedOn !== null && remindOn === null && complainFrom === null ? askAnswerOn(events, receivedOn, law.calendar) : null,
    overdue,
    late,
    deferralCheck: deferral ? checkDeferral(deferral.notice) : null,
    refusalCheck: refusal ? checkRefusal(refusal.notice) : null,
    feeProblem,
    restOwed,
    grievance: grievanceOf(events, complainFrom, today),
  };
  let steps: readonly NextStep[] | null = null;
  // Asked of the few requests that are looked at, and not of all that are counted.
  return {
    ...situation,
    get steps() {
      return (steps ??= nextSteps(request, situation));
    },
  };
}

/** The events, and among them, where silence was found by the clock and not yet entered, that too. */
export function timeline(request: DataRequest, situation: Situation): readonly { readonly on: string | Day; readonly type: EventType; readonly event: RequestEvent | null }[] {
  const known = request.events.map((event) => ({ on: event.on, type: event.type, event }));
  // Whoever sent a part was not silent.
  if (!situation.overdue || situation.restOwed || situation.phase === "silent" || situation.complainFrom === null) return known;
  return [...known, { on: situation.complainFrom, type: "silent" as const, event: null }];
}

/** So many working days after a letter left, somebody asks whether it is there: our own rule, no law's. */
const askAfter: Readonly<Record<Channel, number>> = { portal: 3, mail: 3, person: 3, post: 5 };

/** Counted anew from a reminder: whoever has asked has done what there was to do. */
function askReceiptOn(events: readonly RequestEvent[], calendar: WorkCalendar): Day | null {
  const sent = events.findLast((one) => one.type === "sent");
  if (!sent) return null;
  const asked = dayOfEvent(events.slice(events.indexOf(sent)), "reminded") ?? day(sent.on);
  return addWorkingDays(asked, askAfter[sent.channel], calendar);
}

/**
 * Who never says whether a letter has arrived would never be late. Had it come with the first reminder only, its time would run from that day,
 * so that a complaint from then on is no early one. Where no time is known, our own rule.
 */
function unprovedFrom(request: DataRequest, law: Law): Day | null {
  const reminder = firstSinceSent(request.events, ["reminded"]);
  if (!reminder) return null;
  const on = day(reminder.on);
  return complaintDay(deadlines(clockOf(request, on), rulesFor(request, on, law), law.calendar)) ?? addWorkingDays(on, lookAfter, law.calendar);
}

/** As long as the law gives for the person's own data; where nobody knows a time, our own rule and no law's. */
const lookAfter = 10;

/** What shows that the matter was looked at, by the organisation or by the person. */
const moved: readonly EventType[] = [...openAnswerTypes, "gaveMore", "reminded", "contested"];

/** Counted anew from the last word of either side. A day that the organisation has named itself is waited for. */
function askAnswerOn(events: readonly RequestEvent[], receivedOn: Day, calendar: WorkCalendar): Day {
  const last = Math.max(receivedOn, ...events.filter(({ type }) => moved.includes(type)).map(({ on }) => day(on)));
  const word = events.findLast(({ type }) => openAnswerTypes.includes(type));
  const named = word?.type === "deferred" ? dayFromIso(word.notice.until ?? "") : null;
  return named !== null && named >= last ? named + 1 : addWorkingDays(last, lookAfter, calendar);
}

/** Whoever asks a fee for a letter has it: then it is examined, also where nobody entered the receipt. */
function standsAt(events: readonly RequestEvent[]): Phase {
  const phase = phaseOf(events);
  return phase === "sent" && provedBy(events) !== null ? "underway" : phase;
}

/** A complaint has its addressee's law: a body that decided, or the one above it, has a time of its own; for another body none is known here. */
function rulesFor(request: DataRequest, receivedOn: Day, { statutes, policies }: Law): readonly RuleSet[] {
  const filed = filedOn(request, receivedOn);
  const to = request.kind === "complaint" ? (request.complainTo?.kind ?? "supervisor") : "supervisor";
  return to === "supervisor" ? applicableRules(filed, statutes, policies) : complaintRules(to, filed, statutes);
}

function clockOf(request: DataRequest, receivedOn: Day): Clock {
  const { events, kind, asker } = request;
  return {
    kind,
    asker,
    filedOn: filedOn(request, receivedOn),
    receivedOn,
    answeredOn: firstAnswerOn(events),
    refusedOn: refusedOn(events),
    // No notice is sent after it came: a slip in its date does not make a rightful deferral late.
    deferrals: events.filter((one) => one.type === "deferred").map(({ notice, on }) => ({ sentOn: Math.min(dayFromIso(notice.sentOn ?? on) ?? day(on), day(on)), until: notice.until === null ? null : dayFromIso(notice.until) })),
  };
}

/** Words that say what will become of the request. A question or a fee is none. */
const firstAnswers: readonly EventType[] = ["promised", "deferred", ...decidingTypes];

function firstAnswerOn(events: readonly RequestEvent[]): Day | null {
  const found = events.find(({ type }) => firstAnswers.includes(type));
  return found ? day(found.on) : null;
}

/** Nobody writes about a letter that has not come. It may have come earlier, so that no complaint is early; without any day zero the request would wait for ever. */
function provedBy(events: readonly RequestEvent[]): Day | null {
  const found = firstSinceSent(events, openAnswerTypes);
  return found ? day(found.on) : null;
}

/** The refusal that stands: whoever promises, asks or sends something after it refuses no more, and owes no explanation of it. A fee leaves it as it is. */
function refusedOn(events: readonly RequestEvent[]): Day | null {
  const last = events.findLast(({ type }) => answerTypes.includes(type) && type !== "feeAsked");
  return last?.type === "refused" ? day(last.on) : null;
}

/** Of a part in answer to a request. An authority that upholds a complaint in part, or a court a claim, has decided. */
function isRestOwed({ kind, events }: DataRequest): boolean {
  const last = events.findLast((one) => one.type === "partly" || one.type === "satisfied");
  return ordinaryKinds.includes(kind) && last?.type === "partly" && last.isAll !== true;
}

function filedOn({ events }: DataRequest, receivedOn: Day): Day {
  const sent = sendingOf(events);
  return sent ? day(sent.on) : receivedOn;
}

function dayOfEvent(events: readonly RequestEvent[], type: EventType): Day | null {
  const found = events.findLast((one) => one.type === type);
  return found ? day(found.on) : null;
}

function day(iso: string): Day {
  const found = dayFromIso(iso);
  if (found === null) throw new RangeError("an event's date is no date");
  return found;
}
