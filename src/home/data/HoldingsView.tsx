import { useEffect, useMemo, useRef } from "preact/hooks";
import { categories } from "../../codec/categories.ts";
import { everything, type Filter, readyForSearch, type Row, selectRows } from "../../consent/view/rows.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { organisationName } from "../../consent/record/organisationName.ts";
import type { Organisation } from "../../consent/record/record.ts";
import { Empty } from "./Empty.tsx";
import { FilterFold } from "./FilterFold.tsx";
import { HoldingRow } from "./HoldingRow.tsx";
import { LongList } from "./LongList.tsx";
import { NothingFound } from "./NothingFound.tsx";
import { AlwaysOne, OneOf } from "./OneOf.tsx";
import { SearchForm } from "./SearchForm.tsx";
import { useEntryFilter } from "./useEntryFilter.ts";
import { whileIdle } from "./whileIdle.ts";

const onlyOptions = ["special", "ending", "unstated"] as const;
const sortings = ["organisation", "until", "changed"] as const;

interface HoldingsViewProps {
  readonly rows: readonly Row[];
  readonly organisations: ReadonlyMap<string, Organisation>;
  /** How many requests to an organisation are open, where any is. */
  readonly asked: ReadonlyMap<string, number>;
  /** A category or one of `onlyOptions`, to begin with. */
  readonly only: string | null;
}

/** Everything that is held, to search, narrow and sort. */
export function HoldingsView({ rows, organisations, asked, only }: HoldingsViewProps) {
  const { t } = useTexts();
  const [filter, setFilter] = useEntryFilter<Filter>("holdings", () => ({ ...everything, category: categories.find((one) => one === only) ?? null, only: onlyOptions.find((one) => one === only) ?? null }));
  const shown = useMemo(() => selectRows(rows, filter), [rows, filter]);
  // So that the first key finds as fast as the second.
  useEffect(() => whileIdle(rows.length, (at) => readyForSearch(rows, at, 50)), [rows]);
  const field = useRef<HTMLInputElement>(null);
  const change = (more: Partial<Filter>): void => setFilter((before) => ({ ...before, ...more }));
  if (organisations.size === 0) return <Empty />;
  if (rows.length === 0) return <Unknown rows={rows} organisations={organisations} asked={asked} />;
  return (
    <>
      <SearchForm field={field} text={filter.text} onText={(text) => change({ text })}>
        <FilterFold chosen={[filter.category && t(`data_category_${filter.category}`), filter.only && t(`data_only_${filter.only}`)]}>
          <OneOf label={t("data_by_category")} value={filter.category} options={categories} text={(one) => t(`data_category_${one}`)} none={t("data_all")} onChange={(category) => change({ category })} />
          <OneOf label={t("data_show")} value={filter.only} options={onlyOptions} text={(one) => t(`data_only_${one}`)} none={t("data_all")} onChange={(chosen) => change({ only: chosen })} />
          <AlwaysOne label={t("data_sort")} value={filter.sort} options={sortings} text={(one) => t(`data_sort_${one}`)} onChange={(sort) => change({ sort })} />
        </FilterFold>
      </SearchForm>
      <p role="status" class="soft">
        {t("data_shown", { COUNT: shown.length, TOTAL: rows.length })}
      </p>
      {shown.length === 0 ? <NothingFound field={field} onClear={() => setFilter(({ sort }) => ({ ...everything, sort }))} /> : <LongList items={shown} label={t("data_tab_holdings")} render={drawRow} />}
      <Unknown rows={rows} organisations={organisations} asked={asked} />
    </>
  );
}

const drawRow = (row: Row) => <HoldingRow row={row} />;

/** Organisations on record of which nobody has said yet what they hold: the first thing is to ask, and once asked, to see what came of it. */
function Unknown({ rows, organisations, asked }: Omit<HoldingsViewProps, "only">) {
  const { t, language } = useTexts();
  const unknown = useMemo(() => {
    const known = new Set(rows.map(({ organisation }) => organisation.id));
    return [...organisations.values()].filter(({ id }) => !known.has(id));
  }, [rows, organisations]);
  if (unknown.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="unknown-title">
      <h3 id="unknown-title">{t("data_unknown_organisations")}</h3>
      <ul class="plain-list">
        {unknown.map((one) => (
          <li key={one.id} class="row spread">
            <a href={`#data/organisation/${one.id}`}>{organisationName(one, language)}</a>
            {asked.has(one.id) ? (
              <span class="soft">{t("data_requests_open", { COUNT: asked.get(one.id) ?? 0 })}</span>
            ) : (
              <a class="no-print" href={`#data/ask/existence/${one.id}`}>
                {t("data_ask_short")}
                <span class="visually-hidden">: {organisationName(one, language)}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
