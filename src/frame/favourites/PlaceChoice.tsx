import { useEffect, useState } from "preact/hooks";
import type { MenuPlace } from "../../platform/favouriteMenu.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { VaultState } from "../../vault/api.ts";
import { frameVault } from "../frameVault.ts";
import { leadToVault } from "../leadToVault.ts";

interface PlaceChoiceProps {
  readonly place: MenuPlace;
  readonly onMove: (to: MenuPlace) => Promise<boolean>;
}

const places = ["computer", "vault"] as const satisfies readonly MenuPlace[];

/** Where the favourites are kept: the person's own choice. */
export function PlaceChoice({ place, onMove }: PlaceChoiceProps) {
  const { t } = useTexts();
  const [closed, setClosed] = useState<VaultState["kind"] | null>(null);
  // Opened meanwhile: it can be tried again.
  useEffect(() => (closed ? frameVault().onEvent((event) => event.kind === "state" && event.state.kind === "unlocked" && setClosed(null)) : undefined), [closed]);
  const choose = async (to: MenuPlace): Promise<void> => {
    if (await onMove(to)) setClosed(null);
    else setClosed((await frameVault().lock.state()).kind);
  };
  return (
    <fieldset class="stack-tight place-choice">
      <legend>{t("fav_place")}</legend>
      {places.map((one) => (
        <label key={one} class="tick">
          <input type="radio" name="place" checked={place === one} onChange={() => void choose(one)} />
          <span>
            {t(`fav_place_${one}`)}
            <span class="soft block">{t(`fav_place_${one}_hint`)}</span>
          </span>
        </label>
      ))}
      {closed === null ? null : (
        <Notice kind="information" announced>
          <p>{t(closed === "none" ? "form_vault_none_favourites" : "fav_place_closed")}</p>
          <div class="row">
            <Button onClick={() => void leadToVault()}>{t(closed === "none" ? "form_vault_make" : "form_vault_open")}</Button>
          </div>
        </Notice>
      )}
    </fieldset>
  );
}
