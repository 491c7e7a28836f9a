import { useState } from "preact/hooks";
import { dayFromIso, dayInTbilisi, isoOf } from "../consent/calendar/day.ts";
import { useTexts } from "../i18n/texts.tsx";
import type { CardEnds } from "../personal/cardEnds.ts";
import { keepCardDay } from "../personal/keepCardEnds.ts";
import { VaultFailure } from "../ui/VaultFailure.tsx";
import { codeOf, type VaultErrorCode } from "../vault/error.ts";
import { Text } from "./data/fields.tsx";
import { vaultOfPage } from "./vault/useVault.ts";

/** The card's own last day, which no reader is told: whoever writes it here once is reminded of it, too. */
export function CardDay({ ends: { card } }: { readonly ends: CardEnds }) {
  const { t } = useTexts();
  const known = card ? isoOf(dayInTbilisi(card.notAfter)) : "";
  const [typed, setTyped] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<VaultErrorCode | "kept" | null>(null);
  const value = typed ?? known;
  const save = (event: Event): void => {
    event.preventDefault();
    const day = dayFromIso(value);
    // What is no date says so beside its field.
    if (day === null && value.trim() !== "") return;
    keepCardDay(vaultOfPage(), day).then(
      () => {
        setTyped(null);
        setOutcome("kept");
      },
      (error: unknown) => setOutcome(codeOf(error)),
    );
  };
  return (
    <form class="stack-tight" onSubmit={save} noValidate>
      <Text
        label={t("home_card_day")}
        hint={t("home_card_day_hint")}
        type="date"
        value={value}
        onChange={(next) => {
          setTyped(next);
          setOutcome(null);
        }}
      />
      <div class="row">
        <button type="submit" class="button button-secondary">
          {t("data_save")}
        </button>
        {outcome === "kept" ? <span role="status">{t("home_card_day_kept")}</span> : null}
      </div>
      {outcome !== null && outcome !== "kept" ? <VaultFailure code={outcome} /> : null}
    </form>
  );
}
