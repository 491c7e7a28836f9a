import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../i18n/texts.tsx";
import { browserName } from "../platform/browserName.ts";
import { type Drift, forgetDrift, onDriftChanged, readDrift } from "../platform/driftStore.ts";
import { Button } from "../ui/Button.tsx";
import { copyFrom } from "../ui/copyText.ts";
import { Notice } from "../ui/Notice.tsx";
import { anchorName } from "./anchorNames.ts";

/** The portal's page is no longer what the tools know: which, since when, and a report to pass on that is seen whole before it goes. */
export function DriftNotice() {
  const { t, date } = useTexts();
  const [drift, setDrift] = useState<readonly Drift[]>([]);
  const [copied, setCopied] = useState<boolean | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const load = (): void => void readDrift().then(setDrift, () => undefined);
    load();
    return onDriftChanged(load);
  }, []);
  if (drift.length === 0) return null;
  const report = [browserName(), ...drift.map(({ page, anchor, found, at, version }) => `${page} ${anchor} ${found ? "found by words" : "missing"} ${new Date(at).toISOString().slice(0, 10)} (${version})`)].join("\n");
  return (
    <Notice kind="warning">
      <h3>{t("home_drift")}</h3>
      <p>{t("home_drift_hint")}</p>
      <ul>
        {drift.map((one) => (
          <li key={one.page + one.anchor}>
            <bdi>{one.page}</bdi> ({date(one.at)}): {t(one.found ? "home_drift_found" : "home_drift_missing", { WHAT: t(anchorName(one.anchor)) })}
          </li>
        ))}
      </ul>
      <label class="field">
        <span>{t("home_drift_report")}</span>
        <textarea ref={field} class="mail-draft" rows={Math.min(drift.length + 1, 8)} readOnly value={report} />
      </label>
      <div class="row">
        <Button onClick={() => field.current && void copyFrom(field.current).then(setCopied)}>{t("home_drift_copy")}</Button>
        <a class="button button-secondary" href="#settings/map">
          {t("home_map")}
        </a>
        <Button kind="plain" onClick={() => void forgetDrift()}>
          {t("home_drift_forget")}
        </Button>
      </div>
      {copied ? <p role="status">{t("common_copied")}</p> : null}
    </Notice>
  );
}
