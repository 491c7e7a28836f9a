import { useEffect, useState } from "preact/hooks";
import { type KeptMenu, readMenu } from "../platform/favouriteMenu.ts";
import { useTexts } from "../i18n/texts.tsx";
import { onFavouritesChanged } from "../platform/favouriteStore.ts";
import type { PopupVault } from "./useVault.ts";

const most = 8;

/** The first favourites; the menu in the portal's pages has them all. */
export function FavouriteLinks({ vault: { client, state } }: { readonly vault: PopupVault }) {
  const { t } = useTexts();
  const [kept, setKept] = useState<KeptMenu | null>(null);
  const kind = state?.kind ?? null;
  useEffect(() => {
    const load = (): void => void readMenu(() => client).then(setKept, () => undefined);
    load();
    return onFavouritesChanged(load);
  }, [client, kind]);
  if (!kept) return null;
  return (
    <section class="popup-row" aria-labelledby="popup-favourites">
      <h2 id="popup-favourites">{t("page_panel_title")}</h2>
      {kept.menu === null || kept.menu.entries.length === 0 ? (
        <p class="soft">{t(kept.menu === null ? "fav_locked" : "popup_favourites_none")}</p>
      ) : (
        <ul class="popup-links">
          {kept.menu.entries.slice(0, most).map((one) => (
            <li key={one.url}>
              <a href={one.url} target="_blank" rel="noreferrer">
                {one.title}
                {one.needsCard ? <span class="popup-mark">{t("fav_needs_card")}</span> : null}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
