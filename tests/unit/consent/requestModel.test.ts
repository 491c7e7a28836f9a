// A request as the person's acts make it: every kind, by everybody who may ask, with events entered, taken back and put back, carried
// to another computer and merged there. What the model knows is small: the list of what was accepted, and what may never be lost.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayFromIso, dayOf, isoOf } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { policyProfiles } from "../../../src/consent/data/policies.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import { type Asker, askersFor, type RequestKind, requestKinds } from "../../../src/consent/law/requestKind.ts";
import { putBack, takenBack } from "../../../src/consent/letters/takeBack.ts";
import { exportRecords, importRecords } from "../../../src/consent/record/exportFile.ts";
import { enter } from "../../../src/consent/request/enter.ts";
import { answerTypes, type EventType, eventTypes, type RequestEvent } from "../../../src/consent/request/event.ts";
import { after, append, canHaveHappened, type Phase, phaseOf, phases, possible, standsBefore } from "../../../src/consent/request/phase.ts";
import type { DataRequest } from "../../../src/consent/request/request.ts";
import { firstSinceSent } from "../../../src/consent/request/sinceSent.ts";
import { situationOf, timeline } from "../../../src/consent/request/situation.ts";
import { ledgerOf } from "../../../src/consent/view/ledger.ts";
import { recordsToImport } from "../../../src/home/data/exchange.ts";
import { happened, organisationOf, requestOf } from "./build.ts";
import { reckon, secondDocument } from "./independentDeadlines.ts";

const law = { statutes, policies: policyProfiles, calendar: workCalendar() };
const start = dayOf(2026, 6, 1);
/** Of each kind by each asker. */
const runs = process.env["SLOW"] ? 100 : 6;

const asking: readonly (readonly [RequestKind, Asker])[] = requestKinds.flatMap((kind) => askersFor(kind).map((asker) => [kind, asker] as const));

/** Each way in which an event can be: a notice whole or not, in time or not. */
const variants: readonly (readonly [type: EventType, more: (today: number) => Readonly<Record<string, unknown>>])[] = [
  ...eventTypes.map((type) => [type, () => ({})] as const),
  ["deferred", (today) => ({ notice: { official: "ბ. ნ.", sentOn: isoOf(today), reason: "არქივი", until: isoOf(today + 9), inWriting: true, explainsAppeal: true } })],
  ["deferred", () => ({ notice: { official: null, sentOn: null, reason: "არქივი", until: null, inWriting: false, explainsAppeal: null } })],
  ["refused", () => ({ notice: { official: null, sentOn: null, reason: null, legalGround: null, inWriting: false, explainsAppeal: false } })],
];

const answers: ReadonlySet<EventType | undefined> = new Set<EventType>(["promised", "askedMore", "deferred", "partly", "satisfied", "refused", "feeAsked"]);

interface Model {
  kind: RequestKind;
  asker: Asker;
  accepted: RequestEvent[];
  /** Taken back last, as long as nothing else was done. */
  taken: RequestEvent | null;
  today: number;
  count: number;
  /** What all runs together have been through. */
  readonly met: Set<string>;
}
interface Real {
  request: DataRequest;
  /** The other computer's copy; null: nothing was carried there yet. */
  copy: DataRequest | null;
}

/** What is true of a request whatever was done to it. */
function holds({ request }: Real, { accepted, today, kind, asker }: Model): void {
  expect(request.events).toEqual(accepted);
  const situation = situationOf(request, law, today);
  expect(phases).toContain(situation.phase);
  // None ends without a next step, and nobody is left with nothing but waiting.
  expect(situation.steps.some((one) => one.kind !== "wait")).toBe(true);
  for (const { event } of situation.steps) if (event) expect(after(situation.phase, event), `${situation.phase} ${event}`).not.toBeNull();
  // A complaint and a claim are the last letters: nobody complains of them once more.
  if (kind === "complaint" || kind === "claim") expect(situation.steps.map((one) => one.kind)).not.toContain("complain");
  // The list of what happened shows all of it, in order.
  expect(timeline(request, situation).flatMap(({ event }) => event ?? [])).toEqual(accepted);
  // Two clocks agree.
  const expected = reckon({ kind, asker, events: accepted }, [secondDocument]);
  expect(situation.remindOn === null ? null : isoOf(situation.remindOn)).toBe(expected.remind);
  expect(situation.complainFrom === null ? null : isoOf(situation.complainFrom)).toBe(expected.complain);
  // A complaint about silence is never offered for a day before the law's; where nobody says whether the letter has come, never before
  // the law's had it come with the first reminder.
  for (const step of situation.steps) if (step.kind === "complain" && step.about === "silence" && !situation.overdue) {
    // All is there, and it came late.
    if (situation.phase === "satisfied") {
      expect(accepted.some(({ on }) => (dayFromIso(on) ?? 0) >= (situation.complainFrom ?? 0))).toBe(true);
      continue;
    }
    const asked = situation.phase === "sent" ? accepted.slice(accepted.findLastIndex(({ type }) => type === "sent")).find(({ type }) => type === "reminded") : undefined;
    if (asked) {
      const had = reckon({ kind, asker, events: [...accepted, happened("received", asked.on)] }, [secondDocument]);
      expect(isoOf(step.from ?? 0)).toBe(had.complain ?? had.look ?? "no day");
    } else expect(step.from).toBe(situation.complainFrom);
    // Where something was answered, there is a day zero, and no complaint at once for want of one.
    if (accepted.some(({ type }) => type === "sent") && kind === "access" && (asker === "self" || asker === "representative")) expect(step.from, situation.phase).not.toBeNull();
  }
}

