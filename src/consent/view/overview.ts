import type { Day } from "../calendar/day.ts";
import { rulesInForce } from "../policy/ownRules.ts";
import { type Situation, situationOf } from "../request/situation.ts";
import type { DataRequest } from "../request/request.ts";
import type { Law } from "../request/situation.ts";
import type { Ledger } from "./ledger.ts";
import type { Row } from "./rows.ts";

export interface TrackedRequest {
  readonly request: DataRequest;
  readonly situation: Situation;
}

/** The four numbers that answer in five seconds. */
export interface Overview {
  readonly organisations: number;
  readonly special: number;
  readonly ending: number;
  readonly overdue: number;
  /** Letters of which nobody knows whether they have arrived, and it is time to ask. */
  readonly unconfirmed: number;
}

/** Every request with where it stands, the most urgent first. */
export function trackRequests(ledger: Pick<Ledger, "organisations" | "requests">, law: Omit<Law, "policies">, today: Day): readonly TrackedRequest[] {
  const tracked = ledger.requests.map((request) => {
    const organisation = ledger.organisations.get(request.organisationId);
    return { request, situation: situationOf(request, { ...law, policies: organisation ? rulesInForce(organisation) : [] }, today) };
  });
  return tracked.toSorted((a, b) => urgency(a, today) - urgency(b, today) || (a.request.updatedAt < b.request.updatedAt ? 1 : -1));
}

/** Something of it may still come: it was neither closed nor answered in full. */
export const isOpen = ({ situation: { phase } }: TrackedRequest): boolean => phase !== "closed" && phase !== "satisfied";

/** How many requests are open, by the organisation that was asked; organisations with none are left out. */
export function openRequests(tracked: readonly TrackedRequest[]): ReadonlyMap<string, number> {
  const open = new Map<string, number>();
  for (const { request } of tracked.filter(isOpen)) open.set(request.organisationId, (open.get(request.organisationId) ?? 0) + 1);
  return open;
}

export function overviewOf(ledger: Pick<Ledger, "organisations">, rows: readonly Row[], tracked: readonly TrackedRequest[], today: Day): Overview {
  return {
    organisations: ledger.organisations.size,
    special: new Set(rows.filter(({ special }) => special.length > 0).map(({ organisation }) => organisation.id)).size,
    ending: rows.filter(({ ends }) => ends === "over" || ends === "soon").length,
    overdue: tracked.filter(({ situation }) => situation.overdue).length,
    unconfirmed: tracked.filter(({ situation }) => situation.askReceiptOn !== null && situation.askReceiptOn <= today).length,
  };
}

function urgency({ situation }: TrackedRequest, today: Day): number {
  if (situation.phase === "closed") return 3;
  if (situation.overdue) return 0;
  const { late, decideBy, askReceiptOn, askAnswerOn } = situation;
  return late || (decideBy !== null && decideBy.day < today) || [askReceiptOn, askAnswerOn].some((day) => day !== null && day <= today) ? 1 : 2;
}
