// Who passes the person's data to whom: the same list makes the picture and the table that stands beside it.
import type { Role } from "../record/vocabulary.ts";
import { presentId } from "../record/formerIds.ts";
import { organisationName, organisationsByName } from "../record/organisationName.ts";
import { inWords } from "../record/ownWords.ts";
import { specialOf } from "../record/record.ts";
import type { Ledger } from "./ledger.ts";
import { byName } from "./nameOrder.ts";

export interface Flow {
  readonly organisationId: string;
  readonly from: string;
  /** The recipient, where it is one of the organisations on record: then it may pass data on itself. */
  readonly toId: string | null;
  readonly to: string;
  readonly roles: readonly Role[];
  readonly purposes: readonly string[];
  /** Special categories are among what may be passed on. */
  readonly special: boolean;
  /** Nothing that it passed on is kept there any more: it passes on nothing now. */
  readonly over: boolean;
}

/** One flow for each pair, by organisation and recipient. */
export function flowsOf(ledger: Ledger, language: "ka" | "en" = "ka"): readonly Flow[] {
  const found = new Map<string, Flow>();
  // A recipient that was written by hand is the organisation on record that is called so.
  const known = organisationsByName(ledger.organisations.values());
  for (const holding of ledger.holdings) {
    const organisation = ledger.organisations.get(holding.organisationId);
    if (!organisation) continue;
    const special = specialOf(holding).length > 0;
    const over = Boolean(holding.handling?.ended);
    for (const recipient of holding.recipients) {
      // Another computer may go on naming a record that was made one with another since.
      const named = recipient.organisationId === null ? null : presentId(ledger.organisations, recipient.organisationId);
      const toId = named !== null && ledger.organisations.has(named) ? named : (known(recipient.name)?.id ?? null);
      // Two records that became one may have named each other.
      if (toId === organisation.id) continue;
      const receiver = toId === null ? undefined : ledger.organisations.get(toId);
      const to = receiver ? organisationName(receiver, language) : inWords(recipient.name, language);
      const key = JSON.stringify([organisation.id, toId ?? to]);
      const before = found.get(key);
      const purposes = recipient.purpose === null ? [] : [inWords(recipient.purpose, language)];
      found.set(key, {
        organisationId: organisation.id,
        from: organisationName(organisation, language),
        toId,
        to,
        roles: unique([...(before?.roles ?? []), recipient.role]),
        purposes: unique([...(before?.purposes ?? []), ...purposes]),
        special: special || (before?.special ?? false),
        over: over && (before?.over ?? true),
      });
    }
  }
  return [...found.values()].toSorted((a, b) => byName(a.from, b.from) || byName(a.to, b.to));
}

/** More chains than this nobody reads. */
const mostChains = 50;

/**
 * What may travel on: an organisation gives to one that itself gives to another, and so on, each as names in order. Whether it is
 * the same data all the way, no record says. None comes twice in a chain, so that two who give to each other end it; a chain
 * that is part of a longer one is left out, and so is what nobody passes on any more.
 */
export function chainsOf(flows: readonly Flow[]): readonly (readonly string[])[] {
  const onward = new Map<string, Flow[]>();
  for (const flow of flows) if (!flow.over) onward.set(flow.organisationId, [...(onward.get(flow.organisationId) ?? []), flow]);
  const receives = new Set(flows.flatMap(({ organisationId, toId, over }) => (over || toId === organisationId ? [] : (toId ?? []))));
  const chains: (readonly string[])[] = [];
  const walk = (id: string, names: readonly string[], passed: ReadonlySet<string>): void => {
    const next = (onward.get(id) ?? []).filter(({ toId }) => toId === null || !passed.has(toId));
    if (next.length === 0 && names.length > 2) chains.push(names);
    for (const flow of next) {
      if (chains.length >= mostChains) return;
      if (flow.toId !== null) walk(flow.toId, [...names, flow.to], new Set([...passed, flow.toId]));
      else if (names.length > 1) chains.push([...names, flow.to]);
    }
  };
  const starts = [...onward.keys()].filter((id) => !receives.has(id));
  // Those who give in a circle all receive: any of them begins it.
  for (const id of onward.keys()) if (!reachedFrom(starts, onward).has(id)) starts.push(id);
  for (const id of starts) walk(id, [onward.get(id)?.[0]?.from ?? ""], new Set([id]));
  return chains;
}

function reachedFrom(begin: readonly string[], onward: ReadonlyMap<string, readonly Flow[]>): ReadonlySet<string> {
  const reached = new Set(begin);
  for (const id of reached) for (const { toId } of onward.get(id) ?? []) if (toId !== null) reached.add(toId);
  return reached;
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
