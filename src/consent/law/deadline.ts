// [Note: two dates] A statute and a controller's own policy may both set a day. Both are shown with their source. The
// earlier one reminds the person and carries a polite letter; the complaint is offered only once the statute's day has
// passed, and where a statute can be read in two ways, once the later reading has. So a reminder is never late and a
// complaint never early.
import { addMonths, type Day, dayFromIso } from "../calendar/day.ts";
import { addWorkingDays, type WorkCalendar, workingDayFrom } from "../calendar/workCalendar.ts";
import { type Asker, isOwn, type RequestKind } from "./requestKind.ts";
import type { LegalSource, LocalText, RuleSet, Stage, TimeLimit } from "./ruleSet.ts";

/** A deferral or extension that the organisation has announced. */
export interface ClaimedDeferral {
  /** The day its notice was sent; if it does not say, the day it came. */
  readonly sentOn: Day;
  /** The day it promises; null if it names none. */
  readonly until: Day | null;
}

export interface Clock {
  readonly kind: RequestKind;
  readonly asker: Asker;
  /** When the request was filed: decides which statute applies. */
  readonly filedOn: Day;
  /** Day zero. */
  readonly receivedOn: Day;
  /** The day of the first answer, of whatever kind; null: none has come. */
  readonly answeredOn: Day | null;
  /** The day of the refusal that stands; null: there is none, or something came after it. */
  readonly refusedOn: Day | null;
  /** In the order in which they came. */
  readonly deferrals: readonly ClaimedDeferral[];
}

/**
 * What is wrong with an announced deferral. With `beyondLimit` it holds up to the limit; with `onceOnly` it moves nothing, and what
 * the one before it moved stays; with any other it moves nothing.
 */
export type DeferralProblem = "notForThisAsker" | "noticeLate" | "onceOnly" | "beyondLimit" | "notForeseen";

export interface Deadline {
  readonly ruleSetId: string;
  readonly basis: RuleSet["basis"];
  readonly title: LocalText;
  readonly stage: Stage;
  readonly count: number;
  readonly unit: TimeLimit["unit"];
  readonly source: LegalSource;
  /** The last day as counted. */
  readonly raw: Day;
  /** The last day as it holds: the same, or the next working day. */
  readonly day: Day;
  /** false: a rightful deferral has put another deadline in its place; or it was for a first answer, and that has come. */
  readonly holds: boolean;
  /** Only for an `extended` one. */
  readonly problem: DeferralProblem | null;
}

/** The statutes of that filing day, and the given policies. */
export function applicableRules(filedOn: Day, statutes: readonly RuleSet[], policies: readonly RuleSet[]): readonly RuleSet[] {
  return [...statutes, ...policies].filter(({ from, until }) => (from === null || filedOn >= dayNamed(from)) && (until === null || filedOn < dayNamed(until)));
}

/** @returns every deadline of the request, soonest first; none if no rule set knows the kind and the asker. */
export function deadlines(clock: Clock, rules: readonly RuleSet[], calendar: WorkCalendar): readonly Deadline[] {
  const all = rules.flatMap((rule) => ofRule(clock, rule, calendar));
  return all.toSorted((a, b) => a.day - b.day || (a.basis === b.basis ? 0 : a.basis === "statute" ? -1 : 1));
}

function ofRule(clock: Clock, rule: RuleSet, calendar: WorkCalendar): readonly Deadline[] {
  const limits = limitsFor(rule, clock.kind, clock.asker);
  const made: Deadline[] = [];
  for (const limit of limits.filter((one) => one.stage !== "extended")) {
    const zero = limit.from === "receipt" ? clock.receivedOn : clock.refusedOn;
    if (zero === null) continue;
    const one = deadline(rule, limit, lastDay(limit, zero), calendar);
    // Nobody waits for what has come, be it late: from then on the day of the fulfilment counts.
    made.push(limit.stage === "firstAnswer" && clock.answeredOn !== null ? { ...one, holds: false } : one);
  }
  // One too many takes nothing from the one that was rightful: whoever complained before its day would complain too early.
  const counted = clock.deferrals.slice(0, rule.deferral?.times ?? clock.deferrals.length);
  const last = counted.at(-1);
  if (!last) return made;
  const limit = limits.find((one) => one.stage === "extended");
  if (!limit) return made;
  const cap = lastDay(limit, clock.receivedOn, calendar);
  const problem = deferralProblem(clock, last, rule, made, cap);
  const holds = problem === null || problem === "beyondLimit";
  const promised = last.until === null ? cap : Math.min(last.until, cap);
  const again = holds && counted.length < clock.deferrals.length;
  const extended: Deadline = { ...deadline(rule, limit, promised, calendar), holds, problem: again ? "onceOnly" : problem };
  // A day promised before the ordinary limit is a promise; the statute's day stays.
  const replaced = holds ? made.map((one) => (one.stage === "fulfilment" && one.day <= extended.day ? { ...one, holds: false } : one)) : made;
  return [...replaced, extended];

  function lastDay(one: TimeLimit, zero: Day, by: WorkCalendar = calendar): Day {
    if (one.unit === "workingDays") return addWorkingDays(zero, one.count, by);
    return one.unit === "days" ? zero + one.count : addMonths(zero, one.count);
  }
}

