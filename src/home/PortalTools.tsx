import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../i18n/texts.tsx";
import { type FeatureId, featureIds } from "../platform/pageMessages.ts";
import { changeSettings, onSettingsChanged, readSettings } from "../platform/settings.ts";
import { SettingUnkept, useSettingChange } from "../ui/SettingUnkept.tsx";
import { SettingsFold } from "./SettingsFold.tsx";

/** Which tools run in the portal's pages. */
export function PortalTools() {
  const { t } = useTexts();
  const [off, setOff] = useState<readonly FeatureId[] | null>(null);
  useEffect(() => {
    void readSettings().then(({ featuresOff }) => setOff(featuresOff));
    return onSettingsChanged(({ featuresOff }) => setOff(featuresOff), ["featuresOff"]);
  }, []);
  const change = useSettingChange();
  const turn = async (id: FeatureId, box: HTMLInputElement): Promise<void> => {
    const on = box.checked;
    const others = (all: readonly FeatureId[]): readonly FeatureId[] => all.filter((one) => one !== id);
    // What is shown is what holds.
    if (!(await change.keep(() => changeSettings(({ featuresOff }) => ({ featuresOff: on ? others(featuresOff) : [...others(featuresOff), id] }))))) box.checked = !on;
  };
  if (!off) return null;
  return (
    <SettingsFold part="tools" title={t("home_tools")}>
      <p>{t("home_tools_hint")}</p>
      <SettingUnkept change={change} />
      <ul class="plain-list">
        {featureIds.map((id) => (
          <li key={id}>
            <label class="choice">
              <input type="checkbox" checked={!off.includes(id)} onChange={(event) => void turn(id, event.currentTarget)} />
              <span>
                {t(`home_tool_${id}`)}
                <span class="soft block">{t(`home_tool_${id}_hint`)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </SettingsFold>
  );
}
