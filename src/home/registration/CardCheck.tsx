import type { CardView } from "../../card/api.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { chooseReader } from "../../platform/readerChooser.ts";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { deviceName } from "../../ui/readerNames.ts";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Cards } from "../useCards.ts";

/** Reader and card for the card's way: what is there, what is missing, and where to go on. No PIN is asked, no try spent. */
export function CardCheck({ cards }: { readonly cards: Cards }) {
  const { t } = useTexts();
  const { readers, card, reading } = cards;
  const usable = readers?.filter(({ refusal }) => refusal === null) ?? [];
  const refused = usable.length === 0 ? readers?.find(({ refusal }) => refusal !== null) : undefined;
  const add = (): void => void chooseReader().then((chosen) => (chosen ? cards.refresh() : undefined));
  return (
    <section class="card stack" aria-labelledby="card-check-title">
      <h2 id="card-check-title">{t("reg_card_check")}</h2>
      <p>{t("reg_card_check_about")}</p>
      {readers === null ? <Busy>{t("home_looking")}</Busy> : null}
      {refused ? <FailureNotice code={refused.refusal ?? "INTERNAL"} name={refused.name} /> : null}
      {readers?.length === 0 ? (
        <Notice kind="warning">
          <p>{t("reg_card_no_reader")}</p>
        </Notice>
      ) : null}
      {usable[0] ? (
        <Notice kind="success">
          <p>{t("reg_card_reader", { READER: deviceName(usable[0]) })}</p>
        </Notice>
      ) : null}
      {reading ? <Busy>{t("home_reading")}</Busy> : null}
      {card?.error ? <FailureNotice code={card.error.code} /> : null}
      {usable.length > 0 && !card && !reading ? <p>{t("home_insert")}</p> : null}
      {card?.view ? <Found view={card.view} /> : null}
      <div class="row">
        {usable.length === 0 ? (
          <Button kind="primary" onClick={add}>
            {t("common_add_reader")}
          </Button>
        ) : null}
        <a class="button button-secondary" href="#card">
          {t("reg_card_more")}
        </a>
      </div>
    </section>
  );
}

function Found({ view }: { readonly view: CardView }) {
  const { t, date } = useTexts();
  const login = view.certificates.find(({ use }) => use === "authentication");
  const expired = login !== undefined && login.notAfter < Date.now();
  const early = login !== undefined && login.notBefore > Date.now();
  const pin = view.pins.find(({ role }) => role === "login");
  const blocked = pin?.triesLeft === 0;
  return (
    <>
      <Notice kind="success">
        <p>{t("reg_card_found")}</p>
      </Notice>
      {login ? (
        <Notice kind={expired || early ? "error" : "success"}>
          <p>{early ? t("reg_card_early", { DATE: date(login.notBefore) }) : t(expired ? "reg_card_expired" : "reg_card_valid", { DATE: date(login.notAfter) })}</p>
        </Notice>
      ) : null}
      {blocked ? (
        <Notice kind="error">
          <p>{t("reg_card_blocked")}</p>
        </Notice>
      ) : null}
      {login && !expired && !early && !blocked ? <p>{t("reg_card_ready")}</p> : null}
    </>
  );
}
