import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { calendarRecordId, parseCalendarChanges } from "../../consent/calendar/calendarChanges.ts";
import type { Day } from "../../consent/calendar/day.ts";
import { workCalendar } from "../../consent/calendar/workCalendar.ts";
import { statutes } from "../../consent/data/statutes.ts";
import { soundRecords } from "../../consent/record/sound.ts";
import { ledgerOf } from "../../consent/view/ledger.ts";
import { type OrganisationSummary, organisationsOf } from "../../consent/view/organisations.ts";
import { type Overview, overviewOf, type TrackedRequest, trackRequests } from "../../consent/view/overview.ts";
import { type Row, rowsOf } from "../../consent/view/rows.ts";
import type { Collection } from "../../vault/api.ts";
import { useToday } from "../../ui/useToday.ts";
import { frameVault } from "../frameVault.ts";

const rooms = ["organisations", "consents", "requests"] as const satisfies readonly Collection[];
/** Several changes that come together are read once. */
const gatherMs = 150;

/** The records, as the panel shows them. */
export interface FrameBook {
  readonly rows: readonly Row[];
  readonly tracked: readonly TrackedRequest[];
  readonly organisations: readonly OrganisationSummary[];
  readonly overview: Overview;
  /** How many can't be shown. */
  readonly unreadable: number;
}

interface Stored extends ReturnType<typeof soundRecords> {
  readonly calendar: unknown;
}

/** Read only: whatever changes a record is done in the home page. Used inside VaultGate only. @returns null while loading */
export function useBook(): FrameBook | null {
  const [stored, setStored] = useState<Stored | null>(null);
  const today = useToday();
  const load = useCallback(async (): Promise<void> => {
    const { records } = frameVault();
    const [organisations = [], ...others] = await Promise.all(rooms.map((room) => records.list(room)));
    const calendar = await records.get("settings", calendarRecordId);
    setStored({ ...soundRecords(organisations, others.flat()), calendar: calendar?.value ?? null });
  }, []);
  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined;
    load().catch(() => undefined);
    const stop = frameVault().onEvent((event) => {
      if (event.kind !== "changed" || !(event.collection === "settings" || rooms.some((room) => room === event.collection))) return;
      clearTimeout(soon);
      soon = setTimeout(() => void load().catch(() => undefined), gatherMs);
    });
    return () => {
      clearTimeout(soon);
      stop();
    };
  }, [load]);
  return useMemo(() => (stored ? bookOf(stored, today) : null), [stored, today]);
}

function bookOf({ records, unreadable, calendar }: Stored, today: Day): FrameBook {
  const ledger = ledgerOf(records);
  const rows = rowsOf(ledger, today);
  const tracked = trackRequests(ledger, { statutes, calendar: workCalendar(parseCalendarChanges(calendar)) }, today);
  return { rows, tracked, organisations: organisationsOf(ledger, rows, tracked), overview: overviewOf(ledger, rows, tracked, today), unreadable };
}
