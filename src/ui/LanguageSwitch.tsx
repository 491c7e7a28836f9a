import { type Language, languages, useTexts } from "../i18n/useTexts.ts";
import { Button } from "./Button.tsx";
import { SettingUnkept, useSettingChange } from "./SettingUnkept.tsx";

/** Georgian and English, each named in itself. @param onChange fails when the choice can't be kept */
export function LanguageSwitch({ onChange }: { readonly onChange: (language: Language) => Promise<void> | void }) {
  const { t, language } = useTexts();
  const change = useSettingChange();
  return (
    <div class="row" role="group" aria-label={t("common_language")}>
      {languages
        .filter((one) => one !== language)
        .map((one) => (
          <span key={one} lang={one}>
            <Button kind="plain" onClick={() => void change.keep(() => onChange(one))}>
              {t(`common_language_${one}`)}
            </Button>
          </span>
        ))}
      <SettingUnkept change={change} />
    </div>
  );
}