type Act = fc.Command<Model, Real>;

/** Something happens, as the page enters it: silence that the clock has found goes before what rests on it. */
class Happens implements Act {
  readonly which: number;
  readonly later: number;
  /** Only among what can happen there: else few requests get far. */
  readonly fitting: boolean;
  constructor(which: number, later: number, fitting: boolean) {
    this.which = which;
    this.later = later;
    this.fitting = fitting;
  }
  check = (): boolean => true;
  run(model: Model, real: Real): void {
    model.today += this.later;
    const phase = phaseOf(model.accepted);
    const among = this.fitting ? variants.filter(([type]) => after(phase, type) !== null) : variants;
    const [type, more] = among[this.which % among.length] ?? variants[0]!;
    const event = happened(type, isoOf(model.today), { id: `e${(model.count += 1)}`, ...more(model.today) });
    const situation = situationOf(real.request, law, model.today);
    const added = enter(real.request.events, event, situation);
    if ("refused" in added) {
      if (added.refused === "afterTheAnswer") expect([type, model.accepted.some((one) => answers.has(one.type))]).toEqual(["received", true]);
      else expect(after(phaseOf(model.accepted), type), "only what can't be is refused").toBeNull();
    } else {
      const silent = added.events.slice(model.accepted.length, -1);
      expect(silent.every((one) => one.type === "silent" && situation.overdue && (dayFromIso(one.on) ?? 0) <= model.today)).toBe(true);
      if (silent.length > 0) model.met.add(`${type} after silence`);
      model.met.add(type);
      model.accepted.push(...silent, event);
      model.taken = null;
      real.request = { ...real.request, events: added.events };
    }
    holds(real, model);
  }
  toString = (): string => `${this.which}${this.fitting ? " that fits" : ""} +${this.later}`;
}

class TakeBack implements Act {
  check = ({ accepted }: Readonly<Model>): boolean => accepted.length > 0;
  run(model: Model, real: Real): void {
    const last = model.accepted.at(-1)!;
    // Of those before it, only an answer with another right behind it.
    for (const [i, one] of model.accepted.slice(0, -1).entries()) {
      const rest = takenBack(real.request, one);
      if (!answers.has(one.type) || !answers.has(model.accepted[i + 1]?.type)) expect(rest, one.type).toBeNull();
      if (rest) expect(putBack(rest, one, standsBefore(model.accepted, one))).toEqual(real.request);
    }
    const before = takenBack(real.request, last);
    if (!before) throw new Error("the last can be taken back");
    real.request = before;
    model.accepted.pop();
    model.taken = last;
    holds(real, model);
  }
  toString = (): string => "take back";
}

class PutBack implements Act {
  check = ({ taken }: Readonly<Model>): boolean => taken !== null;
  run(model: Model, real: Real): void {
    const again = putBack(real.request, model.taken!, null);
    if ("refused" in again) throw new Error(`what was there is refused: ${again.refused}`);
    real.request = again;
    model.accepted.push(model.taken!);
    model.taken = null;
    holds(real, model);
  }
  toString = (): string => "put back";
}

const organisation = organisationOf();

/** Through a file to a computer that has nothing: all of it arrives. */
class Carry implements Act {
  check = (): boolean => true;
  run(model: Model, real: Real): void {
    const [, request] = importRecords(JSON.parse(exportRecords([organisation, real.request], Date.UTC(2026, 5, 1)))) ?? [];
    expect(request).toEqual(real.request);
    if (request?.type === "request") real.copy = request;
    holds(real, model);
  }
  toString = (): string => "carry";
}

/** A file of some days ago comes back: what has happened since stays, and a removed request is there again, whole. */
class Merge implements Act {
  readonly removed: boolean;
  constructor(removed: boolean) {
    this.removed = removed;
  }
  check = (): boolean => true;
  run(model: Model, real: Real): void {
    const { copy } = real;
    if (!copy) return;
    const file = importRecords(JSON.parse(exportRecords([organisation, copy], Date.UTC(2026, 5, 1)))) ?? [];
    const here = ledgerOf(this.removed ? [organisation] : [organisation, real.request]);
    const brought = recordsToImport(file, { ledger: here, standIns: new Set(), unreadable: [], joinedHoldings: [] });
    expect(brought).toEqual(this.removed ? [copy] : []);
    if (this.removed) {
      real.request = copy;
      model.accepted = [...copy.events];
      model.taken = null;
    }
    holds(real, model);
  }
  toString = (): string => (this.removed ? "import after removal" : "import an old file");
}

