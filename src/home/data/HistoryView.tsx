import { useCallback, useMemo, useRef } from "preact/hooks";
import { type Happening, historyOf } from "../../consent/view/history.ts";
import { type Doing, doings, type HistoryFilter, organisationsIn, selectHistory, wholeHistory, yearsOf } from "../../consent/view/historyFilter.ts";
import { organisationName } from "../../consent/record/organisationName.ts";
import { useTexts } from "../../i18n/texts.tsx";
import type { Book } from "./book.ts";
import { FilterFold } from "./FilterFold.tsx";
import { HistoryRow } from "./HistoryRow.tsx";
import { LongList } from "./LongList.tsx";
import { NothingFound } from "./NothingFound.tsx";
import { OneOf } from "./OneOf.tsx";
import { SearchForm } from "./SearchForm.tsx";
import { useEntryFilter } from "./useEntryFilter.ts";
import { useHistoryWords } from "./useHistoryWords.ts";

/** What happened to the person's data, newest first, by years; to search and to narrow. */
export function HistoryView({ book }: { readonly book: Book }) {
  const { t, language } = useTexts();
  const field = useRef<HTMLInputElement>(null);
  const [filter, setFilter] = useEntryFilter<HistoryFilter>("history", () => wholeHistory);
  const all = useMemo(() => historyOf(book.ledger), [book.ledger]);
  const { said, searched } = useHistoryWords(all);
  const shown = useMemo(() => selectHistory(all, filter, searched), [all, filter, searched]);
  const years = useMemo(() => yearsOf(shown), [shown]);
  const names = useMemo(() => new Map(organisationsIn(all, language).map((one) => [one.id, organisationName(one, language)])), [all, language]);
  const draw = useCallback((one: Happening) => <HistoryRow one={one} said={said(one)} coming={one.day > book.today} />, [said, book.today]);
  const change = (more: Partial<HistoryFilter>): void => setFilter((before) => ({ ...before, ...more }));
  const { doing, organisationId } = filter;
  // Hundreds of organisations may be offered: they are not gone through at every key.
  const choices = useMemo(
    () => (
      <>
        <OneOf label={t("data_history_doing")} value={doing} options={doings} text={(one: Doing) => t(`data_history_${one}`)} none={t("data_all")} onChange={(chosen) => setFilter((before) => ({ ...before, doing: chosen }))} />
        <OneOf label={t("data_history_organisation")} value={organisationId} options={[...names.keys()]} text={(id) => names.get(id) ?? ""} none={t("data_all")} onChange={(chosen) => setFilter((before) => ({ ...before, organisationId: chosen }))} />
      </>
    ),
    [names, doing, organisationId, t],
  );
  if (all.length === 0) return <p>{t("data_no_history")}</p>;
  return (
    <>
      <SearchForm field={field} text={filter.text} onText={(text) => change({ text })}>
        <FilterFold chosen={[doing && t(`data_history_${doing}`), organisationId && (names.get(organisationId) ?? null)]}>{choices}</FilterFold>
      </SearchForm>
      <p role="status" class="soft">
        {t("data_shown", { COUNT: shown.length, TOTAL: all.length })}
      </p>
      {shown.length === 0 ? <NothingFound field={field} onClear={() => setFilter(() => wholeHistory)} /> : null}
      {years.map(({ year, happenings }) => (
        <section key={year} class="stack-tight data-history" aria-labelledby={`year-${year}`}>
          <h3 id={`year-${year}`}>{year}</h3>
          <LongList items={happenings} label={year} render={draw} />
        </section>
      ))}
    </>
  );
}
