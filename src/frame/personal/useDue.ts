import { useCallback, useEffect, useState } from "preact/hooks";
import { recall } from "../../card/eid/cardCache.ts";
import { parseCertificate } from "../../card/x509/certificate.ts";
import { calendarRecordId, parseCalendarChanges } from "../../consent/calendar/calendarChanges.ts";
import { dayInTbilisi } from "../../consent/calendar/day.ts";
import { workCalendar } from "../../consent/calendar/workCalendar.ts";
import { statutes } from "../../consent/data/statutes.ts";
import type { DataRecord } from "../../consent/record/record.ts";
import { ledgerOf } from "../../consent/view/ledger.ts";
import { trackRequests } from "../../consent/view/overview.ts";
import { rowsOf } from "../../consent/view/rows.ts";
import { parseAnswer } from "../../forms/answer.ts";
import { sortApplications } from "../../forms/applications.ts";
import { parseNoticeRecord } from "../../notices/terms.ts";
import { type Due, dueOf } from "../../personal/due.ts";
import { cardsOfSession, sessionCardCache } from "../../platform/cardCache.ts";
import type { Collection, StoredRecord } from "../../vault/api.ts";
import { frameVault } from "../frameVault.ts";

const looked: readonly Collection[] = ["organisations", "consents", "requests", "notices", "answers", "drafts", "settings"];

/** What waits for the person, followed over all windows; null until it is known. Used inside VaultGate only. */
export function useDue(): readonly Due[] | null {
  const [due, setDue] = useState<readonly Due[] | null>(null);
  const load = useCallback(() => void collect().then(setDue, () => undefined), []);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    load();
    const stop = frameVault().onEvent((event) => {
      if (event.kind !== "changed" || !looked.includes(event.collection)) return;
      clearTimeout(timer);
      timer = setTimeout(load, 200);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [load]);
  return due;
}

async function collect(): Promise<readonly Due[]> {
  const { records } = frameVault();
  const [organisations, consents, requests, notices, answers, drafts, calendar, certificateEnds] = await Promise.all([
    records.list("organisations"), records.list("consents"), records.list("requests"), records.list("notices"), records.list("answers"), records.list("drafts"),
    records.get("settings", calendarRecordId), certificateEnd().catch(() => null),
  ]);
  const today = dayInTbilisi(Date.now());
  const ledger = ledgerOf([...organisations, ...consents, ...requests].map(recordIn));
  return dueOf({
    tracked: trackRequests(ledger, { statutes, calendar: workCalendar(parseCalendarChanges(calendar?.value)) }, today),
    rows: rowsOf(ledger, today),
    organisations: ledger.organisations,
    notices: notices.flatMap(({ value }) => parseNoticeRecord(value) ?? []),
    answers: answers.flatMap(({ value }) => parseAnswer(value) ?? []),
    drafts: sortApplications(drafts).drafts,
    certificateEnds,
    today,
  });
}

/** Of the card that was used since the browser started; the earliest, if there were several. */
async function certificateEnd(): Promise<number | null> {
  const ends: number[] = [];
  for (const serial of await cardsOfSession()) {
    const cached = await recall(sessionCardCache, serial);
    if (cached) ends.push(parseCertificate(cached.certificateDer).notAfter);
  }
  return ends.length === 0 ? null : Math.min(...ends);
}

// What the dashboard put in.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const recordIn = ({ value }: StoredRecord): DataRecord => value as unknown as DataRecord;
