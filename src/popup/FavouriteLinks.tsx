import { useEffect, useState } from "preact/hooks";
import { parseFavourites } from "../favourites/exchange.ts";
import type { Favourite } from "../favourites/favourites.ts";
import { useTexts } from "../i18n/texts.tsx";
import { onFavouritesChanged, readFavourites } from "../platform/favouriteStore.ts";

const most = 8;

/** The first favourites; the menu in the portal's pages has them all. */
export function FavouriteLinks() {
  const { t } = useTexts();
  const [entries, setEntries] = useState<readonly Favourite[] | null>(null);
  useEffect(() => {
    const load = (): void => void readFavourites().then((kept) => setEntries(parseFavourites(kept).entries));
    load();
    return onFavouritesChanged(load);
  }, []);
  if (!entries) return null;
  return (
    <section class="popup-row" aria-labelledby="popup-favourites">
      <h2 id="popup-favourites">{t("page_panel_title")}</h2>
      {entries.length === 0 ? (
        <p class="soft">{t("popup_favourites_none")}</p>
      ) : (
        <ul class="popup-links" style={{ flexBasis: "100%" }}>
          {entries.slice(0, most).map((one) => (
            <li key={one.url}>
              <a href={one.url} target="_blank" rel="noreferrer">
                {one.title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
