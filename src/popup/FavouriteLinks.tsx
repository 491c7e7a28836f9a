import { useCallback } from "preact/hooks";
import { shownOrder } from "../favourites/favourites.ts";
import { useTexts } from "../i18n/texts.tsx";
import { homePage } from "../platform/pages.ts";
import { extensionUrl } from "../platform/runtime.ts";
import { showPage } from "../platform/tabs.ts";
import { Button } from "../ui/Button.tsx";
import { useKeptMenu } from "../ui/useKeptMenu.ts";
import type { PopupVault } from "./useVault.ts";

const most = 8;

/** The first favourites; the home page has them all, as has the menu in the portal's pages. */
export function FavouriteLinks({ vault: { client, state } }: { readonly vault: PopupVault }) {
  const { t } = useTexts();
  const kept = useKeptMenu(useCallback(() => client, [client]), state?.kind ?? null);
  if (!kept) return null;
  return (
    <section class="popup-row" aria-labelledby="popup-favourites">
      <h2 id="popup-favourites">{t("page_panel_title")}</h2>
      {kept.menu === null || kept.menu.entries.length === 0 ? (
        <p class="soft">{t(kept.menu === null ? "fav_locked" : "popup_favourites_none")}</p>
      ) : (
        <ul class="popup-links">
          {shownOrder(kept.menu).slice(0, most).map((one) => (
            <li key={one.url}>
              <a href={one.url} target="_blank" rel="noreferrer">
                {one.title}
                {one.needsCard ? <span class="popup-mark">{t("fav_needs_card")}</span> : null}
              </a>
            </li>
          ))}
        </ul>
      )}
      {kept.menu && kept.menu.entries.length > most ? (
        <Button kind="plain" onClick={() => void showPage(`${extensionUrl(homePage)}#help/favourites`)}>
          {t("fav_more", { COUNT: kept.menu.entries.length - most })}
        </Button>
      ) : null}
    </section>
  );
}
