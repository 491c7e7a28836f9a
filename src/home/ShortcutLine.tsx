import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../i18n/texts.tsx";
import { keysOf, shortcutPage, showShortcutPage } from "../platform/commands.ts";
import { Button } from "../ui/Button.tsx";

/** The keys that open the favourites menu, and where they are changed. */
export function ShortcutLine() {
  const { t } = useTexts();
  const [keys, setKeys] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    const load = (): void => void keysOf("favourites").then(setKeys, () => setKeys(null));
    load();
    // Changed in another tab meanwhile.
    document.addEventListener("visibilitychange", load);
    return () => document.removeEventListener("visibilitychange", load);
  }, []);
  if (keys === undefined) return null;
  return (
    <div class="stack-tight">
      <h3>{t("home_shortcut")}</h3>
      <p>{keys === null ? t("home_shortcut_none") : t("home_shortcut_keys", { KEYS: keys })}</p>
      <p class="soft">{t("home_shortcut_hint", { PAGE: shortcutPage })}</p>
      <div class="row">
        <Button onClick={() => void showShortcutPage()}>{t("home_shortcut_change")}</Button>
      </div>
    </div>
  );
}