describe("a model of a request", () => {
  it("no path loses an event, none ends without a next step: all kinds and askers, undone, carried and merged", () => {
    const met = new Set<string>();
    const acts = [
      fc.tuple(fc.nat({ max: variants.length - 1 }), fc.nat({ max: 30 }), fc.integer({ min: 0, max: 4 })).map(([which, later, fits]) => new Happens(which, later, fits > 0)),
      fc.constant(new TakeBack()),
      fc.constant(new PutBack()),
      fc.constant(new Carry()),
      fc.boolean().map((removed) => new Merge(removed)),
    ];
    // Most acts are events, else nothing gets far.
    const commands = fc.commands([...Array.from({ length: 6 }, () => acts[0]!), ...acts.slice(1)], { maxCommands: 40, size: "max" });
    for (const [kind, asker] of asking) {
      const walked = fc.property(fc.nat({ max: 2 }), commands, (sent, list) => {
        // Two of three are on their way already.
        const events = sent > 0 ? [happened("sent", isoOf(start)), happened("received", isoOf(start))] : [];
        const request = requestOf(kind, asker, events);
        const representative = asker === "representative" ? { name: "ბერიძე ლევან", personalNumber: null, authority: "მინდობილობა", address: null, email: null, phone: null } : null;
        fc.modelRun(() => ({ model: { kind, asker, accepted: [...events], taken: null, today: start, count: 0, met }, real: { request: { ...request, representative }, copy: null } }), list);
      });
      fc.assert(walked, { numRuns: runs });
    }
    // What the clock finds was found, and entered before what rests on it.
    expect([...met].some((one) => one.endsWith("after silence"))).toBe(true);
  });

  /**
   * A list of events leads on by what it has been through and not by how often: the phase (and the one to which a closed request
   * returns), what of the answers is the last, and whether a receipt, a deferral, a fee, silence, an objection and a complaint are in it.
   */
  const shapeOf = (events: readonly RequestEvent[]): string => {
    const types = events.map(({ type }) => type);
    const closed = types.lastIndexOf("closed");
    const last = (of: readonly EventType[]): EventType | "" => types.findLast((one) => of.includes(one)) ?? "";
    return [
      phaseOf(events), phaseOf(events) === "closed" ? phaseOf(events.slice(0, closed)) : "", last(["satisfied", "partly", "refused", "contested", "silent", "deferred"]),
      ...(["received", "deferred", "feeAsked", "complained"] as const).map((one) => types.includes(one)),
    ].join(" ");
  };

  it("every path is explored: from each shape of a request by each event, and from each by taking it back; all of it through a file", () => {
    const roads = new Map<string, readonly RequestEvent[]>([[shapeOf([]), []]]);
    const met = new Set<string>();
    let paths = 0;
    let most: readonly RequestEvent[] = [];
    const all: DataRequest[] = [];
    // A map gives what is added while it is walked: the shortest road to each shape, and no shape twice.
    for (const [shape, events] of roads) {
      const phase = phaseOf(events);
      const [kind, asker] = asking[roads.size % asking.length] ?? ["access", "self"];
      for (const type of possible(phase)) {
        // A receipt is of no later day than an answer; here it is found on the day of the first.
        const on = (type === "received" ? firstSinceSent(events, answerTypes)?.on : null) ?? isoOf(start + events.length);
        const added = append(events, happened(type, on, { id: `e${events.length}` }));
        if ("refused" in added) throw new Error(`${shape}: ${type} is said to be possible`);
        const { events: road } = added;
        met.add(`${phase} ${type}`);
        paths += 1;
        expect(road.slice(0, -1)).toEqual(events);
        expect(canHaveHappened(road)).toBe(true);
        // By every kind and asker in turn, early, when the law's day has passed, and a year later.
        const [as, by] = asking[paths % asking.length] ?? [kind, asker];
        const request = { ...requestOf(as, by, road), id: `0b8f0f1e-6a51-4c39-9f6e-${String(paths).padStart(12, "0")}` };
        for (const today of [start + road.length, start + 40, start + 400]) {
          const { steps, phase: now } = situationOf(request, law, today);
          if (!steps.some((one) => one.kind !== "wait")) throw new Error(`${shape}, then ${type}: nothing can be done`);
          for (const { event } of steps) if (event && after(now, event) === null) throw new Error(`${shape}, then ${type}: ${event} is offered and can't be`);
        }
        const undone = takenBack(request, road.at(-1)!);
        expect(undone?.events).toEqual(events);
        if (undone) expect(putBack(undone, road.at(-1)!, null)).toEqual(request);
        all.push(request);
        if (road.length > most.length) most = road;
        if (!roads.has(shapeOf(road))) roads.set(shapeOf(road), road);
      }
    }
    // Each move between phases was made.
    expect(met.size).toBe(phases.flatMap((one) => possible(one)).length);
    expect(new Set([...roads.keys()].map((one) => one.split(" ")[0] as Phase))).toEqual(new Set(phases));
    expect(roads.size).toBeGreaterThan(300);
    // None of them loses an event on the way to another computer.
    expect(importRecords(JSON.parse(exportRecords(all, Date.UTC(2026, 5, 1))))).toEqual(all);
  });
});
