import { useMemo, useRef } from "preact/hooks";
import { kindWord } from "../../consent/view/kindWord.ts";
import { allRequests, requestStates, selectRequests } from "../../consent/view/requests.ts";
import { organisationName } from "../../consent/record/organisationName.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import type { Book } from "./book.ts";
import { LastDay } from "./LastDay.tsx";
import { NothingFound } from "./NothingFound.tsx";
import { OneOf } from "./OneOf.tsx";
import { SearchForm } from "./SearchForm.tsx";
import { useEntryFilter } from "./useEntryFilter.ts";
import { useFirst } from "./usePrinting.ts";

const page = 100;

/** All requests, the most urgent first, to search and to narrow. */
export function RequestsView({ book }: { readonly book: Book }) {
  const { t, language } = useTexts();
  const field = useRef<HTMLInputElement>(null);
  const [filter, setFilter] = useEntryFilter("requests", () => allRequests);
  const found = useMemo(() => selectRequests(book.tracked, filter, book.ledger.organisations, (one) => t(`data_kind_${kindWord(one)}`)), [book.tracked, book.ledger, filter, t]);
  const { shown, left, more } = useFirst(found, page);
  if (book.tracked.length === 0) return <p>{t("data_no_requests")}</p>;
  const nameOf = (id: string): string => {
    const organisation = book.ledger.organisations.get(id);
    return organisation ? organisationName(organisation, language) : t("data_unknown");
  };
  return (
    <div class="stack">
      <SearchForm field={field} text={filter.text} onText={(text) => setFilter((before) => ({ ...before, text }))}>
        <OneOf label={t("data_show")} value={filter.only} options={requestStates} text={(one) => t(one === "overdue" ? "data_overdue" : one === "closed" ? "data_phase_closed" : "data_requests_not_closed")} none={t("data_all")} onChange={(only) => setFilter((before) => ({ ...before, only }))} />
      </SearchForm>
      <p role="status" class="soft">
        {t("data_shown", { COUNT: found.length, TOTAL: book.tracked.length })}
      </p>
      {found.length === 0 ? <NothingFound field={field} onClear={() => setFilter(() => allRequests)} /> : null}
      <ul class="plain-list">
        {shown.map(({ request, situation }) => (
          <li key={request.id} class="card stack-tight">
            <div class="row spread">
              <a class="data-row-name" href={`#data/request/${request.id}`}>
                {t(`data_kind_${kindWord(request)}`)}
              </a>
              <span class="row data-badges">
                {situation.overdue ? <Badge kind="error">{t("data_overdue")}</Badge> : situation.late ? <Badge kind="warn">{t("data_late")}</Badge> : situation.askReceiptOn !== null && situation.askReceiptOn <= book.today ? <Badge kind="warn">{t("data_unconfirmed_one")}</Badge> : situation.askAnswerOn !== null && situation.askAnswerOn <= book.today ? <Badge kind="warn">{t("data_look_one")}</Badge> : null}
                <Badge kind="plain">{t(`data_phase_${situation.phase}`)}</Badge>
              </span>
            </div>
            <p>{nameOf(request.organisationId)}</p>
            <p class="soft">
              {request.reference}
              <LastDay situation={situation} />
            </p>
          </li>
        ))}
      </ul>
      {left > 0 ? <Button onClick={more}>{t("data_more", { COUNT: left })}</Button> : null}
    </div>
  );
}
