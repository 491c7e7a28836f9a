import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { georgianDate } from "../../consent/calendar/day.ts";
import { presentId } from "../../consent/record/formerIds.ts";
import type { Joined } from "../../consent/record/joined.ts";
import type { DataRecord } from "../../consent/record/record.ts";
import { openRequests, overviewOf, trackRequests } from "../../consent/view/overview.ts";
import { rowsOf } from "../../consent/view/rows.ts";
import { statutes } from "../../consent/data/statutes.ts";
import { madeHere } from "../sign/madeFiles.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useNarrow } from "../../ui/useNarrow.ts";
import { useToday } from "../../ui/useToday.ts";
import type { CardEnds } from "../../personal/cardEnds.ts";
import type { Signing } from "../sign/useSigning.ts";
import type { Cards } from "../useCards.ts";
import { codeOf, type VaultErrorCode } from "../../vault/error.ts";
import { Unlock } from "../vault/Unlock.tsx";
import { recordsKept } from "./exchange.ts";
import { formVersions, type FormVersions } from "./formVersions.ts";
import { HoldingsView } from "./HoldingsView.tsx";
import { AddView, AlikeView, AnswerAsk, ApplicationsView, AskView, BegunForms, ConsentView, Due, ExchangeView, fetchViews, FlowsView, HistoryView, KeptView, LetterView, OrganisationEdit, OrganisationsView, OrganisationView, PortalView, ReadView, RemovedList, RemovedNotice, RequestsView, RequestView, SameNotice, SameView, UnreadableNotice, Unsaved } from "./laterViews.ts";
import { Overview } from "./Overview.tsx";
import { go, goAfter, type Route, tabs, useRoute } from "./route.ts";
import { type CalendarSettings, useCalendar } from "./useCalendar.ts";
import { useCrossed } from "./useCrossed.ts";
import { useReminders } from "./useReminders.ts";
import { forgetFilters } from "./useEntryFilter.ts";
import { useHoldingJoins } from "./useHoldingJoins.ts";
import { useJoined } from "./useJoined.ts";
import { useMerges } from "./useMerges.ts";
import { useRemovals } from "./useRemovals.ts";
import { useRecords } from "./useRecords.ts";
import type { Book } from "./book.ts";

/** Where the person fills something in, the numbers and the ways to begin something else would only push it down. */
const writing = ["ask", "answer", "add", "edit", "who", "consent", "consented", "read", "letter", "kept", "same", "alike"] as const;

/** Where one thing is shown, it is that which the person came for. */
const inside = [...writing, "organisation", "request"] as const;

/** Forms that begin with what a record says: it is that version which they replace, and not one that came since. */
const changing = ["edit", "who", "consent", "consented"] as const;

const nobody: ReadonlySet<string> = new Set();

/** The list is there and can be used by then. */
const viewsLaterMs = 700;

