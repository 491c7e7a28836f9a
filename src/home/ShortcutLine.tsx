import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../i18n/texts.tsx";
import { allKeys, shortcutPage, showShortcutPage } from "../platform/commands.ts";
import { Button } from "../ui/Button.tsx";
import { SettingsFold } from "./SettingsFold.tsx";

/** What is opened by keys, and where they are changed. */
export function ShortcutLine() {
  const { t } = useTexts();
  const [keys, setKeys] = useState<Awaited<ReturnType<typeof allKeys>> | null>(null);
  useEffect(() => {
    const load = (): void => void allKeys().then(setKeys, () => setKeys([]));
    load();
    // Changed in another tab meanwhile.
    document.addEventListener("visibilitychange", load);
    return () => document.removeEventListener("visibilitychange", load);
  }, []);
  if (keys === null) return null;
  return (
    <SettingsFold part="shortcut" title={t("home_shortcut")}>
      {keys.length === 0 ? <p>{t("home_shortcut_none")}</p> : null}
      {keys.map(([command, combination]) => (
        <p key={command}>{t(command === "_execute_action" ? "home_shortcut_popup" : `home_shortcut_${command}`, { KEYS: combination })}</p>
      ))}
      <p class="soft">{t("home_shortcut_hint", { PAGE: shortcutPage })}</p>
      <div class="row">
        <Button onClick={() => void showShortcutPage()}>{t("home_shortcut_change")}</Button>
      </div>
    </SettingsFold>
  );
}
