// A second deadline engine that shares nothing with src/consent but the words: the limits are typed anew from the laws and the
// second document, a request is read from its list of events, months are counted on the calendar's pages, and every day is an
// ISO date that is walked to one step at a time.
import { isRestDay, walk } from "./independentCalendar.ts";

/** What an event of a request says, as far as a day hangs on it. */
interface Happening {
  readonly type: string;
  readonly on: string;
  readonly notice?: { readonly sentOn: string | null; readonly until?: string | null };
}

export interface Asking {
  readonly kind: string;
  readonly asker: string;
  readonly events: readonly Happening[];
  /** A complaint or a claim that goes to another body than the supervisor. */
  readonly elsewhere?: boolean;
}

export interface Expected {
  /** `rule stage count unit`. */
  readonly what: string;
  readonly raw: string;
  readonly day: string;
  readonly holds: boolean;
  readonly problem: string | null;
}

export interface Reckoning {
  readonly lines: readonly Expected[];
  readonly remind: string | null;
  readonly complain: string | null;
  /** Something is owed by no day that is known: when to look whether it came. */
  readonly look: string | null;
}

/** `10wd` working days, `30d` days, `2m` months; `r`: from the refusal. */
interface Rule {
  readonly id: string;
  readonly from: string;
  readonly until: string;
  readonly lawful: boolean;
  /** Kinds and askers, then `stage=count unit`. */
  readonly lines: readonly (readonly [kinds: string, askers: string, limits: string])[];
  /** Who may be told of a deferral; "" nobody. */
  readonly defers: string;
}

const mine = "self representative";
const others = "thirdParty legalPerson";
const all = `${mine} ${others}`;
const always = ["0001-01-01", "9999-12-31"] as const;

/** Every kind that an organisation answers under its own policy: all but public information, the complaint and the claim. */
const answerable = "whereWho recipients access existence objection rectify erase stop stopMarketing withdraw block portability protect";

const laws: readonly Rule[] = [
  {
    id: "law-3144", from: "2024-03-01", until: always[1], lawful: true, defers: mine,
    lines: [
      // Articles 13 to 16, 18 and 20: ten working days, once ten more.
      ["whereWho recipients existence access rectify erase stop objection protect portability withdraw", mine, "fulfilment=10wd extended=20wd"],
      ["block", mine, "firstAnswer=3wd fulfilment=10wd"],
      ["stopMarketing", mine, "fulfilment=7wd"],
      ["complaint", mine, "fulfilment=2m extended=3m"],
    ],
  },
  {
    id: "law-5669", from: "2012-05-01", until: "2024-03-01", lawful: true, defers: "",
    lines: [
      ["whereWho recipients existence access", mine, "fulfilment=10d"],
      ["rectify erase block stop", mine, "fulfilment=15d"],
      ["withdraw", mine, "fulfilment=5wd"],
      ["stopMarketing", mine, "fulfilment=10wd"],
    ],
  },
  { id: "public-information", from: always[0], until: always[1], lawful: true, defers: "", lines: [["publicInformation", all, "fulfilment=10d fulfilment=10wd explanation=3dr"]] },
];

/** Lines 136 to 138, and 106 to 109 for third parties. */
export const secondDocument: Rule = { id: "policy-vitaguru", from: always[0], until: always[1], lawful: false, defers: others, lines: [[answerable, all, "firstAnswer=10wd fulfilment=30d extended=45d"]] };

/** A policy of `stage=count unit` for everybody, as one is read from a controller's page. */
export const policyRule = (id: string, limits: string): Rule => ({ id, from: always[0], until: always[1], lawful: false, defers: limits.includes("extended") ? others : "", lines: [[answerable, all, limits]] });

/** Ten thousand requests ask of the same days. */
const walked = new Map<string, string>();
function workingDays(from: string, count: number): string {
  const asked = `${from} ${count}`;
  let found = walked.get(asked);
  if (found === undefined) walked.set(asked, (found = walk(from, count)));
  return found;
}

const has = (list: string, word: string): boolean => list.split(" ").includes(word);

