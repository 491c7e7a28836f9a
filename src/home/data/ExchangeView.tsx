import { useMemo, useState } from "preact/hooks";
import { dayFromIso, georgianDate, isoOf } from "../../consent/calendar/day.ts";
import { kindWord } from "../../consent/view/kindWord.ts";
import { publicHoliday } from "../../consent/calendar/workCalendar.ts";
import { RecordError } from "../../consent/record/codec.ts";
import { exportRecords } from "../../consent/record/exportFile.ts";
import type { DataRecord } from "../../consent/record/record.ts";
import { organisationName } from "../../consent/record/organisationName.ts";
import { calendarEntries } from "../../consent/view/calendarEntries.ts";
import { countedGiven, goneEntries, staleCount } from "../../consent/view/calendarGiven.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useOnce } from "../../ui/useOnce.ts";
import { VaultFailure } from "../../ui/VaultFailure.tsx";
import { FileButton } from "../verify/FileButton.tsx";
import type { Book } from "./book.ts";
import { recordsIn, recordsToExport, recordsToImport, recordsToTakeBack } from "./exchange.ts";
import { Text } from "./fields.tsx";
import { saveFile } from "./files.ts";
import { withDay, withoutDay } from "./calendarDays.ts";
import type { CalendarSettings } from "./useCalendar.ts";
import { useGiven } from "./useGiven.ts";

type Result = { readonly added: readonly DataRecord[]; readonly skipped: number } | { readonly broken: string } | "none" | null;

/** Records in and out, deadlines to the person's own calendar, and the days off that the government has declared. */
export function ExchangeView({ book, calendar }: { readonly book: Book; readonly calendar: CalendarSettings }) {
  const { t, language } = useTexts();
  const [result, setResult] = useState<Result>(null);
  const { busy, once } = useOnce();
  const { ledger } = book;
  const all = recordsToExport(book);
  const take = async (file: File): Promise<void> => {
    setResult(null);
    try {
      const found = recordsIn(await file.text(), file.name);
      if (found === null) {
        setResult("none");
        return;
      }
      const { records, skipped } = found;
      const fresh = recordsToImport(records, book);
      if (await book.save(fresh)) setResult({ added: fresh, skipped: skipped + records.length - fresh.length });
    } catch (error) {
      setResult({ broken: error instanceof RecordError ? error.path : t("data_import_no_json") });
    }
  };
  const addedNow = result !== null && typeof result === "object" && "added" in result ? recordsToTakeBack(result.added, book) : [];
  const takeBack = async (): Promise<void> => {
    if (await book.remove(addedNow)) setResult(null);
  };
  const whose = ({ organisationId, reference }: (typeof ledger.requests)[number]): string => {
    const organisation = ledger.organisations.get(organisationId);
    return organisation ? organisationName(organisation, language) : reference;
  };
  const name = (request: (typeof ledger.requests)[number]): string => `${t(`data_kind_${kindWord(request)}`)}: ${whose(request)}`;
  const keeping = ({ organisation }: (typeof book.rows)[number]): string => `${t("data_ask_erase")}: ${organisationName(organisation, language)}`;
  const { given: everything, failed, save } = useGiven();
  const given = countedGiven(everything, book.unreadable);
  const entries = useMemo(() => calendarEntries(book.tracked, book.rows, language, { request: name, keeping, receipt: (request) => t("data_receipt_entry", { NAME: whose(request) }), look: (request) => t("data_look_entry", { NAME: whose(request) }), filing: (request) => t("data_filing_entry", { NAME: whose(request) }), decision: (request) => t("data_decision_entry", { NAME: whose(request) }), unverified: t("data_unverified") }), [book.tracked, book.rows, ledger, language]);
  const gone = goneEntries(given, entries, book.today, t("data_ics_cancelled"));
  const stale = staleCount(given, entries, book.today);
  return (
    <div class="stack">
      <section class="card stack" aria-labelledby="ics-title">
        <h3 id="ics-title">{t("data_ics")}</h3>
        <p>{t("data_ics_about")}</p>
        {stale > 0 ? (
          <Notice kind="warning">
            <p>{t("data_ics_stale", { COUNT: stale })}</p>
          </Notice>
        ) : null}
        {failed ? (
          <Notice kind="error" announced>
            <p>{t("data_ics_failed")}</p>
          </Notice>
        ) : null}
        <div class="row">
          <Button disabled={entries.length + gone.length === 0} onClick={() => save("moqalaqe.ics", [...entries, ...gone], book.today)}>
            {t("data_ics_save")}
          </Button>
        </div>
      </section>
      <section class="card stack" aria-labelledby="export-title">
        <h3 id="export-title">{t("data_export")}</h3>
        <p>{t("data_export_about")}</p>
        <div class="row">
          <Button disabled={all.length === 0} onClick={() => saveFile(`moqalaqe-${isoOf(book.today)}.jsonld`, exportRecords(all, Date.now()), "application/ld+json")}>
            {t("data_export_save")}
          </Button>
        </div>
        {book.unreadable.length > 0 ? <p>{t("data_export_without", { COUNT: book.unreadable.length })}</p> : null}
        <p class="soft">{t("data_import_hint")}</p>
        <div class="row">
          <FileButton accept=".json,.jsonld,application/ld+json,application/json" onFiles={([file]) => void (file && take(file))}>
            {t("data_import")}
          </FileButton>
        </div>
        {result ? (
          <Notice kind={result === "none" || "broken" in result ? "error" : result.added.length > 0 ? "success" : "information"} announced>
            <p>{result === "none" ? t("data_import_none") : "broken" in result ? t("data_import_broken", { PLACE: result.broken }) : t("data_import_done", { COUNT: result.added.length, SKIPPED: result.skipped })}</p>
            {addedNow.length > 0 ? (
              <div class="row">
                <Button disabled={busy} onClick={() => once(takeBack)}>
                  {t("data_import_undo")}
                </Button>
              </div>
            ) : null}
          </Notice>
        ) : null}
      </section>
      <DaysOff calendar={calendar} />
    </div>
  );
}

