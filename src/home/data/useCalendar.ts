import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { type CalendarChanges, noChanges, type WorkCalendar, workCalendar } from "../../consent/calendar/workCalendar.ts";
import type { VaultEvent } from "../../vault/api.ts";
import { codeOf, type VaultErrorCode } from "../../vault/error.ts";
import { useVaultEvent, vaultOfPage } from "../vault/useVault.ts";
import { changeDays, readDays } from "./calendarDays.ts";

export interface CalendarSettings {
  readonly changes: CalendarChanges;
  readonly calendar: WorkCalendar;
  /** Why the last change is not kept; null: it is. */
  readonly failure: VaultErrorCode | null;
  readonly change: (change: (now: CalendarChanges) => CalendarChanges) => Promise<void>;
}

/** The Georgian calendar with the person's own days off, kept in the vault and followed over changes made in any window. */
export function useCalendar(open: boolean): CalendarSettings {
  const [changes, setChanges] = useState<CalendarChanges>(noChanges);
  const [failure, setFailure] = useState<VaultErrorCode | null>(null);
  const read = useCallback(() => void readDays(vaultOfPage()).then(setChanges, () => undefined), []);
  useEffect(() => (open ? read() : undefined), [open]);
  useVaultEvent(useCallback((event: VaultEvent) => (event.kind === "changed" && event.collection === "settings" ? read() : undefined), []));
  const change = useCallback(async (by: (now: CalendarChanges) => CalendarChanges): Promise<void> => {
    setFailure(null);
    try {
      setChanges(await changeDays(vaultOfPage(), by));
    } catch (error) {
      setFailure(codeOf(error));
    }
  }, []);
  const calendar = useMemo(() => workCalendar(changes), [changes]);
  return { changes, calendar, failure, change };
}
