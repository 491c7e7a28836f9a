import { statusError } from "../card/bridge/bridgeStatus.ts";
import { useTexts } from "../i18n/useTexts.ts";
import { homePage } from "../platform/pages.ts";
import { extensionUrl } from "../platform/runtime.ts";
import { FailureNotice } from "./FailureNotice.tsx";
import { useBridgeState } from "./useBridgeState.ts";

interface HintProps {
  /** A reader was refused that the bridge could lend. */
  readonly wanted: boolean;
}

/** Only the bridge app can open the way to itself: says plainly when a person has to do it, or what else is missing. */
export function BridgeHint({ wanted }: HintProps) {
  const { t } = useTexts();
  const state = useBridgeState();
  if (!state || state.status === "ready" || (state.status === "absent" && !wanted)) return null;
  const code = statusError(state.status);
  return (
    <div class="stack-tight">
      {state.status === "absent" || code === null ? <p>{t("bridge_hint_absent")}</p> : <FailureNotice code={code} />}
      <p>
        <a href={`${extensionUrl(homePage)}#bridge`} target="_blank" rel="noreferrer">
          {t(state.status === "absent" ? "bridge_hint_install" : "bridge_hint_page")}
        </a>
      </p>
    </div>
  );
}
