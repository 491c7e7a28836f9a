// The time line: what happened to the person's data, newest first, from all records.
import { dayFromIso, dayInTbilisi, type Day } from "../calendar/day.ts";
import type { ConsentState } from "../record/vocabulary.ts";
import type { EventType, Paper } from "../request/event.ts";
import type { Ledger } from "./ledger.ts";

export type Happening = { readonly day: Day; readonly organisationId: string; readonly about: string } & (
  | { readonly kind: "consent"; readonly state: ConsentState }
  | { readonly kind: "request"; readonly event: EventType; readonly requestId: string; readonly papers: readonly Paper[] }
  | { readonly kind: "holding"; readonly service: string | null }
);

/** @param organisationId only what concerns this organisation; null: everything */
export function historyOf(ledger: Ledger, organisationId: string | null = null): readonly Happening[] {
  const mine = (id: string): boolean => organisationId === null || id === organisationId;
  const all: Happening[] = [];
  for (const one of ledger.consents) {
    if (!mine(one.organisationId)) continue;
    for (const { state, at } of one.events) all.push({ kind: "consent", day: dayInTbilisi(Date.parse(at)), organisationId: one.organisationId, about: one.purpose, state });
  }
  for (const one of ledger.requests) {
    if (!mine(one.organisationId)) continue;
    for (const { type, on, papers } of one.events) all.push({ kind: "request", day: dayFromIso(on) ?? 0, organisationId: one.organisationId, about: one.reference, event: type, requestId: one.id, papers });
  }
  for (const one of ledger.holdings) {
    const day = one.since === null ? null : dayFromIso(one.since);
    if (mine(one.organisationId) && day !== null) all.push({ kind: "holding", day, organisationId: one.organisationId, about: one.database.name ?? one.purposes[0] ?? "", service: one.service });
  }
  // What happened later on one day stands above: events are kept in their order.
  return all.toReversed().toSorted((a, b) => b.day - a.day);
}