function DaysOff({ calendar }: { readonly calendar: CalendarSettings }) {
  const { t, language } = useTexts();
  const [date, setDate] = useState("");
  const [problem, setProblem] = useState(false);
  const { changes, change, failure } = calendar;
  const add = (event: Event): void => {
    event.preventDefault();
    const day = dayFromIso(date);
    setProblem(day === null);
    if (day === null) return;
    const off = calendar.calendar.isWorking(day);
    void change((now) => withDay(now, date, off));
    setDate("");
  };
  const drop = (iso: string): void => void change((now) => withoutDay(now, iso));
  const chosen = dayFromIso(date);
  const name = chosen === null ? null : publicHoliday(chosen);
  return (
    <section class="card stack" aria-labelledby="days-title">
      <h3 id="days-title">{t("data_days")}</h3>
      <p>{t("data_days_about")}</p>
      <form class="stack" onSubmit={add} noValidate>
        <Text label={t("data_days_label")} type="date" value={date} onChange={setDate} {...(name ? { hint: name[language] } : {})} />
        {problem ? (
          <Notice kind="error" announced>
            <p>{t("data_wrong_date")}</p>
          </Notice>
        ) : null}
        <div class="row">
          <button type="submit" class="button button-secondary">
            {t(chosen !== null && !calendar.calendar.isWorking(chosen) ? "data_days_worked" : "data_days_off")}
          </button>
        </div>
      </form>
      {failure ? <VaultFailure code={failure} /> : null}
      <ul class="plain-list">
        {[...changes.daysOff, ...changes.worked].toSorted((a, b) => a.localeCompare(b)).map((iso) => (
          <li key={iso} class="reader-line">
            <span>
              {georgianDate(dayFromIso(iso) ?? 0)} · {t(changes.worked.includes(iso) ? "data_days_is_worked" : "data_days_is_off")}
            </span>
            <Button onClick={() => drop(iso)}>{t("data_days_drop", { DATE: georgianDate(dayFromIso(iso) ?? 0) })}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
