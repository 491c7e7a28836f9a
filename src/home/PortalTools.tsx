import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../i18n/texts.tsx";
import { type Drift, forgetDrift, readDrift } from "../platform/driftStore.ts";
import { type FeatureId, featureIds } from "../platform/pageMessages.ts";
import { changeSettings, onSettingsChanged, readSettings } from "../platform/settings.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { ShortcutLine } from "./ShortcutLine.tsx";

/** Which tools run in the portal's pages, and whether they still find what they look for there. */
export function PortalTools() {
  const { t, date } = useTexts();
  const [off, setOff] = useState<readonly FeatureId[] | null>(null);
  const [drift, setDrift] = useState<readonly Drift[]>([]);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    void readSettings().then(({ featuresOff }) => setOff(featuresOff));
    void readDrift().then(setDrift);
    return onSettingsChanged(({ featuresOff }) => setOff(featuresOff), ["featuresOff"]);
  }, []);
  const turn = (id: FeatureId, on: boolean): void => {
    if (off) void changeSettings({ featuresOff: on ? off.filter((one) => one !== id) : [...off, id] });
  };
  const copy = (): void => {
    void navigator.clipboard.writeText(JSON.stringify(drift, null, 2)).then(() => setCopied(true));
  };
  const forget = (): void => {
    void forgetDrift().then(() => setDrift([]));
  };
  if (!off) return null;
  return (
    <section class="card stack" aria-labelledby="tools-title">
      <h2 id="tools-title">{t("home_tools")}</h2>
      <p>{t("home_tools_hint")}</p>
      <ul class="plain-list">
        {featureIds.map((id) => (
          <li key={id}>
            <label class="choice">
              <input type="checkbox" checked={!off.includes(id)} onChange={(event) => turn(id, event.currentTarget.checked)} />
              <span>
                {t(`home_tool_${id}`)}
                <span class="soft block">{t(`home_tool_${id}_hint`)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <ShortcutLine />
      {drift.length > 0 ? (
        <Notice kind="warning">
          <h3>{t("home_drift")}</h3>
          <p>{t("home_drift_hint")}</p>
          <ul>
            {drift.map((one) => (
              <li key={one.page + one.anchor}>
                <bdi>{one.page}</bdi>: {t(one.found ? "home_drift_found" : "home_drift_missing", { WHAT: one.anchor, DATE: date(one.at) })}
              </li>
            ))}
          </ul>
          <div class="row">
            <Button onClick={copy}>{t("home_drift_copy")}</Button>
            <Button kind="plain" onClick={forget}>
              {t("home_drift_forget")}
            </Button>
          </div>
          {copied ? <p role="status">{t("common_copied")}</p> : null}
        </Notice>
      ) : null}
    </section>
  );
}
