// What waits for the person, gathered from the open vault: for the panel beside the portal's page and for the toolbar's popup.
import { recall } from "../card/eid/cardCache.ts";
import { parseCertificate } from "../card/x509/certificate.ts";
import { calendarRecordId, parseCalendarChanges } from "../consent/calendar/calendarChanges.ts";
import { dayInTbilisi } from "../consent/calendar/day.ts";
import { workCalendar } from "../consent/calendar/workCalendar.ts";
import { statutes } from "../consent/data/statutes.ts";
import { soundRecords } from "../consent/record/sound.ts";
import { ledgerOf } from "../consent/view/ledger.ts";
import { trackRequests } from "../consent/view/overview.ts";
import { rowsOf } from "../consent/view/rows.ts";
import { parseAnswer } from "../forms/answer.ts";
import { sortApplications } from "../forms/applications.ts";
import { ownForms } from "../forms/ownForm.ts";
import { parseNoticeRecord } from "../notices/terms.ts";
import { type Due, dueOf } from "./due.ts";
import { cardsOfSession, sessionCardCache } from "../platform/cardCache.ts";
import type { Collection, RecordApi } from "../vault/api.ts";

/** A change in one of these may change what is due. */
export const dueCollections: readonly Collection[] = ["organisations", "consents", "requests", "notices", "answers", "drafts", "settings"];

/** Reads the vault and the cards of this session. @param records of an open vault */
export async function collectDue(records: Pick<RecordApi, "get" | "list">): Promise<readonly Due[]> {
  const [organisations, consents, requests, notices, answers, drafts, calendar, certificateEnds] = await Promise.all([
    records.list("organisations"), records.list("consents"), records.list("requests"), records.list("notices"), records.list("answers"), records.list("drafts"),
    records.get("settings", calendarRecordId), certificateEnd().catch(() => null),
  ]);
  const today = dayInTbilisi(Date.now());
  const ledger = ledgerOf(soundRecords(organisations, [...consents, ...requests]).records);
  return dueOf({
    tracked: trackRequests(ledger, { statutes, calendar: workCalendar(parseCalendarChanges(calendar?.value)) }, today),
    rows: rowsOf(ledger, today),
    organisations: ledger.organisations,
    notices: notices.flatMap(({ value }) => parseNoticeRecord(value) ?? []),
    answers: answers.flatMap(({ value }) => parseAnswer(value) ?? []),
    drafts: sortApplications(drafts).drafts,
    forms: ownForms(drafts),
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
