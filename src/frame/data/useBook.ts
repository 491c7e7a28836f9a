import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { calendarRecordId, parseCalendarChanges } from "../../consent/calendar/calendarChanges.ts";
import type { Day } from "../../consent/calendar/day.ts";
import { workCalendar } from "../../consent/calendar/workCalendar.ts";
import { statutes } from "../../consent/data/statutes.ts";
import { atPresent } from "../../consent/record/formerIds.ts";
import { soundRecords, standInsFor } from "../../consent/record/sound.ts";
import { grouped, ledgerOf } from "../../consent/view/ledger.ts";
import { type ConsentOutline, type HoldingOutline, outlineOf, outlinePaths } from "../../consent/view/outline.ts";
import { type OrganisationSummary, organisationsOf } from "../../consent/view/organisations.ts";
import { type Overview, overviewOf, type TrackedRequest, trackRequests } from "../../consent/view/overview.ts";
import { type Row, rowsOf } from "../../consent/view/rows.ts";
import type { Collection, RecordRow, StoredRecord } from "../../vault/api.ts";
import { useTexts } from "../../i18n/texts.tsx";
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

interface Stored {
  readonly organisations: readonly StoredRecord[];
  readonly requests: readonly StoredRecord[];
  /** Of holdings and consents only what the panel shows: see [Note: outlines]. */
  readonly consents: readonly RecordRow[];
  readonly calendar: unknown;
}

/** Read only: whatever changes a record is done in the home page. Used inside VaultGate only. @returns null while loading */
export function useBook(): FrameBook | null {
  const { language } = useTexts();
  const [stored, setStored] = useState<Stored | null>(null);
  const today = useToday();
  const load = useCallback(async (): Promise<void> => {
    const { records } = frameVault();
    const [organisations, requests, consents, calendar] = await Promise.all([records.list("organisations"), records.list("requests"), records.table("consents", outlinePaths), records.get("settings", calendarRecordId)]);
    setStored({ organisations, requests, consents, calendar: calendar?.value ?? null });
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
  return useMemo(() => (stored ? bookOf(stored, today, language) : null), [stored, today, language]);
}

function bookOf({ organisations: stored, requests, consents: outlined, calendar }: Stored, today: Day, language: "ka" | "en"): FrameBook {
  const sound = soundRecords(stored, requests);
  const ledger = ledgerOf(sound.records);
  const held: HoldingOutline[] = [];
  const agreed: ConsentOutline[] = [];
  for (const row of outlined) {
    const outline = outlineOf(row);
    if (outline?.type === "holding") held.push(outline);
    else if (outline) agreed.push(outline);
  }
  const organisations = new Map(ledger.organisations);
  const [holdings, consents] = [atPresent(held, ledger.organisations), atPresent(agreed, ledger.organisations)];
  for (const one of standInsFor(organisations, [...holdings, ...consents], stored)) organisations.set(one.id, one);
  const rows = rowsOf({ organisations, holdings, consentsOf: grouped(consents, (one) => one.holdingId) }, today, language);
  const tracked = trackRequests({ organisations, requests: ledger.requests }, { statutes, calendar: workCalendar(parseCalendarChanges(calendar)) }, today);
  const unreadable = sound.unreadable + outlined.length - holdings.length - consents.length;
  return { rows, tracked, organisations: organisationsOf({ organisations }, rows, tracked, language), overview: overviewOf({ organisations }, rows, tracked, today), unreadable };
}
