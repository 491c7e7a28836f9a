import { useTexts } from "../../i18n/texts.tsx";
import { WayGuide } from "../../ui/registration/WayGuide.tsx";
import type { Cards } from "../useCards.ts";
import { CardCheck } from "./CardCheck.tsx";
import { DeviceCheck } from "./DeviceCheck.tsx";

/** Which way to register on the portal, what to bring, and whether camera, microphone, reader and card will do. */
export function RegistrationHelper({ cards }: { readonly cards: Cards }) {
  const { t } = useTexts();
  // What the reader shows needs no tick of the person's.
  const known = { ...(cards.readers?.some(({ refusal }) => refusal === null) ? { reader: true } : {}), ...(cards.card?.view ? { card: true } : {}) };
  return (
    <>
      <p>
        <a class="no-print" href="#help">← {t("reg_back")}</a>
      </p>
      <section class="card stack" aria-labelledby="registration-title">
        <h2 id="registration-title">{t("reg_title")}</h2>
        <p>{t("reg_about")}</p>
        <WayGuide known={known} heading="h3" />
      </section>
      <CardCheck cards={cards} />
      <DeviceCheck />
    </>
  );
}