/** "Who holds my data": everything below is shown only from the open vault. */
export function DataSection({ cards, signing, cardEnds }: { readonly cards: Cards; readonly signing: Signing; readonly cardEnds: CardEnds | null | undefined }) {
  const { t, language } = useTexts();
  const records = useRecords();
  const calendar = useCalendar(records.state?.kind === "unlocked");
  const route = useRoute();
  const [conflict, setConflict] = useState<"shown" | "written" | null>(null);
  const [failure, setFailure] = useState<VaultErrorCode | null>(null);
  const begun = useRef<FormVersions | null>(null);
  const { state, shelves, wantWhole } = records;
  const today = useToday();
  const narrow = useNarrow();
  // The same objects when only the whole records came: then nothing is drawn again.
  const [holdings, organisations, requests] = [shelves?.holdings, shelves?.organisations, shelves?.requests];
  const rows = useMemo(() => (shelves ? rowsOf(shelves, today, language) : []), [holdings, organisations, today, language]);
  const tracked = useMemo(() => (shelves ? trackRequests(shelves, { statutes, calendar: calendar.calendar }, today) : []), [organisations, requests, calendar.calendar, today]);
  const overview = useMemo(() => (shelves ? overviewOf(shelves, rows, tracked, today) : null), [rows, tracked]);
  const only = route.view === "holdings" ? route.only : null;
  const asked = useMemo(() => openRequests(tracked), [tracked]);
  const list = useMemo(() => (organisations ? <HoldingsView key={only} rows={rows} organisations={organisations} asked={asked} only={only} /> : null), [rows, organisations, asked, only]);

  useCrossed(records);
  useReminders(shelves && cardEnds !== undefined ? { rows, tracked, today, cardEnds } : null);
  const shown = shelves !== null;
  const listOnly = route.view === "holdings";
  useEffect(() => {
    if (!shown) return undefined;
    if (!listOnly) wantWhole(true);
    const later = setTimeout(() => {
      fetchViews();
      wantWhole(false);
    }, viewsLaterMs);
    return () => clearTimeout(later);
  }, [shown, listOnly, wantWhole]);

  useEffect(() => (state?.kind === "unlocked" ? undefined : forgetFilters()), [state?.kind]);
  const joined = useJoined(state?.kind === "unlocked");
  const merges = useMerges(state?.kind === "unlocked", records, joined?.organisations ?? null);
  const holdingJoins = useHoldingJoins(records, joined?.holdings ?? null);
  const removals = useRemovals(state?.kind === "unlocked", shelves, records.versions);

  if (state === null) return <Busy>{t("data_opening")}</Busy>;
  if (state.kind === "locked") return <Unlock slots={state.slots} onRestore={() => location.assign("#documents")} />;
  if (state.kind === "none") {
    return (
      <section class="card stack" aria-labelledby="data-title">
        <h2 id="data-title">{t("data_title")}</h2>
        <p>{t("data_about")}</p>
        <Notice kind="information">
          <p>{t("data_no_vault")}</p>
        </Notice>
        <p class="data">
          <a class="button button-primary" href="#documents/data">
            {t("data_make_vault")}
          </a>
        </p>
      </section>
    );
  }
  if (!shelves) return <Busy>{t("data_opening")}</Busy>;
  const kept = async (saved: Promise<boolean>): Promise<boolean> => {
    const form = begun.current !== null;
    setFailure(null);
    const done = await saved.catch((error: unknown) => codeOf(error));
    // Nothing of it was written; the form that asked for it stays as it is.
    if (typeof done === "string") setFailure(done);
    else {
      setConflict(done ? null : form ? "written" : "shown");
      // Whoever was told, and saves again, has decided.
      begun.current = null;
    }
    return done === true;
  };
  const forgiven = (): void => {
    setConflict(null);
    setFailure(null);
  };
  const remove = async (all: readonly DataRecord[]): Promise<boolean> => {
    const done = await kept(records.remove(all, begun.current?.versions));
    if (done) removals.add(all);
    return done;
  };
  const putBack = async (all: readonly DataRecord[]): Promise<boolean> => {
    // As records that are new: what another window has saved anew since it was looked at is not replaced.
    if (!(await kept(records.save(all, new Map())))) return false;
    const [first] = all;
    if (first) go(`#data/organisation/${first.type === "organisation" ? first.id : first.organisationId}`);
    return true;
  };
  const sign = (file: File): void => {
    signing.add([madeHere(file)]);
    location.hash = "sign";
  };
  const { ledger } = shelves;
  const place = ledger && changing.some((one) => one === route.view) ? location.hash : null;
  begun.current = formVersions(begun.current, place, shelves, records.versions);
  const told = (): void => void (begun.current = null);
  const book: Book | null = ledger ? { ledger, told, rows, tracked, standIns: shelves.standIns, unreadable: shelves.unreadable, today, calendar: calendar.calendar, save: (all) => kept(records.save(all, begun.current?.versions)), remove, merge: (one) => kept(merges.make(one)), joined: merges.joined, takeApart: (one) => undo(one), joinHoldings: (one) => kept(holdingJoins.make(one)), joinedHoldings: holdingJoins.joined, holdingsApart: (one) => kept(holdingJoins.undo(one, recordsKept({ ledger, standIns: shelves.standIns }))), sign } : null;
  const { told: made } = merges;
  const undo = async (one: Joined): Promise<boolean> => book !== null && goAfter(kept(merges.undo(one, recordsKept(book))), `#data/organisation/${one.gone.id}`);
  const earlier = removals.all.filter((one) => one !== removals.told);
  const back = { all: removals.all, there: removals.all.length > 0 ? records.versions() : nobody, organisations: shelves.organisations, onPutBack: putBack };
  const within = inside.some((one) => one === route.view);
  const filling = writing.some((one) => one === route.view);
  const tab = tabs.find((one) => one === route.view);
  const ask = (
    <a class={within ? "button button-secondary no-print" : "button button-primary no-print"} href="#data/ask">
      {t("data_ask")}
    </a>
  );
  const begin = (
    <div class="row no-print">
      {narrow && !within ? null : ask}
      <a class="button button-secondary" href="#data/add">
        {t("data_add")}
      </a>
      <a class="button button-secondary" href="#data/read">
        {t("data_read")}
      </a>
      <a class="button button-secondary" href="#data/letter">
        {t("data_letter_take")}
      </a>
    </div>
  );
  const views = (
    <nav class="home-nav no-print" aria-label={t("data_views")}>
      {tabs.map((one) => (
        <a key={one} href={`#data/${one}`} aria-current={route.view === one ? "page" : undefined}>
          {t(`data_tab_${one}`)}
        </a>
      ))}
    </nav>
  );
  return (
    <section class="stack data" aria-labelledby="data-title">
      <div class="row spread">
        <h2 id="data-title">{t("data_title")}</h2>
        {narrow ? within ? null : ask : filling ? null : begin}
      </div>
      <p class="soft paper-only">{[tab ? t(`data_tab_${tab}`) : "", georgianDate(today)].filter(Boolean).join(" · ")}</p>
      {conflict || failure ? <Unsaved conflict={conflict} failure={failure} onClose={forgiven} /> : null}
      {removals.told ? <RemovedNotice key={removals.told.id} removal={removals.told} today={today} {...back} onClose={removals.close} /> : null}
      {made ? <SameNotice key={made.joined.gone.id} made={made} onUndo={() => undo(made.joined)} onClose={merges.close} /> : null}
      {shelves.unreadable.length > 0 ? <UnreadableNotice records={shelves.unreadable} onRemove={(all) => void kept(records.removeUnreadable(all))} /> : null}
      {overview === null || within || shelves.organisations.size === 0 ? null : <Overview overview={overview} />}
      {book === null || within ? null : <BegunForms book={book} />}
      {within || earlier.length === 0 ? null : <RemovedList removals={earlier} {...back} />}
      {narrow ? (
        // On a telephone the numbers and the tabs would be all that is seen of what was chosen.
        <details key={location.hash} class="data-fold no-print">
          <summary>{tab ? t("data_view_now", { NAME: t(`data_tab_${tab}`) }) : t("data_views_more")}</summary>
          <div class="stack data-inner">
            {begin}
            {views}
          </div>
        </details>
      ) : (
        views
      )}
      {listOnly ? list : null}
      {book ? <OtherView book={book} route={route} calendar={calendar} cards={cards} cardEnds={cardEnds ?? null} /> : listOnly ? null : <Busy>{t("data_opening")}</Busy>}
    </section>
  );
}

