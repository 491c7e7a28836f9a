import { useEffect } from "preact/hooks";
import { chooseLanguage, useTexts } from "../i18n/texts.tsx";
import { homePage } from "../platform/pages.ts";
import { extensionUrl } from "../platform/runtime.ts";
import { showPage } from "../platform/tabs.ts";
import { Button } from "../ui/Button.tsx";
import { LanguageSwitch } from "../ui/LanguageSwitch.tsx";
import { CardRow } from "./CardRow.tsx";
import { DueRow } from "./DueRow.tsx";
import { FavouriteLinks } from "./FavouriteLinks.tsx";
import { OrganisationRow } from "./OrganisationRow.tsx";
import { SignRow } from "./SignRow.tsx";
import { useVault } from "./useVault.ts";
import { VaultRow } from "./VaultRow.tsx";

/** Opens a section of the home page and closes the popup. */
async function open(section: string): Promise<void> {
  await showPage(`${extensionUrl(homePage)}#${section}`);
  close();
}

export function PopupView() {
  const { t } = useTexts();
  const vault = useVault();
  useEffect(() => {
    document.title = t("home_title");
  }, [t]);
  return (
    <main class="popup">
      <div class="row spread">
        <h1>{t("home_title")}</h1>
        <LanguageSwitch onChange={chooseLanguage} />
      </div>
      <DueRow vault={vault} onOpen={(section) => void open(section)} />
      <CardRow onOpen={() => void open("card")} />
      <VaultRow vault={vault} onOpen={() => void open("documents")} />
      <FavouriteLinks vault={vault} />
      <SignRow onSettings={() => void open("settings/sites")} />
      <OrganisationRow vault={vault} />
      <Button kind="primary" onClick={() => void open("card")}>
        {t("popup_home")}
      </Button>
    </main>
  );
}
