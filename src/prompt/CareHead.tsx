import type { PinAct } from "../card/api.ts";
import { useTexts } from "../i18n/texts.tsx";
import { actNames } from "./words.ts";

/** Card care is asked for by nobody but the person: its head names the act, and no site. */
export function CareHead({ act }: { readonly act: PinAct }) {
  const { t } = useTexts();
  return (
    <header class="asker stack-tight">
      <h1>{t(`care_title_${actNames[act]}`)}</h1>
      <p class="soft">{t("care_where")}</p>
    </header>
  );
}
