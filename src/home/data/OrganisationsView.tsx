import { useMemo, useRef } from "preact/hooks";
import { categories, type Category } from "../../codec/categories.ts";
import { categoryCounts, findOrganisations, type OrganisationSummary, organisationsOf } from "../../consent/view/organisations.ts";
import { organisationName } from "../../consent/record/organisationName.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { useNarrow } from "../../ui/useNarrow.ts";
import type { Book } from "./book.ts";
import { Empty } from "./Empty.tsx";
import { LongList } from "./LongList.tsx";
import { NothingFound } from "./NothingFound.tsx";
import { SearchForm } from "./SearchForm.tsx";
import { SpecialBadge } from "../../ui/SpecialBadge.tsx";
import { TwinNotice, twinsIn } from "./TwinNotice.tsx";
import { useEntryFilter } from "./useEntryFilter.ts";

interface OrganisationFilter {
  readonly text: string;
  readonly only: Category | null | "all";
}

const everyone: OrganisationFilter = { text: "", only: "all" };

/** By organisation, and how much each category has. */
export function OrganisationsView({ book }: { readonly book: Book }) {
  const { t, language } = useTexts();
  const narrow = useNarrow();
  const field = useRef<HTMLInputElement>(null);
  const [{ text, only }, setFilter] = useEntryFilter<OrganisationFilter>("organisations", () => everyone);
  const setText = (next: string): void => setFilter((before) => ({ ...before, text: next }));
  const setOnly = (next: OrganisationFilter["only"]): void => setFilter((before) => ({ ...before, only: next }));
  const all = useMemo(() => organisationsOf(book.ledger, book.rows, book.tracked, language), [book.ledger, book.rows, book.tracked, language]);
  const shown = useMemo(() => findOrganisations(all, text).filter(({ organisation }) => only === "all" || organisation.category === only), [all, text, only]);
  const counts = useMemo(() => categoryCounts(all, categories), [all]);
  const twins = useMemo(() => twinsIn(book), [book.ledger]);
  if (all.length === 0) return <Empty />;
  const clear = (): void => setFilter(() => everyone);
  const chips = (
    <div class="data-categories no-print" role="group" aria-label={t("data_by_category")}>
      {counts.map(([category, count]) => (
        <button key={category ?? "none"} type="button" aria-pressed={only === category} onClick={() => setOnly(only === category ? "all" : category)}>
          {t(category === null ? "data_category_none" : `data_category_${category}`)} <b>{count}</b>
        </button>
      ))}
    </div>
  );
  return (
    <>
      <TwinNotice twins={twins} />
      {narrow ? (
        <details class="data-fold no-print">
          <summary>{only === "all" ? t("data_by_category") : `${t("data_by_category")} · ${t(only === null ? "data_category_none" : `data_category_${only}`)}`}</summary>
          <div class="data-inner">{chips}</div>
        </details>
      ) : (
        chips
      )}
      <SearchForm field={field} text={text} onText={setText} />
      <p role="status" class="soft">
        {t("data_shown", { COUNT: shown.length, TOTAL: all.length })}
      </p>
      {shown.length === 0 ? <NothingFound field={field} onClear={clear} /> : <div class="data-compact"><LongList items={shown} label={t("data_tab_organisations")} render={drawRow} /></div>}
    </>
  );
}

const drawRow = (summary: OrganisationSummary) => <OrganisationRow summary={summary} />;

function OrganisationRow({ summary: { organisation, holdings, special, ending, over, openRequests, overdue } }: { readonly summary: OrganisationSummary }) {
  const { t, language } = useTexts();
  const name = organisationName(organisation, language);
  return (
    <div class="data-row">
      <div class="data-row-main">
        <a class="data-row-name" href={`#data/organisation/${organisation.id}`}>
          {name}
        </a>
        <p class="data-line">
          {t("data_panel_holds", { COUNT: holdings })}
          {openRequests > 0 ? ` · ${t("data_requests_open", { COUNT: openRequests })}` : ""}
        </p>
      </div>
      <div class="data-row-side">
        <span class="row data-badges">
          <SpecialBadge special={special} />
          {over > 0 ? <Badge kind="error">{t("data_over")}</Badge> : ending > 0 ? <Badge kind="warn">{t("data_panel_ending")}</Badge> : null}
          {overdue > 0 ? <Badge kind="error">{t("data_overdue")}</Badge> : null}
        </span>
        <a class="button button-secondary no-print" href={`#data/ask/existence/${organisation.id}`}>
          {t("data_ask_short")}
          <span class="visually-hidden">: {name}</span>
        </a>
      </div>
    </div>
  );
}
