import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { isFavourite, noteUse, toggle } from "../../favourites/favourites.ts";
import { index, search } from "../../favourites/search.ts";
import { useTexts } from "../../i18n/texts.tsx";
import type { FrameStart, ServiceLink } from "../../platform/pageMessages.ts";
import { sendMessage } from "../../platform/runtime.ts";
import { Button } from "../../ui/Button.tsx";
import { CategoryList } from "./CategoryList.tsx";
import { OwnList } from "./OwnList.tsx";
import { PlainList } from "./PlainList.tsx";
import { TransferRow } from "./TransferRow.tsx";
import { useFavourites } from "./useFavourites.ts";

const views = ["own", "categories", "recent"] as const;

/** The favourites menu over a portal page. */
export function FavouritesPanel({ content }: { readonly content: FrameStart }) {
  const { t } = useTexts();
  const { menu, change, undoable, undo } = useFavourites();
  const [query, setQuery] = useState("");
  const [view, setView] = useState<(typeof views)[number]>("own");
  const field = useRef<HTMLInputElement>(null);
  const close = (): void => void sendMessage({ kind: "frame/close" });

  useEffect(() => {
    document.title = t("page_panel_title");
    field.current?.focus();
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === "Escape") close();
    };
    // Opened again: the search is where typing goes.
    const onFocus = (): void => field.current?.focus();
    document.addEventListener("keydown", onKey);
    addEventListener("focus", onFocus);
    return () => {
      document.removeEventListener("keydown", onKey);
      removeEventListener("focus", onFocus);
    };
  }, [t]);

  // Own entries first, then everything seen on the portal's pages, each once.
  const all = useMemo(() => {
    const own = menu?.entries ?? [];
    const known = new Set(own.map((one) => one.url));
    return index<ServiceLink>([...own, ...content.services.filter((one) => !known.has(one.url))]);
  }, [menu, content]);
  if (!menu) return null;

  const star = (service: ServiceLink): void =>
    change((now) => toggle(now, service), t(isFavourite(menu, service.url) ? "fav_said_removed" : "fav_said_added", { SERVICE: service.title }));
  const follow = (service: ServiceLink): void => {
    change((now) => noteUse(now, service));
    void sendMessage({ kind: "frame/go", url: service.url });
  };
  const shared = { menu, onFollow: follow, onStar: star };
  const here = content.pageService;
  return (
    <div class="panel">
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
        />
        {query === "" ? (
          <div class="tabs" role="tablist" aria-label={t("fav_views")}>
            {views.map((one) => (
              <button key={one} type="button" role="tab" class="tab" aria-selected={view === one} onClick={() => setView(one)}>
                {t(`fav_view_${one}`)}
              </button>
            ))}
          </div>
        ) : null}
      </header>
      <main class="stack">
        {here && !isFavourite(menu, here.url) ? (
          <Button onClick={() => star(here)}>{t("fav_add_here", { SERVICE: here.title })}</Button>
        ) : null}
        {query !== "" ? <PlainList {...shared} services={search(all, query).slice(0, 60)} empty={t("fav_search_none", { QUERY: query })} /> : null}
        {query === "" && view === "own" ? (
          menu.entries.length > 0 ? <OwnList {...shared} onChange={change} /> : <p class="soft">{t("fav_empty")}</p>
        ) : null}
        {query === "" && view === "categories" ? <CategoryList {...shared} services={all.map((one) => one.service)} /> : null}
        {query === "" && view === "recent" ? <PlainList {...shared} services={menu.recent} empty={t("fav_recent_none")} /> : null}
        {query === "" && view === "own" ? <TransferRow menu={menu} onChange={change} /> : null}
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
