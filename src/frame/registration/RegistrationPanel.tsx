import { useTexts } from "../../i18n/texts.tsx";
import { homePage } from "../../platform/pages.ts";
import { extensionUrl } from "../../platform/runtime.ts";
import { showPage } from "../../platform/tabs.ts";
import { Button } from "../../ui/Button.tsx";
import { WayGuide } from "../../ui/registration/WayGuide.tsx";
import { PanelShell } from "../PanelShell.tsx";

/** Which way to register, beside the portal's own page about it. */
export function RegistrationPanel() {
  const { t } = useTexts();
  return (
    <PanelShell title={t("page_registration_panel")}>
      <p>{t("reg_about")}</p>
      <WayGuide heading="h2" />
      <p>{t("reg_checks_about")}</p>
      <div class="row">
        <Button kind="primary" onClick={() => void showPage(`${extensionUrl(homePage)}#help/registration`)}>
          {t("reg_checks_open")}
        </Button>
      </div>
    </PanelShell>
  );
}
