import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { goBackTo, ledFrom, onLedFrom } from "../../platform/ledFrom.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";

/** The vault is open, and somebody came for that from a page of the portal: the way back there. */
export function WayBack() {
  const { t } = useTexts();
  const [tabId, setTabId] = useState<number | null>(null);
  useEffect(() => {
    const look = (): void => void ledFrom(Date.now()).then(setTabId, () => setTabId(null));
    look();
    return onLedFrom(look);
  }, []);
  if (tabId === null) return null;
  return (
    <Notice kind="success">
      <p>{t("vault_led")}</p>
      <div class="row">
        <Button kind="primary" onClick={() => void goBackTo(tabId).catch(() => setTabId(null))}>
          {t("vault_led_back")}
        </Button>
      </div>
    </Notice>
  );
}
