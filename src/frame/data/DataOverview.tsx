import { useState } from "preact/hooks";
import { georgianDate } from "../../consent/calendar/day.ts";
import { kindWord } from "../../consent/view/kindWord.ts";
import { isUnverified } from "../../consent/law/deadline.ts";
import { findOrganisations, type OrganisationSummary } from "../../consent/view/organisations.ts";
import type { TrackedRequest } from "../../consent/view/overview.ts";
import type { Row } from "../../consent/view/rows.ts";
import { organisationName, organisationNamed } from "../../consent/record/organisationName.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { SpecialBadge } from "../../ui/SpecialBadge.tsx";
import { openHome } from "./openHome.ts";
import { type FrameBook, useBook } from "./useBook.ts";

/** What is urgent, at most so many lines each; the home page has all of it. */
const mostUrgent = 3;
const mostOrganisations = 20;

/** @param provider the organisation of the service that the page around describes; it comes first */
export function DataOverview({ provider }: { readonly provider: string | null }) {
  const { t } = useTexts();
  const book = useBook();
  if (!book) return <Busy>{t("data_opening")}</Busy>;
  if (book.organisations.length === 0) {
    return (
      <>
        <Unreadable count={book.unreadable} />
        <p>{t("data_empty")}</p>
        <p class="soft">{t("data_panel_empty")}</p>
        <div class="row">
          <Button kind="primary" onClick={() => openHome("/ask")}>
            {t("data_ask")}
          </Button>
          <Button onClick={() => openHome("/add")}>{t("data_add")}</Button>
        </div>
      </>
    );
  }
  return (
    <>
      <Unreadable count={book.unreadable} />
      <Tiles book={book} />
      <Here organisations={book.organisations} provider={provider} />
      <Overdue tracked={book.tracked} names={book.organisations} />
      <Ending rows={book.rows} />
      <Organisations all={book.organisations} />
      <div class="row">
        <Button kind="primary" onClick={() => openHome()}>
          {t("data_panel_all")}
        </Button>
        <Button onClick={() => openHome("/ask")}>{t("data_ask")}</Button>
      </div>
    </>
  );
}

/** What can be done about them stands in the home page. */
function Unreadable({ count }: { readonly count: number }) {
  const { t } = useTexts();
  if (count === 0) return null;
  return (
    <Notice kind="warning">
      <p>{t("data_panel_unreadable", { COUNT: count })}</p>
      <div class="row">
        <Button onClick={() => openHome()}>{t("data_panel_unreadable_see")}</Button>
      </div>
    </Notice>
  );
}

const tiles = [
  ["organisations", "/organisations"],
  ["special", "/holdings/special"],
  ["ending", "/holdings/ending"],
  ["overdue", "/requests"],
] as const;

