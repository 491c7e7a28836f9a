import { noteUse, shownOrder } from "../../favourites/favourites.ts";
import { useTexts } from "../../i18n/texts.tsx";
import type { ServiceLink } from "../../platform/pageMessages.ts";
import { homePage } from "../../platform/pages.ts";
import { extensionUrl, sendMessage } from "../../platform/runtime.ts";
import { showPage } from "../../platform/tabs.ts";
import { Button } from "../../ui/Button.tsx";
import { useFavourites } from "../favourites/useFavourites.ts";

const mostShown = 8;

/** The first of the person's favourites; the menu has them all. */
export function FavouriteList() {
  const { t } = useTexts();
  const { kept, change } = useFavourites();
  const menu = kept?.menu ?? null;
  const follow = (service: ServiceLink): void => {
    change((now) => noteUse(now, service));
    void sendMessage({ kind: "frame/go", url: service.url });
  };
  if (!menu) return null;
  return (
    <section class="stack-tight" aria-labelledby="favourites">
      <h2 id="favourites">{t("own_favourites")}</h2>
      {menu.entries.length === 0 ? <p class="soft">{t("own_favourites_none")}</p> : null}
      <ul class="service-list">
        {shownOrder(menu).slice(0, mostShown).map((one) => (
          <li key={one.url} class="service">
            <a
              class="service-link"
              href={one.url}
              onClick={(event) => {
                event.preventDefault();
                follow(one);
              }}
            >
              {one.title}
              {one.needsCard ? <span class="service-mark">{t("fav_needs_card")}</span> : null}
            </a>
          </li>
        ))}
      </ul>
      {menu.entries.length > mostShown ? (
        <div class="row">
          <Button kind="plain" onClick={() => void showPage(`${extensionUrl(homePage)}#help/favourites`)}>
            {t("fav_more", { COUNT: menu.entries.length - mostShown })}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
