import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../i18n/texts.tsx";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { watchKeys } from "./awayKeys.ts";
import { isOpened, onOpened } from "./opened.ts";

/** Says at once that what is typed no longer gets here, because the page has taken the keyboard. See: [Note: keys stay in the panel]. */
export function KeyboardAway() {
  const { t } = useTexts();
  const [field, setField] = useState<HTMLElement | null>(null);
  // Whoever opens the panel anew begins anew.
  useEffect(() => onOpened(() => setField(null)), []);
  useEffect(() => watchKeys(document, isOpened, setField), []);
  if (!field) return null;
  return (
    <div class="keys-away" role="alert">
      <Notice kind="warning">
        <p>
          <b>{t("common_keys_away")}</b>
        </p>
        <p>{t("common_keys_away_check")}</p>
        <div class="row">
          <Button onClick={() => field.focus()}>{t("common_keys_back")}</Button>
        </div>
      </Notice>
    </div>
  );
}
