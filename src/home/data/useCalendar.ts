import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { dayFromIso } from "../../consent/calendar/day.ts";
import { type CalendarChanges, noChanges, type WorkCalendar, workCalendar } from "../../consent/calendar/workCalendar.ts";
import { vaultOfPage } from "../vault/useVault.ts";

const recordId = "work-calendar";

export interface CalendarSettings {
  readonly changes: CalendarChanges;
  readonly calendar: WorkCalendar;
  readonly change: (changes: CalendarChanges) => Promise<void>;
}

/** The Georgian calendar with the person's own days off, kept in the vault. */
export function useCalendar(open: boolean): CalendarSettings {
  const [changes, setChanges] = useState<CalendarChanges>(noChanges);
  useEffect(() => {
    if (!open) return;
    vaultOfPage()
      .records.get("settings", recordId)
      .then((stored) => setChanges(stored ? changesOf(stored.value) : noChanges))
      .catch(() => undefined);
  }, [open]);
  const change = useCallback(async (next: CalendarChanges): Promise<void> => {
    await vaultOfPage().records.put("settings", recordId, { daysOff: [...next.daysOff], worked: [...next.worked] });
    setChanges(next);
  }, []);
  const calendar = useMemo(() => workCalendar(changes), [changes]);
  return { changes, calendar, change };
}

function changesOf(value: unknown): CalendarChanges {
  const list = (name: string): readonly string[] => {
    const found: unknown = typeof value === "object" && value !== null ? Reflect.get(value, name) : null;
    return Array.isArray(found) ? found.filter((one): one is string => typeof one === "string" && dayFromIso(one) !== null) : [];
  };
  return { daysOff: list("daysOff"), worked: list("worked") };
}
