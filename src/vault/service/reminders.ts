// Reminders: a random name and a day, readable without the vault's key, because they must work while it is locked.
import type { VaultDatabase } from "../../platform/vaultDatabase.ts";
import type { Reminder, ReminderApi } from "../api.ts";
import { VaultError } from "../error.ts";
import { commit, type Step } from "../store/commit.ts";

export function reminders(database: VaultDatabase): ReminderApi {
  return {
    async set(reminderId, day) {
      await commit(database, [step({ reminderId, day })]);
    },
    async change(set, remove) {
      await commit(database, [...set.map(step), ...remove.map((key): Step => ({ remove: "reminder", key }))]);
    },
    async remove(reminderId) {
      await commit(database, [{ remove: "reminder", key: reminderId }]);
    },
    async list() {
      const [names, days] = await Promise.all([database.getAllKeys("reminder"), database.getAll("reminder")]);
      return names.map((reminderId, at) => ({ reminderId, day: days[at] ?? 0 }));
    },
  };
}

function step({ reminderId, day }: Reminder): Step {
  if (!/^[0-9a-f]{32}$/.test(reminderId) || !Number.isSafeInteger(day) || day < 0) throw new VaultError("INVALID", "a reminder is a random name and a day");
  return { put: "reminder", key: reminderId, value: day };
}
