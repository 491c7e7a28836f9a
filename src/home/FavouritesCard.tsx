import { type Favourite, groupsOf } from "../favourites/favourites.ts";
import { useTexts } from "../i18n/texts.tsx";
import { useKeptMenu } from "../ui/useKeptMenu.ts";
import { PortalLink } from "./PortalLink.tsx";
import { useVaultState, vaultOfPage } from "./vault/useVault.ts";

/** The favourites in a tab of ours, for portal pages that do not let the menu in. They are put in order where the menu is. */
export function FavouritesCard() {
  const { t } = useTexts();
  const kept = useKeptMenu(vaultOfPage, useVaultState()?.kind ?? null);
  if (!kept) return null;
  const { menu } = kept;
  return (
    <section class="card stack" aria-labelledby="favourites-title">
      <h2 id="favourites-title">{t("page_panel_title")}</h2>
      {menu === null ? (
        <>
          <p>{t("fav_locked")}</p>
          <div class="row">
            <a class="button button-secondary" href="#documents">
              {t("form_vault_open")}
            </a>
          </div>
        </>
      ) : menu.entries.length === 0 ? (
        <>
          <p class="soft">{t("popup_favourites_none")}</p>
          <PortalLink />
        </>
      ) : (
        ["", ...groupsOf(menu)].map((group) => <Group key={group} name={group} entries={menu.entries.filter((one) => one.group === group)} />)
      )}
    </section>
  );
}

/** @param name "": in no group */
function Group({ name, entries }: { readonly name: string; readonly entries: readonly Favourite[] }) {
  const { t } = useTexts();
  if (entries.length === 0) return null;
  return (
    <>
      {name === "" ? null : <h3>{name}</h3>}
      <ul class="plain-list" aria-label={name === "" ? undefined : name}>
        {entries.map((one) => (
          <li key={one.url}>
            <a href={one.url} target="_blank" rel="noreferrer">
              {one.title}
            </a>
            {one.needsCard ? <span class="soft block">{t("fav_needs_card")}</span> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
