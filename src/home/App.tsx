import { useCallback, useEffect, useRef } from "preact/hooks";
import { chooseLanguage, useTexts } from "../i18n/texts.tsx";
import { LanguageSwitch } from "../ui/LanguageSwitch.tsx";
import { CardEndNotice } from "./CardEndNotice.tsx";
import { DataSection } from "./data/DataSection.tsx";
import { Menu } from "./Menu.tsx";
import { BridgeSection, CardSection, HelpSection, type Section, sectionOf, SettingsSection, SheetPage, SignSection, VaultSection, VerifySection, Welcome } from "./sections.ts";
import { LockButton } from "./vault/LockButton.tsx";
import { useShownSheet } from "./vault/sheet.ts";
import { SheetNotice } from "./vault/SheetNotice.tsx";
import { useCardRemoval } from "./vault/useCardRemoval.ts";
import { useSigning } from "./sign/useSigning.ts";
import { useAddress } from "./useAddress.ts";
import { useCardEnds } from "./useCardEnds.ts";
import { useCards } from "./useCards.ts";
import { useFileDrop } from "./verify/useFileDrop.ts";
import { useViewHeading } from "./viewHeading.ts";
import { useVerification } from "./verify/useVerification.ts";

/** Where it is of use to know that the card is about to end. */
const saysCardEnds: readonly Section[] = ["welcome", "card", "data", "sign"];

export function App() {
  const { t } = useTexts();
  const section = sectionOf(useAddress());
  const cards = useCards(section);
  const verification = useVerification();
  const over = useFileDrop(
    useCallback((files) => {
      location.hash = "verify";
      verification.add(files);
    }, []),
  );
  const signing = useSigning();
  const sheet = useShownSheet();
  useCardRemoval(cards.readers);
  const cardEnds = useCardEnds();
  const main = useRef<HTMLElement>(null);
  useViewHeading(main);
  useEffect(() => {
    // Read out first when the tab is come to, and what tells several of our tabs apart.
    document.title = section === "welcome" ? t("home_title") : `${t(`home_nav_${section}`)} · ${t("home_title")}`;
  }, [section, t]);
  const shown = (
    <>
      {section === "welcome" ? <Welcome cards={cards} /> : null}
      {section === "card" ? <CardSection cards={cards} ends={cardEnds ?? null} /> : null}
      {section === "documents" ? <VaultSection /> : null}
      {section === "data" ? <DataSection cards={cards} signing={signing} cardEnds={cardEnds} /> : null}
      {section === "verify" ? <VerifySection verification={verification} over={over} /> : null}
      {section === "bridge" ? <BridgeSection /> : null}
      {section === "sign" ? <SignSection signing={signing} /> : null}
      {section === "settings" ? <SettingsSection cards={cards} /> : null}
      {section === "help" ? <HelpSection cards={cards} /> : null}
    </>
  );
  return (
    <div class="home">
      <header class="home-head stack-tight">
        <div class="row spread">
          <h1>{t("home_title")}</h1>
          <div class="row">
            <LockButton />
            <LanguageSwitch onChange={chooseLanguage} />
          </div>
        </div>
        <Menu section={section} />
      </header>
      <main ref={main} class="stack">
        {sheet === null ? <SheetNotice /> : <SheetPage sheet={sheet} />}
        {sheet === null && cardEnds && saysCardEnds.includes(section) ? <CardEndNotice ends={cardEnds} /> : null}
        {sheet === null ? shown : null}
      </main>
    </div>
  );
}
