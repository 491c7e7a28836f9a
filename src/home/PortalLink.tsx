import { useTexts } from "../i18n/texts.tsx";

export const portalAddress = "https://www.my.gov.ge/";

/** The way to the portal, in a tab of its own. */
export function PortalLink() {
  const { t } = useTexts();
  return (
    <div class="row no-print">
      <a class="button button-secondary" href={portalAddress} target="_blank" rel="noreferrer">
        {t("home_open_portal")}
      </a>
    </div>
  );
}
