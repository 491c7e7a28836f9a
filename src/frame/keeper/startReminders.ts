import type { Day } from "../../consent/calendar/day.ts";
import type { DataRecord } from "../../consent/record/record.ts";
import { ledgerOf } from "../../consent/view/ledger.ts";
import { dueDays, nameOf } from "../../consent/view/reminders.ts";
import { rowsOf } from "../../consent/view/rows.ts";
import type { VaultApi } from "../../vault/api.ts";

/**
 * Sets the reminder of what a started service says to keep for so long; the home page, which keeps all of them in step, may not be
 * opened for months. @param made the records that were written now @param known those from before
 */
export async function remindOfStart(vault: Pick<VaultApi, "reminders">, known: readonly DataRecord[], made: readonly DataRecord[], today: Day): Promise<void> {
  const holdings = made.filter((one) => one.type === "holding");
  const all = new Map([...known, ...made].map((record) => [record.id, record]));
  const days = dueDays([], rowsOf({ ...ledgerOf([...all.values()]), holdings }, today), today);
  const named = new Set(days.map(({ reminderId }) => reminderId));
  await vault.reminders.change(days, holdings.map(({ id }) => nameOf(id)).filter((reminderId) => !named.has(reminderId)));
}
