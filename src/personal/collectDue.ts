// What waits for the person, gathered from the open vault: for the panel beside the portal's page and for the toolbar's popup.
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
import type { Collection, VaultApi } from "../vault/api.ts";
import { knownCardEnds } from "./keepCardEnds.ts";

/** A change in one of these may change what is due. */
export const dueCollections: readonly Collection[] = ["organisations", "consents", "requests", "notices", "answers", "drafts", "settings"];

/** @param vault an open one; what was noted of a card since it was opened last comes into it @param language in which organisations are named */
export async function collectDue(vault: Pick<VaultApi, "records" | "reminders">, language: "ka" | "en"): Promise<readonly Due[]> {
  const { records } = vault;
  const [organisations, consents, requests, notices, answers, drafts, calendar, ends] = await Promise.all([
    records.list("organisations"), records.list("consents"), records.list("requests"), records.list("notices"), records.list("answers"), records.list("drafts"),
    records.get("settings", calendarRecordId), knownCardEnds(vault).catch(() => null),
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
    cardEnds: ends,
    today,
    language,
  });
}
