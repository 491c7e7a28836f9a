// By when whoever has a complaint decides it. Each has a law of its own, and for another body none is known here.
import { type Day, dayFromIso } from "../calendar/day.ts";
import type { WorkCalendar } from "../calendar/workCalendar.ts";
import { type Addressee, addressees } from "../data/authorities.ts";
import { administrativeComplaintRules } from "../data/statutes.ts";
import { supervisorOn } from "../law/addressee.ts";
import { applicableRules, type Deadline, deadlines } from "../law/deadline.ts";
import type { RuleSet } from "../law/ruleSet.ts";
import type { ComplaintBody, RequestEvent } from "./event.ts";
import { type Phase, waiting } from "./phase.ts";
import type { DataRequest } from "./request.ts";

/** By whose law a complaint to that body is decided, filed on that day. */
export function complaintRules(to: ComplaintBody, filedOn: Day, statutes: readonly RuleSet[]): readonly RuleSet[] {
  if (to === "otherBody") return [];
  return to === "higherBody" ? [administrativeComplaintRules] : applicableRules(filedOn, statutes, []);
}

/**
 * The time for deciding the complaint that followed a request, counted from the day on which it was submitted: nobody enters when a complaint
 * was received, and whoever looks after it a few days early loses nothing. Null: none is being considered, or no time is known.
 */
export function decisionDue({ asker, events }: Pick<DataRequest, "asker" | "events">, phase: Phase, statutes: readonly RuleSet[], calendar: WorkCalendar): Deadline | null {
  const complaint = phase === "complained" ? events.findLast((one) => one.type === "complained") : undefined;
  const on = dayFromIso(complaint?.on ?? "");
  const to = complaint && bodyOf(complaint);
  if (!to || on === null) return null;
  return deadlines({ kind: "complaint", asker, filedOn: on, receivedOn: on, answeredOn: null, refusedOn: null, deferrals: [] }, complaintRules(to, on, statutes), calendar)[0] ?? null;
}

/**
 * Who has the office by now, where a complaint lies with one who supervises no more: its sender would ask after it in vain.
 * @param phase where the request stands
 */
export function passedTo({ kind, complainTo, events }: Pick<DataRequest, "kind" | "complainTo" | "events">, phase: Phase, today: Day): Addressee | null {
  const isComplaint = kind === "complaint" && (complainTo?.kind ?? "supervisor") === "supervisor";
  const open = isComplaint ? phase === "sent" || waiting.includes(phase) : phase === "complained";
  const went = events.findLast(({ type }) => type === (isComplaint ? "sent" : "complained"));
  const on = dayFromIso(went?.on ?? "");
  if (!open || !went || on === null || (went.type === "complained" && bodyOf(went) !== "supervisor")) return null;
  const now = supervisorOn(today);
  return supervisorOn(on) === now ? null : now;
}

/** As it was kept; in a record of before, by the id of its addressee, if that is on the list. */
function bodyOf({ to, addressee }: Extract<RequestEvent, { readonly type: "complained" }>): ComplaintBody | null {
  if (to) return to;
  const kind = addressees.find(({ id }) => id === addressee)?.kind;
  return kind === undefined || kind === "court" ? null : kind;
}