interface OtherViewProps {
  readonly book: Book;
  readonly route: Route;
  readonly calendar: CalendarSettings;
  readonly cards: Cards;
  readonly cardEnds: CardEnds | null;
}

/** Whatever shows more than a list does. */
function OtherView({ book, route, calendar, cards, cardEnds }: OtherViewProps) {
  // An address of before two records became one.
  const at = (id: string): string => presentId(book.ledger.organisations, id);
  return (
    <>
      {route.view === "organisations" ? <OrganisationsView book={book} /> : null}
      {route.view === "requests" ? <RequestsView book={book} /> : null}
      {route.view === "applications" ? <ApplicationsView /> : null}
      {route.view === "flows" ? <FlowsView book={book} /> : null}
      {route.view === "portal" ? <PortalView book={book} /> : null}
      {route.view === "history" ? <HistoryView book={book} /> : null}
      {route.view === "exchange" ? <ExchangeView book={book} calendar={calendar} /> : null}
      {route.view === "organisation" ? <OrganisationView key={route.id} book={book} organisationId={at(route.id)} /> : null}
      {route.view === "request" ? <RequestView key={route.id} book={book} requestId={route.id} /> : null}
      {route.view === "ask" ? <AskView key={location.hash} book={book} cards={cards} kind={route.kind} organisationId={route.organisationId && at(route.organisationId)} holdingId={route.holdingId} consentId={route.consentId} aboutId={route.aboutId} /> : null}
      {route.view === "answer" ? <AnswerAsk key={location.hash} book={book} cards={cards} answerId={route.id} kind={route.kind} /> : null}
      {route.view === "add" ? <AddView key={location.hash} book={book} organisationId={route.organisationId && at(route.organisationId)} holdingId={null} /> : null}
      {route.view === "read" ? <ReadView book={book} /> : null}
      {route.view === "letter" ? <LetterView key={location.hash} book={book} documentId={route.documentId} /> : null}
      {route.view === "due" ? <Due key={route.id} book={book} cardEnds={cardEnds} reminderId={route.id} /> : null}
      {route.view === "kept" ? <KeptView key={route.id} book={book} snapshotId={route.id} /> : null}
      {route.view === "who" ? <OrganisationEdit key={route.id} book={book} organisationId={at(route.id)} /> : null}
      {route.view === "alike" ? <AlikeView key={location.hash} book={book} holdingId={route.id} otherId={route.otherId} /> : null}
      {route.view === "same" ? <SameView key={location.hash} book={book} organisationId={at(route.id)} otherId={route.otherId} /> : null}
      {route.view === "consent" ? <ConsentView key={route.id} book={book} consentId={route.id} holdingId={null} /> : null}
      {route.view === "consented" ? <ConsentView key={route.id} book={book} consentId={null} holdingId={route.id} /> : null}
      {route.view === "edit" ? <AddView key={route.id} book={book} organisationId={null} holdingId={route.id} /> : null}
    </>
  );
}