function Tiles({ book: { overview } }: { readonly book: FrameBook }) {
  const { t } = useTexts();
  return (
    <ul class="tiles" aria-label={t("data_overview")}>
      {tiles.map(([name, place]) => (
        <li key={name}>
          <button type="button" class="tile" data-alarm={(name === "ending" || name === "overdue") && overview[name] > 0 ? "" : undefined} onClick={() => openHome(place)}>
            <b>{overview[name]}</b>
            <span>{t(`data_tile_${name}`, { COUNT: overview[name] })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Here({ organisations, provider }: { readonly organisations: readonly OrganisationSummary[]; readonly provider: string | null }) {
  const { t } = useTexts();
  const known = provider === null ? undefined : organisationNamed(organisations.map(({ organisation }) => organisation), provider);
  const here = known && organisations.find(({ id }) => id === known.id);
  if (!here) return null;
  return (
    <section class="stack-tight" aria-labelledby="here">
      <h2 id="here">{t("data_panel_here")}</h2>
      <OrganisationLine summary={here} />
    </section>
  );
}

function Overdue({ tracked, names }: { readonly tracked: readonly TrackedRequest[]; readonly names: readonly OrganisationSummary[] }) {
  const { t, language } = useTexts();
  const nameOf = (organisationId: string): string => {
    const organisation = names.find(({ id }) => id === organisationId)?.organisation;
    return organisation ? organisationName(organisation, language) : t("data_unknown");
  };
  const late = tracked.filter(({ situation }) => situation.overdue);
  if (late.length === 0) return null;
  return (
    <section class="stack-tight" aria-labelledby="overdue">
      <h2 id="overdue">{t("data_panel_overdue")}</h2>
      <ul class="service-list">
        {late.slice(0, mostUrgent).map(({ request, situation }) => (
          <li key={request.id} class="entry">
            <p>
              <b>{nameOf(request.organisationId)}</b>
              <br />
              {t(`data_kind_${kindWord(request)}`)}
              {situation.remindOn === null ? "" : ` · ${t("data_last_day")}: ${georgianDate(situation.remindOn)}${isUnverified(situation.deadlines, situation.remindOn) ? ` (${t("data_unverified")})` : ""}`}
            </p>
            <div class="row">
              <Button onClick={() => openHome(`/request/${request.id}`)} label={`${t("data_panel_act")}: ${request.reference}`}>
                {t("data_panel_act")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ending({ rows }: { readonly rows: readonly Row[] }) {
  const { t, language } = useTexts();
  const ending = rows.filter(({ ends }) => ends === "over" || ends === "soon").toSorted((a, b) => (a.until ?? 0) - (b.until ?? 0));
  if (ending.length === 0) return null;
  return (
    <section class="stack-tight" aria-labelledby="ending">
      <h2 id="ending">{t("data_only_ending")}</h2>
      <ul class="service-list">
        {ending.slice(0, mostUrgent).map(({ id, organisation, holding, until, ends }) => (
          <li key={id} class="entry">
            <p>
              <b>{organisationName(organisation, language)}</b> <Badge kind={ends === "over" ? "error" : "warn"}>{t(ends === "over" ? "data_over" : "data_soon")}</Badge>
              <br />
              {holding.data.map((one) => one.name).join(", ") || holding.service || t("data_unknown")}
              {until === null ? "" : ` · ${t("data_until")}: ${georgianDate(until)}`}
            </p>
            <div class="row">
              <Button onClick={() => openHome(`/ask/${ends === "over" ? "erase" : "existence"}/${organisation.id}/${id}`)} label={`${t(ends === "over" ? "data_ask_erase" : "data_ask_short")}: ${organisationName(organisation, language)}`}>
                {t(ends === "over" ? "data_ask_erase" : "data_ask_short")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Organisations({ all }: { readonly all: readonly OrganisationSummary[] }) {
  const { t } = useTexts();
  const [text, setText] = useState("");
  const found = findOrganisations(all, text);
  return (
    <section class="stack-tight" aria-labelledby="organisations">
      <h2 id="organisations">{t("data_tab_organisations")}</h2>
      <input class="search-field" type="search" autocomplete="off" aria-label={t("data_search")} placeholder={t("data_search")} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      <p class="soft" role="status">
        {t("data_shown", { COUNT: Math.min(found.length, mostOrganisations), TOTAL: found.length })}
      </p>
      {found.length === 0 ? <p>{t("data_nothing_found")}</p> : null}
      <ul class="service-list">
        {found.slice(0, mostOrganisations).map((summary) => (
          <li key={summary.id}>
            <OrganisationLine summary={summary} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OrganisationLine({ summary: { organisation, holdings, special, ending, over, overdue } }: { readonly summary: OrganisationSummary }) {
  const { t, language } = useTexts();
  const name = organisationName(organisation, language);
  return (
    <button type="button" class="entry entry-button" onClick={() => openHome(`/organisation/${organisation.id}`)}>
      <b>{name}</b>
      <span class="row">
        <span class="soft">{t("data_panel_holds", { COUNT: holdings })}</span>
        <SpecialBadge special={special} />
        {over > 0 ? <Badge kind="error">{t("data_over")}</Badge> : ending > 0 ? <Badge kind="warn">{t("data_panel_ending")}</Badge> : null}
        {overdue > 0 ? <Badge kind="error">{t("data_overdue")}</Badge> : null}
      </span>
    </button>
  );
}
