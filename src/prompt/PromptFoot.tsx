import { chooseLanguage, useTexts } from "../i18n/texts.tsx";
import { Button } from "../ui/Button.tsx";
import { LanguageSwitch } from "../ui/LanguageSwitch.tsx";
import type { State } from "./state.ts";
import { VaultLock } from "./VaultLock.tsx";

interface PromptFootProps {
  readonly state: State;
  readonly onCancel: () => void;
  /** From card care back to the request that led to it. */
  readonly onBack: () => void;
}

/** The ways out. While the card is at work there is none: what was begun is brought to its end. */
export function PromptFoot({ state, onCancel, onBack }: PromptFootProps) {
  const { t } = useTexts();
  const { phase, detour, purpose } = state;
  const working = phase.kind === "care" && phase.busy;
  const over = phase.kind === "done";
  return (
    <footer class="prompt-foot row spread">
      {over && purpose.kind === "care" ? (
        <Button kind="primary" autofocus onClick={() => close()}>
          {t("common_close")}
        </Button>
      ) : over || working ? (
        <span />
      ) : phase.kind === "care" && detour ? (
        <Button onClick={onBack}>{t("care_back")}</Button>
      ) : (
        <Button onClick={onCancel}>{t("common_cancel")}</Button>
      )}
      <VaultLock readers={state.readers} />
      <LanguageSwitch onChange={chooseLanguage} />
    </footer>
  );
}
