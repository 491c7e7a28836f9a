// Where the vault keeps what is needed to take records apart again: [Note: joined] in `consent/record/joined.ts`.
import { type Joined, joinedRecords, parseJoined } from "../../consent/record/joined.ts";
import { vaultOfPage } from "../vault/useVault.ts";

export async function readJoined(): Promise<readonly Joined[]> {
  return (await vaultOfPage().records.list("settings")).flatMap(({ id, value }) => (id.startsWith(joinedRecords) ? (parseJoined(value) ?? []) : []));
}

export async function forgetJoined(all: readonly Joined[]): Promise<void> {
  await vaultOfPage().records.commit(all.map(({ gone }) => ({ collection: "settings", id: `${joinedRecords}${gone.id}`, remove: true })));
}
