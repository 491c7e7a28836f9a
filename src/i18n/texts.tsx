import { type ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { extensionUrl } from "../platform/runtime.ts";
import { changeSettings, onSettingsChanged, readSettings } from "../platform/settings.ts";
import { type Catalogue, format, formatDate, formatTime, loadCatalogue } from "./catalogue.ts";
import { type TextsAhead, usualLanguage } from "./textsAhead.ts";
import { type Language, type Texts, TextsContext } from "./useTexts.ts";

export { type Language, type Texts, useTexts } from "./useTexts.ts";

/** The person's choice for every window of the extension, kept. */
export async function chooseLanguage(language: Language): Promise<void> {
  await changeSettings({ language });
}

interface ProviderProps {
  /** What the page asked for; the person's own choice wins, and Georgian is the rest. */
  readonly asked?: Language | null;
  /** What was read before: then the page is drawn at once, with the texts of that part alone. */
  readonly ahead?: TextsAhead | null;
  readonly children: ComponentChildren;
}

/** Gives texts to what is inside, once the catalogue is there; follows a change made in any window. */
export function TextsProvider({ asked = null, ahead = null, children }: ProviderProps) {
  const [chosen, setChosen] = useState<Language | null | undefined>(ahead?.chosen);
  const [loaded, setLoaded] = useState<{ readonly language: Language; readonly catalogue: Catalogue } | null>(ahead && { language: ahead.chosen ?? usualLanguage, catalogue: ahead.catalogue });
  const language = chosen === undefined ? null : (chosen ?? asked ?? usualLanguage);
  const part = ahead?.part ?? null;

  useEffect(() => {
    void readSettings().then((settings) => setChosen(settings.language));
    return onSettingsChanged((settings) => setChosen(settings.language));
  }, []);
  useEffect(() => {
    if (!language) return undefined;
    document.documentElement.lang = loaded?.language ?? language;
    if (loaded?.language === language) return undefined;
    let current = true;
    void loadCatalogue(extensionUrl(""), language, part).then((catalogue) => current && setLoaded({ language, catalogue }));
    return () => void (current = false);
  }, [language, loaded, part]);

  if (!loaded) return null;
  const texts: Texts = {
    language: loaded.language,
    t: (key, values) => format(loaded.catalogue, key, values),
    date: formatDate,
    time: formatTime,
  };
  return <TextsContext.Provider value={texts}>{children}</TextsContext.Provider>;
}
