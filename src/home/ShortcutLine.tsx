import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../i18n/texts.tsx";
import { allKeys, type Command, commands, shortcutPage, showShortcutPage } from "../platform/commands.ts";
import { Button } from "../ui/Button.tsx";
import { SettingsFold } from "./SettingsFold.tsx";

const names = { _execute_action: "popup", favourites: "favourites", data: "data" } as const satisfies Readonly<Record<Command, string>>;

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
      {keys.map(([command, combination]) => (combination === null ? null : <p key={command}>{t(`home_shortcut_${names[command]}`, { KEYS: combination })}</p>))}
      {without.length > 0 && without.length < commands.length ? (
        <>
          <p>{t("home_shortcut_missing")}</p>
          <ul>
            {without.map(([command]) => (
              <li key={command}>{t(`home_shortcut_missing_${names[command]}`)}</li>
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
