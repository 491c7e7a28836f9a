import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { isFavourite, isFull, mostEntries, noFavourites, noteUse, refresh, toggle } from "../../favourites/favourites.ts";
import { index, search } from "../../favourites/search.ts";
import { withCategory } from "../../favourites/seen.ts";
import { useTexts } from "../../i18n/texts.tsx";
import type { KeptMenu } from "../../platform/favouriteMenu.ts";
import type { ServiceLink } from "../../platform/pageMessages.ts";
import { sendMessage } from "../../platform/runtime.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { leadToVault } from "../leadToVault.ts";
import { LockRow } from "../LockRow.tsx";
import { onOpened } from "../opened.ts";
import { AccessLine } from "./AccessLine.tsx";
import { alongServices } from "./alongServices.ts";
import { CategoryList } from "./CategoryList.tsx";
import { FoundCount } from "./FoundCount.tsx";
import { OwnList } from "./OwnList.tsx";
import { PlaceChoice } from "./PlaceChoice.tsx";
import { PlainList } from "./PlainList.tsx";
import { TransferRow } from "./TransferRow.tsx";
import { useFavourites } from "./useFavourites.ts";
import { usePageServices } from "./usePageServices.ts";
import { useRefused } from "./useRefused.ts";
import { useSeenServices } from "./useSeenServices.ts";
import { type MenuView, ViewTabs } from "./ViewTabs.tsx";

/** So many of what was found are in the list: more nobody reads, and each of them costs the browser time at every key. */
const mostShown = 60;

interface FavouritesPanelProps {
  readonly line: Promise<MessagePort>;
  /** The favourites, where they could be read before; else they come later. */
  readonly ahead: KeptMenu | null;
}

/** The favourites menu over a portal page. */
export function FavouritesPanel({ line, ahead }: FavouritesPanelProps) {
  const { t } = useTexts();
  const { kept, change, move, undoable, undo, failed } = useFavourites(ahead);
  const menu = kept?.menu ?? noFavourites;
  const locked = kept !== null && kept.menu === null;
  const { services, here, whole } = usePageServices(line);
  const [opened, setOpened] = useState(false);
  const seen = useSeenServices();
  const [refused, refuse] = useRefused();
  const [query, setQuery] = useState("");
  const [view, setView] = useState<MenuView>("own");
  const field = useRef<HTMLInputElement>(null);
  const close = (): void => void sendMessage({ kind: "frame/close" });

  useEffect(() => {
    document.title = t("page_panel_title");
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === "Escape") close();
    };
    // Opened, also again: the search is where typing goes.
    const ended = onOpened(() => {
      setOpened(true);
      field.current?.focus();
    });
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("keydown", onKey);
      ended();
    };
  }, [t]);

  // The portal's list names a service anew: the favourites of the same site follow, once somebody opens the menu. A service's own
  // page is no list: it may still be showing another one's words.
  useEffect(() => {
    const site = location.ancestorOrigins[0];
    const named = services.filter(({ url }) => url !== here?.url && new URL(url).origin === site);
    if (opened && whole && named.length > 0) change((now) => refresh(now, named));
  }, [services, here, whole, opened, change]);

  // Own entries first, then what this page lists, then what others did, each once.
  const all = useMemo(() => {
    const byUrl = new Map<string, ServiceLink>();
    for (const one of [...menu.entries, ...services, ...seen]) if (!byUrl.has(one.url)) byUrl.set(one.url, one);
    return [...byUrl.values()];
  }, [menu, services, seen]);
  // Folded to one alphabet once somebody types: opening the menu does not wait for it.
  const searching = query !== "";
  const indexed = useMemo(() => index<ServiceLink>(searching ? all : []), [all, searching]);

  const found = useMemo(() => (searching ? search(indexed, query) : []), [indexed, query, searching]);

  const star = (service: ServiceLink): void => {
    const had = isFavourite(menu, service.url);
    refuse(!had && isFull(menu) ? service.title : null);
    change((now) => toggle(now, withCategory(service, seen)), t(had ? "fav_said_removed" : "fav_said_added", { SERVICE: service.title }));
  };
  const follow = (service: ServiceLink): void => {
    change((now) => noteUse(now, service));
    void sendMessage({ kind: "frame/go", url: service.url });
  };
  const shared = { menu, onFollow: follow, onStar: star };
  return (
    <div class="panel" onKeyDown={(event) => alongServices(event, event.currentTarget, field.current)}>
      <header class="panel-head">
        <div class="panel-title">
          <h1>{t("page_panel_title")}</h1>
          <button type="button" class="icon-button" aria-label={t("common_close")} onClick={close}>
            ✕
          </button>
        </div>
        <input
          ref={field}
          class="search-field"
          type="search"
          aria-label={t("fav_search")}
          placeholder={t("fav_search")}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || query === "") return;
            // Back to the whole menu first; once more, and it closes.
            event.preventDefault();
            event.stopPropagation();
            setQuery("");
          }}
        />
      </header>
      <FoundCount query={query} count={searching ? found.length : null} />
      <main class="stack" hidden={kept === null}>
        {/* Not in the head, which stays in sight: it would leave too little room for the list in a low window. */}
        {query === "" ? <ViewTabs view={view} onView={setView} /> : null}
        {failed ? (
          <Notice kind="error" announced>
            <p>{t("fav_unkept")}</p>
          </Notice>
        ) : null}
        {refused && isFull(menu) ? (
          <Notice key={refused.nth} kind="error" announced>
            <p>{t("fav_full", { SERVICE: refused.title, COUNT: mostEntries })}</p>
          </Notice>
        ) : null}
        {locked ? (
          <Notice kind="information">
            <p>{t("fav_locked")}</p>
            <div class="row">
              <Button kind="primary" onClick={() => void leadToVault()}>
                {t("form_vault_open")}
              </Button>
            </div>
          </Notice>
        ) : null}
        {here && !locked && !isFavourite(menu, here.url) ? (
          <Button onClick={() => star(here)}>{t("fav_add_here", { SERVICE: here.title })}</Button>
        ) : null}
        {found.length > mostShown ? <p class="soft">{t("fav_found_first", { COUNT: found.length, SHOWN: mostShown })}</p> : null}
        {searching ? <PlainList {...shared} services={found.slice(0, mostShown)} empty={t("fav_search_none", { QUERY: query })} /> : null}
        {query === "" && view === "own" && !locked ? (
          menu.entries.length > 0 ? <OwnList {...shared} onChange={change} /> : <p class="soft">{t("fav_empty")}</p>
        ) : null}
        {query === "" && view === "categories" ? <CategoryList {...shared} services={all} whole={whole} /> : null}
        {query === "" && view === "recent" && !locked ? <PlainList {...shared} services={menu.recent} empty={t("fav_recent_none")} /> : null}
        {query === "" && view === "own" && kept && !locked ? (
          <>
            <TransferRow menu={menu} onChange={change} />
            <AccessLine />
            <PlaceChoice place={kept.place} onMove={move} />
            {kept.place === "vault" ? <LockRow /> : null}
          </>
        ) : null}
      </main>
      {undoable !== null ? (
        <div class="undo" role="status">
          <span>{undoable}</span>
          <Button kind="plain" onClick={undo}>
            {t("fav_undo")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
