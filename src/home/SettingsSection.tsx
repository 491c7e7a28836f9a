import { useEffect, useState } from "preact/hooks";
import { chooseLanguage, useTexts } from "../i18n/texts.tsx";
import { allowedSites, allowSite, onSitesChanged, revokeSite, sitePattern } from "../platform/sites.ts";
import { Button } from "../ui/Button.tsx";
import { LanguageSwitch } from "../ui/LanguageSwitch.tsx";
import { Notice } from "../ui/Notice.tsx";
import { DriftNotice } from "./DriftNotice.tsx";
import { EraseAll } from "./EraseAll.tsx";
import { KeptWhere } from "./KeptWhere.tsx";
import { PageMapBlock } from "./PageMapBlock.tsx";
import { PortalTools } from "./PortalTools.tsx";
import { ProfileCard } from "./ProfileCard.tsx";
import { SettingsFold } from "./SettingsFold.tsx";
import { ShortcutLine } from "./ShortcutLine.tsx";
import type { Cards } from "./useCards.ts";

/** `https://example.ge/*` as a person writes it. */
const siteOf = (pattern: string): string => pattern.replace(/^https:\/\//, "").replace(/\/\*$/, "");

/** Everything that can be set, each part folded up under its name. */
export function SettingsSection({ cards }: { readonly cards: Cards }) {
  const { t } = useTexts();
  return (
    <>
      <div class="stack-tight">
        <h2>{t("home_nav_settings")}</h2>
        <p>{t("home_settings_about")}</p>
      </div>
      <DriftNotice />
      <div class="stack-tight">
        <SettingsFold part="language" title={t("home_language")}>
          <p>{t("home_language_hint")}</p>
          <LanguageSwitch onChange={chooseLanguage} />
        </SettingsFold>
        <ProfileCard cards={cards} />
        <PortalTools />
        <PageMapBlock />
        <ShortcutLine />
        <AllowedSites />
        <KeptWhere />
        <EraseAll />
      </div>
    </>
  );
}

/** Where else than on the portal the card may be asked for. */
function AllowedSites() {
  const { t } = useTexts();
  const [sites, setSites] = useState<readonly string[]>([]);
  const [address, setAddress] = useState("");
  const [problem, setProblem] = useState<"bad" | "refused" | null>(null);
  useEffect(() => {
    const load = (): void => void allowedSites().then(setSites);
    load();
    return onSitesChanged(load);
  }, []);
  const add = (event: Event): void => {
    event.preventDefault();
    const pattern = sitePattern(address.trim());
    if (!pattern) {
      setProblem("bad");
      return;
    }
    // The browser itself asks the person, so this must follow the click at once.
    void allowSite(pattern).then((allowed) => {
      setProblem(allowed ? null : "refused");
      if (allowed) setAddress("");
    });
  };
  return (
    <SettingsFold part="sites" title={t("home_sites")}>
      <ul class="plain-list">
        <li>{t("home_sites_portal")}</li>
        {sites.map((pattern) => (
          <li key={pattern} class="reader-line">
            <bdi>{siteOf(pattern)}</bdi>
            <Button onClick={() => void revokeSite(pattern)}>{t("home_sites_remove", { SITE: siteOf(pattern) })}</Button>
          </li>
        ))}
      </ul>
      {sites.length === 0 ? <p class="soft">{t("home_sites_none")}</p> : null}
      <form class="stack" onSubmit={add} noValidate>
        <label class="field">
          <span>{t("home_sites_label")}</span>
          <input type="url" value={address} spellcheck={false} autocomplete="off" onInput={(event) => setAddress(event.currentTarget.value)} />
          <span class="soft">{t("home_sites_hint")}</span>
        </label>
        {problem ? (
          <Notice kind="error" announced>
            <p>{t(`home_sites_${problem}`)}</p>
          </Notice>
        ) : null}
        <div class="row">
          <button type="submit" class="button button-secondary">
            {t("home_sites_add")}
          </button>
        </div>
      </form>
    </SettingsFold>
  );
}
