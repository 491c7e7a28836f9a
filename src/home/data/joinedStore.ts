// Where the vault keeps what is needed to take records apart again: [Note: joined] in `consent/record/joined.ts`.
import { type Joined, joinedRecords, parseHoldings, parseJoined, storedHoldings, storedJoined } from "../../consent/record/joined.ts";
import type { JoinedHoldings } from "../../consent/record/joinHoldings.ts";
import type { Json, RecordChange } from "../../vault/api.ts";
import { vaultOfPage } from "../vault/useVault.ts";

/** Organisations and what is held, each as two records that were made one. */
export interface AllJoined {
  readonly organisations: readonly Joined[];
  readonly holdings: readonly JoinedHoldings[];
}

export async function readJoined(): Promise<AllJoined> {
  const stored = (await vaultOfPage().records.list("settings")).filter(({ id }) => id.startsWith(joinedRecords));
  return { organisations: stored.flatMap(({ value }) => parseJoined(value) ?? []), holdings: stored.flatMap(({ value }) => parseHoldings(value) ?? []) };
}

export async function forgetJoined(all: readonly (Joined | JoinedHoldings)[]): Promise<void> {
  await vaultOfPage().records.commit(all.map(({ gone }) => forgetting(gone.id)));
}

/** What is written with the records that become one. */
export function remembering(joined: Joined | JoinedHoldings): RecordChange {
  const value = "recipients" in joined ? storedJoined(joined) : storedHoldings(joined);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- plain data
  return { collection: "settings", id: `${joinedRecords}${joined.gone.id}`, value: value as Json };
}

/** What goes with it. @param id of the record that was gone */
export const forgetting = (id: string): RecordChange => ({ collection: "settings", id: `${joinedRecords}${id}`, remove: true });
