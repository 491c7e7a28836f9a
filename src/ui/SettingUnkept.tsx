import { useState } from "preact/hooks";
import { useTexts } from "../i18n/useTexts.ts";
import { Notice } from "./Notice.tsx";

/** Changes to a setting that may fail to be kept. */
export interface SettingChange {
  /** The last change could not be kept, so that what was set before still holds. */
  readonly failed: boolean;
  /** @returns whether it was kept */
  readonly keep: (act: () => Promise<unknown> | void) => Promise<boolean>;
}

/** For `SettingUnkept`: whether a setting could be kept. */
export function useSettingChange(): SettingChange {
  const [failed, setFailed] = useState(false);
  const keep: SettingChange["keep"] = async (act) => {
    // Empty in between: the same failure again is said again.
    setFailed(false);
    try {
      await act();
      return true;
    } catch {
      setFailed(true);
      return false;
    }
  };
  return { failed, keep };
}

/** What happened, that the old setting holds, what to do. */
export function SettingUnkept({ change: { failed } }: { readonly change: SettingChange }) {
  const { t } = useTexts();
  if (!failed) return null;
  return (
    <Notice kind="error" announced>
      <p>{t("common_setting_unkept")}</p>
    </Notice>
  );
}
