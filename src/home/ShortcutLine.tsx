import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../i18n/texts.tsx";
import { allKeys, type Command, commands, shortcutPage, showShortcutPage } from "../platform/commands.ts";
import { Button } from "../ui/Button.tsx";
import { SettingsFold } from "./SettingsFold.tsx";

/** What is said of a command with keys, and the name of what it opens. */
const words = {
  _execute_action: ["home_shortcut_popup", "home_shortcut_missing_popup"],
  favourites: ["home_shortcut_favourites", "home_shortcut_missing_favourites"],
  data: ["home_shortcut_data", "home_shortcut_missing_data"],
} as const satisfies Readonly<Record<Command, readonly [string, string]>>;

/** What is opened by keys, what has none, and where they are changed. */
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
  const without = keys.filter(([, combination]) => combination === null);
  return (
    <SettingsFold part="shortcut" title={t("home_shortcut")}>
      {without.length === commands.length ? <p>{t("home_shortcut_none")}</p> : null}
      {keys.map(([command, combination]) => (combination === null ? null : <p key={command}>{t(words[command][0], { KEYS: combination })}</p>))}
      {without.length > 0 && without.length < commands.length ? (
        <>
          <p>{t("home_shortcut_missing")}</p>
          <ul>
            {without.map(([command]) => (
              <li key={command}>{t(words[command][1])}</li>
            ))}
          </ul>
        </>
      ) : null}
      <p class="soft">{t("home_shortcut_hint", { PAGE: shortcutPage })}</p>
      <div class="row">
        <Button onClick={() => void showShortcutPage()}>{t("home_shortcut_change")}</Button>
      </div>
    </SettingsFold>
  );
}
