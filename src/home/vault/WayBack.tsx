import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { goBackTo, isStillThere, type LedFrom, ledFrom, onLedFrom, openAgain } from "../../platform/ledFrom.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";

interface Way {
  readonly from: LedFrom;
  /** Its tab still shows the page. */
  readonly there: boolean;
}

/** The vault is open, and somebody came for that from a page of the portal: the way back there, or to that page anew where its tab has gone elsewhere. */
export function WayBack() {
  const { t } = useTexts();
  const [way, setWay] = useState<Way | null>(null);
  useEffect(() => {
    const look = async (): Promise<void> => {
      const from = await ledFrom(Date.now()).catch(() => null);
      setWay(from && { from, there: await isStillThere(from) });
    };
    void look();
    return onLedFrom(() => void look());
  }, []);
  if (way === null) return null;
  const { from, there } = way;
  const goBack = (): void => void goBackTo(from).then((gone) => gone || setWay({ from, there: false }), () => setWay({ from, there: false }));
  return (
    <Notice kind="success" announced={!there}>
      <p>{t(there ? "vault_led" : "vault_led_gone")}</p>
      <div class="row">
        <Button kind="primary" onClick={there ? goBack : () => void openAgain(from).catch(() => undefined)}>
          {t(there ? "vault_led_back" : "vault_led_open")}
        </Button>
      </div>
    </Notice>
  );
}
