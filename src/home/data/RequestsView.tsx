import { georgianDate } from "../../consent/calendar/day.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Badge } from "../../ui/Badge.tsx";
import type { Book } from "./book.ts";

/** All requests, the most urgent first. */
export function RequestsView({ book }: { readonly book: Book }) {
  const { t } = useTexts();
  if (book.tracked.length === 0) return <p>{t("data_no_requests")}</p>;
  return (
    <ul class="plain-list">
      {book.tracked.map(({ request, situation }) => (
        <li key={request.id} class="card stack-tight">
          <div class="row spread">
            <a class="data-row-name" href={`#data/request/${request.id}`}>
              {t(`data_kind_${request.kind}`)}
            </a>
            <span class="row data-badges">
              {situation.overdue ? <Badge kind="error">{t("data_overdue")}</Badge> : situation.late ? <Badge kind="warn">{t("data_late")}</Badge> : null}
              <Badge kind="plain">{t(`data_phase_${situation.phase}`)}</Badge>
            </span>
          </div>
          <p>{book.ledger.organisations.get(request.organisationId)?.name ?? t("data_unknown")}</p>
          <p class="soft">
            {request.reference}
            {situation.remindOn === null ? "" : ` · ${t("data_last_day")}: ${georgianDate(situation.remindOn)}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
