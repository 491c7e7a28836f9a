import { useTexts } from "../i18n/texts.tsx";
import { extensionVersion } from "../platform/runtime.ts";
import { FavouritesCard } from "./FavouritesCard.tsx";
import { RegistrationHelper } from "./registration/RegistrationHelper.tsx";
import { SupportCard } from "./SupportCard.tsx";
import { useAddress } from "./useAddress.ts";
import type { Cards } from "./useCards.ts";

export function HelpSection({ cards }: { readonly cards: Cards }) {
  const { t } = useTexts();
  const hash = useAddress();
  if (hash === "#help/registration") return <RegistrationHelper cards={cards} />;
  if (hash === "#help/favourites") return <FavouritesCard />;
  return (
    <>
      <section class="card stack" aria-labelledby="pins-title">
        <h2 id="pins-title">{t("home_help_pins")}</h2>
        <p>{t("home_help_pins_text")}</p>
      </section>
      <section class="card stack" aria-labelledby="register-title">
        <h2 id="register-title">{t("reg_title")}</h2>
        <p>{t("reg_about")}</p>
        <div class="row">
          <a class="button button-secondary" href="#help/registration">
            {t("reg_open")}
          </a>
        </div>
      </section>
      <SupportCard />
      <section class="card stack" aria-labelledby="about-title">
        <h2 id="about-title">{t("home_about")}</h2>
        <p>{t("home_about_text")}</p>
        <p class="soft">{t("home_version", { VERSION: extensionVersion() })}</p>
      </section>
    </>
  );
}
