import { useTexts } from "../i18n/texts.tsx";
import { changeSettings } from "../platform/settings.ts";
import { BridgeHint } from "../ui/BridgeHint.tsx";
import { Busy } from "../ui/Busy.tsx";
import { FailureNotice } from "../ui/FailureNotice.tsx";
import { SettingUnkept, useSettingChange } from "../ui/SettingUnkept.tsx";
import type { CardEnds } from "../personal/cardEnds.ts";
import { CardDay } from "./CardDay.tsx";
import { CardFacts } from "./CardFacts.tsx";
import { ConnectorBlock } from "./ConnectorBlock.tsx";
import { ReaderHelp } from "./ReaderHelp.tsx";
import { ReaderLine } from "./ReaderLine.tsx";
import type { Cards } from "./useCards.ts";

interface CardSectionProps {
  readonly cards: Cards;
  /** Until when the card that was used last is good; null: nobody knows, or the vault is locked. */
  readonly ends: CardEnds | null;
}

/** Readers with their state, and the card in one of them. */
export function CardSection({ cards, ends }: CardSectionProps) {
  const { t } = useTexts();
  const { readers, card, reading } = cards;
  const change = useSettingChange();
  const useConnector = (connector: boolean): void => void change.keep(() => changeSettings({ connector })).then((kept) => kept && cards.refresh());
  const connector = cards.roads.find(({ road }) => road === "connector")?.state;
  const several = (readers ?? []).filter((reader) => reader.refusal === null).length > 1;
  const lent = readers?.some((reader) => reader.refusal === "READER_BUSY") ?? false;
  return (
    <>
      <section class="card stack" aria-labelledby="readers-title">
        <h2 id="readers-title">{t("home_readers")}</h2>
        {readers === null ? <Busy>{t("home_looking")}</Busy> : null}
        {readers?.length === 0 ? (
          <div class="stack-tight">
            <h3>{t("home_none")}</h3>
            <p>{t("home_none_hint")}</p>
          </div>
        ) : null}
        {readers && readers.length > 0 ? (
          <ul class="plain-list">
            {readers.map((reader) => (
              <ReaderLine key={reader.id} reader={reader} chosen={reader.id === cards.chosen} offered={several} onChoose={() => cards.choose(reader.id)} />
            ))}
          </ul>
        ) : null}
        {readers && !readers.some((reader) => reader.refusal === null) ? <BridgeHint wanted={readers.some((reader) => reader.refusal === "READER_PROTECTED")} /> : null}
        <ReaderHelp cards={cards} />
        {connector ? <ConnectorBlock state={connector} onUse={useConnector} onRetry={cards.refresh} /> : null}
        <SettingUnkept change={change} />
      </section>
      <section class="card stack" aria-labelledby="card-title">
        <h2 id="card-title">{t("home_card")}</h2>
        {reading ? <Busy>{t("home_reading")}</Busy> : null}
        {card?.error ? <FailureNotice code={card.error.code} /> : null}
        {card?.view ? <CardFacts view={card.view} /> : null}
        {!card && !reading ? <p>{t(lent ? "home_elsewhere" : "home_insert")}</p> : null}
        {ends ? <CardDay ends={ends} /> : null}
      </section>
    </>
  );
}
