import type { RoadState } from "../card/service/road.ts";
import { useTexts } from "../i18n/useTexts.ts";
import { operatingSystem } from "../platform/operatingSystem.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";

interface ConnectorBlockProps {
  readonly state: RoadState;
  readonly onUse: (wanted: boolean) => void;
  readonly onRetry: () => void;
}

const store = "https://chromewebstore.google.com/detail/khpfeaanjngmcnplbdlpegiifgpfgdco";
const kinds = { absent: "warning", asking: "information", refused: "error", lost: "warning", ready: "success" } as const;

/** Google's Smart Card Connector: what it is, what it will ask, what is traded away; and how things stand with it. */
export function ConnectorBlock({ state, onUse, onRetry }: ConnectorBlockProps) {
  const { t } = useTexts();
  const here = operatingSystem() === "chromeos";
  return (
    <details class="ways" open={here || state !== "off"}>
      <summary>{t("road_connector_title")}</summary>
      <div class="stack-tight">
        {state === "off" ? (
          <>
            <p>{t("road_connector_what")}</p>
            {here ? null : <p>{t("road_connector_elsewhere")}</p>}
            <p>{t("road_connector_question")}</p>
            <p>{t("road_connector_pin")}</p>
          </>
        ) : (
          <Notice kind={kinds[state]} announced>
            <p>{t(`road_connector_${state}`)}</p>
          </Notice>
        )}
        {state === "off" || state === "absent" ? (
          <p>
            <a href={store} target="_blank" rel="noreferrer">
              {t("road_connector_get")}
            </a>
          </p>
        ) : null}
        <div class="row">
          {state === "off" ? (
            <Button onClick={() => onUse(true)}>{t("road_connector_use")}</Button>
          ) : (
            <Button onClick={() => onUse(false)}>{t("road_connector_stop")}</Button>
          )}
          {state === "absent" || state === "refused" ? <Button onClick={onRetry}>{t("common_try_again")}</Button> : null}
        </div>
      </div>
    </details>
  );
}
