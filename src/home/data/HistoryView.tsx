import { useMemo, useState } from "preact/hooks";
import { georgianDate } from "../../consent/calendar/day.ts";
import { type Happening, historyOf } from "../../consent/view/history.ts";
import type { Paper } from "../../consent/request/event.ts";
import { organisationName } from "../../consent/record/organisationName.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { visible } from "../../ui/documents/fileFacts.ts";
import { Button } from "../../ui/Button.tsx";
import type { Book } from "./book.ts";
import { PaperList } from "./PaperList.tsx";
import { useFirst } from "./usePrinting.ts";

const page = 100;

/** What happened to the person's data, newest first. */
export function HistoryView({ book }: { readonly book: Book }) {
  const { t, language } = useTexts();
  const all = useMemo(() => historyOf(book.ledger), [book.ledger]);
  const { shown, left, more } = useFirst(all, page);
  const said = (one: Happening): string => (one.kind === "consent" ? t(`data_state_${one.state}`) : one.kind === "request" ? t(`data_event_${one.event}`) : t("data_history_since"));
  const nameOf = (id: string): string => {
    const organisation = book.ledger.organisations.get(id);
    return organisation ? organisationName(organisation, language) : t("data_unknown");
  };
  if (all.length === 0) return <p>{t("data_no_history")}</p>;
  return (
    <div class="stack">
      <ol class="data-history">
        {shown.map((one, i) => (
          <li key={i}>
            <time>{georgianDate(one.day)}</time>
            <div>
              <b>{said(one)}</b> · {one.kind === "request" ? <a href={`#data/request/${one.requestId}`}>{one.about}</a> : one.about}
              <br />
              <a href={`#data/organisation/${one.organisationId}`}>{nameOf(one.organisationId)}</a>
              {one.kind === "request" && one.papers.length > 0 ? <Papers papers={one.papers} /> : null}
            </div>
          </li>
        ))}
      </ol>
      {left > 0 ? <Button onClick={more}>{t("data_more", { COUNT: left })}</Button> : null}
    </div>
  );
}

/** What came with it, by name; the papers themselves once somebody asks for them: there may be a hundred such lines. */
function Papers({ papers }: { readonly papers: readonly Paper[] }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t("data_history_papers")}:{" "}
        {papers.map(({ id, name }, i) => (
          <bdi key={id}>
            {i > 0 ? ", " : ""}
            {visible(name)}
          </bdi>
        ))}
      </summary>
      {open ? <PaperList papers={papers} inner /> : null}
    </details>
  );
}
