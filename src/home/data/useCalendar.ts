import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { calendarRecordId, parseCalendarChanges } from "../../consent/calendar/calendarChanges.ts";
import { type CalendarChanges, noChanges, type WorkCalendar, workCalendar } from "../../consent/calendar/workCalendar.ts";
import { vaultOfPage } from "../vault/useVault.ts";

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
      .records.get("settings", calendarRecordId)
      .then((stored) => setChanges(stored ? parseCalendarChanges(stored.value) : noChanges))
      .catch(() => undefined);
  }, [open]);
  const change = useCallback(async (next: CalendarChanges): Promise<void> => {
    await vaultOfPage().records.put("settings", calendarRecordId, { daysOff: [...next.daysOff], worked: [...next.worked] });
    setChanges(next);
  }, []);
  const calendar = useMemo(() => workCalendar(changes), [changes]);
  return { changes, calendar, change };
}
