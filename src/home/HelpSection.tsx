import { useTexts } from "../i18n/texts.tsx";
import { extensionVersion } from "../platform/runtime.ts";
import { supportIsOpen } from "./supportHours.ts";

export function HelpSection() {
  const { t } = useTexts();
  return (
    <>
      <section class="card stack" aria-labelledby="pins-title">
        <h2 id="pins-title">{t("home_help_pins")}</h2>
        <p>{t("home_help_pins_text")}</p>
      </section>
      <section class="card stack" aria-labelledby="help-title">
        <h2 id="help-title">{t("home_help_portal")}</h2>
        <p>
          {t("home_help_hours")}: <strong>{t(supportIsOpen(Date.now()) ? "home_help_open" : "home_help_closed")}</strong>
        </p>
        <p>
          2251528 8888 · <a href="mailto:info@my.gov.ge">info@my.gov.ge</a>
        </p>
      </section>
      <section class="card stack" aria-labelledby="about-title">
        <h2 id="about-title">{t("home_about")}</h2>
        <p>{t("home_about_text")}</p>
        <p class="soft">{t("home_version", { VERSION: extensionVersion() })}</p>
      </section>
    </>
  );
}
