import { useEffect, useState } from "preact/hooks";
import { statusError } from "../card/bridge/bridgeStatus.ts";
import { pairingCode, type Pairing } from "../card/bridge/pairingCode.ts";
import { useTexts } from "../i18n/texts.tsx";
import { sendMessage } from "../platform/runtime.ts";
import { Button } from "../ui/Button.tsx";
import { FailureNotice } from "../ui/FailureNotice.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useBridgeState } from "../ui/useBridgeState.ts";
import { BridgeGuide } from "./BridgeGuide.tsx";

/** The bridge app: how it stands, the code to compare, and how to get there. */
export function BridgeSection() {
  const { t } = useTexts();
  const state = useBridgeState();
  if (!state) return null;
  const { status, pairing, appVersion } = state;
  const code = statusError(status);
  return (
    <>
      <section class="card stack" aria-labelledby="bridge-title">
        <h2 id="bridge-title">{t("bridge_section")}</h2>
        <p>{t("bridge_section_lead")}</p>
        {status === "ready" ? (
          <Notice kind="success" announced>
            <p>{t("bridge_ready", { VERSION: appVersion ?? "" })}</p>
          </Notice>
        ) : null}
        {status === "absent" ? <p class="soft">{t("bridge_absent")}</p> : null}
        {code && status !== "absent" && !pairing ? <FailureNotice code={code} /> : null}
        {pairing ? <Compare key={pairing.appNonce} pairing={pairing} /> : null}
        {status === "absent" || pairing ? null : (
          <div class="row">
            <Button kind="plain" onClick={() => void sendMessage({ kind: "bridge/forget" })}>
              {t("bridge_forget")}
            </Button>
          </div>
        )}
      </section>
      <BridgeGuide />
    </>
  );
}

/** Six digits that must be the same in the app's window: then the app that knocked is the one that was opened. */
function Compare({ pairing }: { readonly pairing: Pairing }) {
  const { t } = useTexts();
  const [code, setCode] = useState("");
  const [answer, setAnswer] = useState<"none" | "different" | "gone">("none");
  useEffect(() => void pairingCode(pairing).then(setCode), [pairing.appNonce, pairing.extensionNonce]);
  const { appId, appNonce } = pairing;
  const confirm = (): void =>
    void sendMessage({ kind: "bridge/pair", appId, appNonce }).then((paired) => {
      if (paired !== true) setAnswer("gone");
    });
  return (
    <div class="stack-tight">
      <h3>{t("bridge_pair_title")}</h3>
      <p class="pairing-code" aria-live="polite">
        {code}
      </p>
      <p>{t("bridge_pair_text")}</p>
      <div class="row">
        <Button kind="primary" disabled={code === ""} onClick={confirm}>
          {t("bridge_pair_same")}
        </Button>
        <Button onClick={() => setAnswer("different")}>{t("bridge_pair_different")}</Button>
      </div>
      {answer === "none" ? null : (
        <Notice kind="warning" announced>
          <p>{t(`bridge_pair_answer_${answer}`)}</p>
        </Notice>
      )}
      <p class="soft">{t("bridge_pair_id", { ID: appId })}</p>
    </div>
  );
}
