import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Catalogue, format, formatDate, formatTime, loadCatalogue } from "../i18n/catalogue.ts";
import { type Language, TextsContext } from "../i18n/useTexts.ts";
import { keepLanguage, keptLanguage } from "../platform/bridgeMemory.ts";

interface ProviderProps {
  /** Is given the language and a way to change it. */
  readonly children: (choose: (language: Language) => void) => ComponentChildren;
}

/** The same catalogues as the extension's, in the app's own language setting. */
export function BridgeTexts({ children }: ProviderProps) {
  const [language, setLanguage] = useState(keptLanguage);
  const [loaded, setLoaded] = useState<{ readonly language: Language; readonly catalogue: Catalogue } | null>(null);
  useEffect(() => {
    let current = true;
    void loadCatalogue("/", language).then((catalogue) => {
      if (!current) return;
      document.documentElement.lang = language;
      setLoaded({ language, catalogue });
    });
    return () => void (current = false);
  }, [language]);
  if (!loaded) return null;
  const choose = (next: Language): void => {
    keepLanguage(next);
    setLanguage(next);
  };
  const texts = {
    language: loaded.language,
    t: (key: Parameters<typeof format>[1], values?: Parameters<typeof format>[2]) => format(loaded.catalogue, key, values),
    date: formatDate,
    time: formatTime,
  };
  return <TextsContext.Provider value={texts}>{children(choose)}</TextsContext.Provider>;
}
