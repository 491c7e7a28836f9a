// All records together, looked up by what belongs to what. Built once for every change of the store; everything the
// dashboard shows is worked out from it.
import type { Consent, DataRecord, Holding, Organisation } from "../record/record.ts";
import type { DataRequest } from "../request/request.ts";

export interface Ledger {
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly holdings: readonly Holding[];
  readonly requests: readonly DataRequest[];
  readonly consentsOf: (holdingId: string) => readonly Consent[];
  readonly consentsWith: (organisationId: string) => readonly Consent[];
  readonly holdingsOf: (organisationId: string) => readonly Holding[];
  readonly requestsTo: (organisationId: string) => readonly DataRequest[];
  readonly consents: readonly Consent[];
}

export function ledgerOf(records: readonly DataRecord[]): Ledger {
  const organisations = new Map<string, Organisation>();
  const holdings: Holding[] = [];
  const consents: Consent[] = [];
  const requests: DataRequest[] = [];
  for (const record of records) {
    if (record.type === "organisation") organisations.set(record.id, record);
    else if (record.type === "holding") holdings.push(record);
    else if (record.type === "consent") consents.push(record);
    else requests.push(record);
  }
  return {
    organisations,
    holdings,
    consents,
    requests,
    consentsOf: grouped(consents, (one) => one.holdingId),
    consentsWith: grouped(consents, (one) => one.organisationId),
    holdingsOf: grouped(holdings, (one) => one.organisationId),
    requestsTo: grouped(requests, (one) => one.organisationId),
  };
}

/** Looks items up by a key; those whose key is null are in no group. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string | null): (key: string) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return (key) => groups.get(key) ?? [];
}
