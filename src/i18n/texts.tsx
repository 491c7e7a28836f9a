import { type ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { extensionUrl } from "../platform/runtime.ts";
import { changeSettings, onSettingsChanged, readSettings } from "../platform/settings.ts";
import { type Catalogue, format, formatDate, formatTime, loadCatalogue } from "./catalogue.ts";
import { type Language, type Texts, TextsContext } from "./useTexts.ts";

export { type Language, type Texts, useTexts } from "./useTexts.ts";

/** The person's choice for every window of the extension, kept. */
export async function chooseLanguage(language: Language): Promise<void> {
  await changeSettings({ language });
}

interface ProviderProps {
  /** What the page asked for; the person's own choice wins, and Georgian is the rest. */
  readonly asked?: Language | null;
  readonly children: ComponentChildren;
}

/** Gives texts to what is inside, once the catalogue is there; follows a change made in any window. */
export function TextsProvider({ asked = null, children }: ProviderProps) {
  const [chosen, setChosen] = useState<Language | null | undefined>(undefined);
  const [loaded, setLoaded] = useState<{ readonly language: Language; readonly catalogue: Catalogue } | null>(null);
  const language = chosen === undefined ? null : (chosen ?? asked ?? "ka");

  useEffect(() => {
    void readSettings().then((settings) => setChosen(settings.language));
    return onSettingsChanged((settings) => setChosen(settings.language));
  }, []);
  useEffect(() => {
    if (!language) return undefined;
    let current = true;
    void loadCatalogue(extensionUrl(""), language).then((catalogue) => {
      if (!current) return;
      document.documentElement.lang = language;
      setLoaded({ language, catalogue });
    });
    return () => void (current = false);
  }, [language]);

  if (!loaded) return null;
  const texts: Texts = {
    language: loaded.language,
    t: (key, values) => format(loaded.catalogue, key, values),
    date: formatDate,
    time: formatTime,
  };
  return <TextsContext.Provider value={texts}>{children}</TextsContext.Provider>;
}
