import { type Language, languages, useTexts } from "../i18n/useTexts.ts";
import { Button } from "./Button.tsx";

/** Georgian and English, each named in itself. */
export function LanguageSwitch({ onChange }: { readonly onChange: (language: Language) => void }) {
  const { t, language } = useTexts();
  return (
    <div class="row" role="group" aria-label={t("common_language")}>
      {languages
        .filter((one) => one !== language)
        .map((one) => (
          <span key={one} lang={one}>
            <Button kind="plain" onClick={() => onChange(one)}>
              {t(`common_language_${one}`)}
            </Button>
          </span>
        ))}
    </div>
  );
}
