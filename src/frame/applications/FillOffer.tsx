import { useState } from "preact/hooks";
import type { Offer } from "../../forms/personFields.ts";
import { nameOfField } from "../../forms/snapshot.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";

interface FillOfferProps {
  readonly offers: readonly Offer[];
  readonly onFill: (offers: readonly Offer[]) => void;
}

/** What the card and the profile know of what the form asks: shown first, put in when the person says so. */
export function FillOffer({ offers, onFill }: FillOfferProps) {
  const { t } = useTexts();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  if (offers.length === 0) return <p class="soft">{t("form_fill_none")}</p>;
  const chosen = offers.filter(({ field }) => !left.has(nameOfField(field)));
  return (
    <div class="stack-tight">
      {offers.map(({ field, value }) => {
        const name = nameOfField(field);
        return (
          <label key={name} class="tick">
            <input
              type="checkbox"
              checked={!left.has(name)}
              onChange={(event) => {
                const next = new Set(left);
                if (event.currentTarget.checked) next.delete(name);
                else next.add(name);
                setLeft(next);
              }}
            />
            <span>
              {field.label}: <b>{value}</b>
              {field.values[0] ? <span class="soft block">{t("form_fill_replaces", { VALUE: field.values[0] })}</span> : null}
            </span>
          </label>
        );
      })}
      <div class="row">
        <Button kind="primary" disabled={chosen.length === 0} onClick={() => onFill(chosen)}>
          {t("form_fill")}
        </Button>
      </div>
    </div>
  );
}