/** Thousands of requests ask the same of the same few rule sets. */
const limitsKnown = new WeakMap<RuleSet, Map<string, readonly TimeLimit[]>>();

function limitsFor(rule: RuleSet, kind: RequestKind, asker: Asker): readonly TimeLimit[] {
  let known = limitsKnown.get(rule);
  if (!known) limitsKnown.set(rule, (known = new Map()));
  const name = `${kind} ${asker}`;
  let limits = known.get(name);
  if (!limits) known.set(name, (limits = rule.limits.filter((limit) => limit.kinds.includes(kind) && limit.askers.includes(asker))));
  return limits;
}

function deadline(rule: RuleSet, limit: TimeLimit, raw: Day, calendar: WorkCalendar): Deadline {
  const { stage, count, unit, source } = limit;
  return { ruleSetId: rule.id, basis: rule.basis, title: rule.title, stage, count, unit, source, raw, day: limit.moves ? workingDayFrom(raw, calendar) : raw, holds: true, problem: null };
}

function deferralProblem(clock: Clock, claimed: ClaimedDeferral, rule: RuleSet, made: readonly Deadline[], cap: Day): DeferralProblem | null {
  const { deferral } = rule;
  if (!deferral) return "notForeseen";
  // Line 138: the policy's deferral is written for third parties; for the person's own request it is a mere claim.
  if (!deferral.askers.includes(clock.asker)) return "notForThisAsker";
  const by = made.find((one) => one.stage === deferral.noticeBy);
  if (by && claimed.sentOn > by.day) return "noticeLate";
  return claimed.until !== null && claimed.until > cap ? "beyondLimit" : null;
}

/** The day that reminds the person: the earliest that holds, whatever its source; null if there is none. */
export function reminderDay(all: readonly Deadline[]): Day | null {
  return earliest(all.filter((one) => one.holds).map((one) => one.day));
}

/** Nobody has confirmed a limit that ends on that day. */
export function isUnverified(all: readonly Deadline[], day: Day): boolean {
  const ending = all.filter((one) => one.holds && one.day === day);
  return ending.length > 0 && ending.every(({ source }) => source.verifiedOn === null);
}

/**
 * The first day on which a complaint about silence is lawful: the day after the statute's last day. Where no statute sets
 * one (a third party's request), the day after the policy's. Null: nothing sets a limit.
 */
export function complaintDay(all: readonly Deadline[]): Day | null {
  const final = all.filter((one) => one.holds && (one.stage === "fulfilment" || one.stage === "extended"));
  const statutory = final.filter((one) => one.basis === "statute");
  const days = (statutory.length > 0 ? statutory : final).map((one) => one.day);
  return days.length === 0 ? null : Math.max(...days) + 1;
}

/** Of a rule by which no extension is known here: a deferral that was announced leaves its day where it is. */
export function isUnmoved(one: Deadline, all: readonly Deadline[]): boolean {
  return one.stage === "fulfilment" && one.holds && !all.some(({ ruleSetId, stage }) => ruleSetId === one.ruleSetId && stage === "extended");
}

/** A 45-day limit and the like must not be shown for one's own request unless it was claimed: see line 138. */
export function isMereClaim(one: Deadline, asker: Asker): boolean {
  return one.stage === "extended" && isOwn(asker) && one.problem === "notForThisAsker";
}

function earliest(days: readonly Day[]): Day | null {
  return days.length === 0 ? null : Math.min(...days);
}

const named = new Map<string, Day>();

function dayNamed(iso: string): Day {
  const day = named.get(iso) ?? dayFromIso(iso);
  if (day === null) throw new RangeError("a rule set's date is no date");
  named.set(iso, day);
  return day;
}