/** A native date at noon, so that no rounding moves it. */
function shifted(iso: string, days: number): string {
  const at = new Date(`${iso}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The same number in the month that comes so many pages later; where that page has no such number, its last. */
export function monthsOn(iso: string, months: number): string {
  let [year, month] = [Number(iso.slice(0, 4)), Number(iso.slice(5, 7))];
  for (let left = months; left > 0; left -= 1) [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  const page = `${year}-${String(month).padStart(2, "0")}`;
  for (let number = Number(iso.slice(8)); ; number -= 1) {
    const wanted = `${page}-${String(number).padStart(2, "0")}`;
    const at = new Date(`${wanted}T12:00:00Z`);
    if (!Number.isNaN(at.getTime()) && at.toISOString().startsWith(wanted)) return wanted;
  }
}

/** That day, or the next that is no rest. */
function worked(iso: string): string {
  let at = iso;
  while (isRestDay(at)) at = shifted(at, 1);
  return at;
}

const later = (one: string, other: string): string => (one > other ? one : other);
const sooner = (one: string, other: string): string => (one < other ? one : other);
const last = <T>(list: readonly T[]): T | undefined => list[list.length - 1];

const answers = "promised deferred partly satisfied refused";

/** What one rule says of the request. */
function byRule({ kind, asker, events }: Asking, received: string, rule: Rule): readonly (Expected & { readonly lawful: boolean; readonly stage: string })[] {
  const limits = rule.lines.filter(([kinds, askers]) => has(kinds, kind) && has(askers, asker)).flatMap((line) => line[2].split(" "));
  const answered = events.some(({ type }) => has(answers, type));
  // Article 41 wants a refusal explained. One that was followed by any other word on the matter is none that stands; a bill is not on the matter.
  const word = last(events.filter(({ type }) => has(`${answers} askedMore`, type)));
  const refused = word?.type === "refused" ? word.on : null;
  const made: { stage: string; what: string; raw: string; day: string; holds: boolean; problem: string | null; unit: string }[] = [];
  let cap: { raw: string; what: string; unit: string } | null = null;
  for (const one of limits) {
    const [, stage = "", count = "", unit = "", onRefusal = ""] = /^(\w+)=(\d+)(wd|d|m)(r?)$/.exec(one) ?? [];
    const zero = onRefusal === "r" ? refused : received;
    if (zero === null) continue;
    const raw = unit === "wd" ? workingDays(zero, Number(count)) : unit === "d" ? shifted(zero, Number(count)) : monthsOn(zero, Number(count));
    const what = `${rule.id} ${stage} ${count}${unit}`;
    if (stage === "extended") cap = { raw, what, unit };
    else made.push({ stage, what, raw, day: unit === "wd" ? raw : worked(raw), holds: !(stage === "firstAnswer" && answered), problem: null, unit });
  }
  const deferrals = events.filter(({ type }) => type === "deferred");
  // Each of these rules allows one; where none is foreseen, the newest is named as such.
  const newest = rule.defers === "" ? last(deferrals) : deferrals[0];
  if (cap && newest) {
    const { raw: end, what, unit } = cap;
    const announced = sooner(newest.notice?.sentOn ?? newest.on, newest.on);
    const promised = newest.notice?.until ?? null;
    const ordinary = made.find(({ stage }) => stage === "fulfilment");
    let problem: string | null = null;
    if (rule.defers === "") problem = "notForeseen";
    else if (!has(rule.defers, asker)) problem = "notForThisAsker";
    else if (ordinary && announced > ordinary.day) problem = "noticeLate";
    else if (promised !== null && promised > end) problem = "beyondLimit";
    const raw = promised === null ? end : sooner(promised, end);
    const day = unit === "wd" ? raw : worked(raw);
    const holds = problem === null || problem === "beyondLimit";
    if (holds && deferrals.length > 1) problem = "onceOnly";
    if (holds) for (const one of made) if (one.stage === "fulfilment" && one.day <= day) one.holds = false;
    made.push({ stage: "extended", what, raw, day, holds, problem, unit });
  }
  return made.map(({ stage, what, raw, day, holds, problem }) => ({ stage, what, raw, day, holds, problem, lawful: rule.lawful }));
}

/** Where nobody entered a receipt: the first word since the last sending that leaves something owed. */
function answeredFirst(events: Asking["events"]): string | undefined {
  let found: string | undefined;
  let sent = false;
  for (const { type, on } of events) {
    if (type === "sent") [sent, found] = [true, undefined];
    else if (sent && found === undefined && has("promised askedMore deferred partly refused feeAsked", type)) found = on;
  }
  return found;
}

/** Nobody says by when: two working weeks from whatever was written last, or the morning after the day that the organisation chose for itself. */
function lookOn({ kind, events }: Asking, received: string): string | null {
  // Nobody writes to a judge once in two weeks.
  if (kind === "claim") return null;
  const state = last(events.filter(({ type }) => has(`${answers} askedMore gaveMore silent`, type)))?.type;
  if (state === "refused" || state === "satisfied" || (state === "partly" && kind === "complaint")) return null;
  const writings = events.filter(({ type }) => has("promised askedMore deferred partly refused feeAsked gaveMore reminded contested", type));
  const latest = writings.map(({ on }) => on).reduce(later, received);
  const theirs = last(writings.filter(({ type }) => !has("gaveMore reminded contested", type)));
  const chosen = theirs?.type === "deferred" ? (theirs.notice?.until ?? null) : null;
  return chosen !== null && chosen >= latest ? shifted(chosen, 1) : workingDays(latest, 10);
}

/** Everything that the laws and these policies make of a request with these events. */
export function reckon(asking: Asking, policies: readonly Rule[]): Reckoning {
  const received = last(asking.events.filter(({ type }) => type === "received"))?.on ?? answeredFirst(asking.events);
  if (received === undefined || asking.elsewhere) return { lines: [], remind: null, complain: null, look: received === undefined ? null : lookOn(asking, received) };
  const filed = last(asking.events.filter(({ type }) => type === "sent"))?.on ?? received;
  const found = [...laws, ...policies].filter(({ from, until }) => from <= filed && filed < until).flatMap((rule) => byRule(asking, received, rule));
  const standing = found.filter(({ holds }) => holds);
  const ending = standing.filter(({ stage }) => stage === "fulfilment" || stage === "extended");
  const deciding = ending.some(({ lawful }) => lawful) ? ending.filter(({ lawful }) => lawful) : ending;
  return {
    lines: found.map(({ what, raw, day, holds, problem }) => ({ what, raw, day, holds, problem })),
    remind: standing.length === 0 ? null : standing.map(({ day }) => day).reduce(sooner),
    complain: deciding.length === 0 ? null : shifted(deciding.map(({ day }) => day).reduce(later), 1),
    look: standing.length === 0 ? lookOn(asking, received) : null,
  };
}
