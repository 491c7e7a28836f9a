// The time line: what happened to the person's data, newest first, from all records.
import { dayFromIso, type Day } from "../calendar/day.ts";
import { dayOfEvent, withoutCalledOff } from "../record/consentState.ts";
import type { Organisation } from "../record/record.ts";
import type { ConsentState } from "../record/vocabulary.ts";
import type { EventType, Paper } from "../request/event.ts";
import type { DataRequest } from "../request/request.ts";
import type { Ledger } from "./ledger.ts";

export type Happening = {
  /** The same as long as the record says the same. */
  readonly id: string;
  readonly day: Day;
  readonly organisationId: string;
  /** Null: it is not on record. */
  readonly organisation: Organisation | null;
  readonly about: string;
} & (
  | { readonly kind: "consent"; readonly state: ConsentState; readonly note: string | null }
  | { readonly kind: "request"; readonly event: EventType; readonly request: DataRequest; readonly papers: readonly Paper[] }
  | { readonly kind: "holding"; readonly service: string | null }
);

/** @param organisationId only what concerns this organisation; null: everything */
export function historyOf(ledger: Ledger, organisationId: string | null = null): readonly Happening[] {
  const mine = (id: string): boolean => organisationId === null || id === organisationId;
  const base = (record: { readonly id: string; readonly organisationId: string }, nth: number, day: Day, about: string) =>
    ({ id: `${record.id} ${nth}`, day, organisationId: record.organisationId, organisation: ledger.organisations.get(record.organisationId) ?? null, about }) as const;
  const all: Happening[] = [];
  for (const one of ledger.consents) {
    if (mine(one.organisationId)) withoutCalledOff(one.events).forEach(({ state, at, note }, nth) => all.push({ ...base(one, nth, dayOfEvent({ at }), one.purpose), kind: "consent", state, note }));
  }
  for (const one of ledger.requests) {
    if (mine(one.organisationId)) one.events.forEach(({ type, on, papers }, nth) => all.push({ ...base(one, nth, dayFromIso(on) ?? 0, one.reference), kind: "request", event: type, request: one, papers }));
  }
  for (const one of ledger.holdings) {
    const day = one.since === null ? null : dayFromIso(one.since);
    if (mine(one.organisationId) && day !== null) all.push({ ...base(one, 0, day, one.database.name ?? one.purposes[0] ?? ""), kind: "holding", service: one.service });
  }
  // What happened later on one day stands above: events are kept in their order.
  return all.toReversed().toSorted((a, b) => b.day - a.day);
}
