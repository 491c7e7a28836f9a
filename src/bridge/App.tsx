import { useEffect } from "preact/hooks";
import { type Language, useTexts } from "../i18n/useTexts.ts";
import { Button } from "../ui/Button.tsx";
import { FailureNotice } from "../ui/FailureNotice.tsx";
import { LanguageSwitch } from "../ui/LanguageSwitch.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Readers } from "./Readers.tsx";
import { type Bridge, useBridge } from "./useBridge.ts";

/** The app's one window: what it is for, whether it is connected, which readers there are, who uses them, and stop. */
export function App({ chooseLanguage }: { readonly chooseLanguage: (language: Language) => void }) {
  const { t } = useTexts();
  const bridge = useBridge();
  useEffect(() => {
    document.title = t("bridge_title");
  }, [t]);
  return (
    <div class="bridge stack">
      <header class="row spread">
        <h1>{t("bridge_title")}</h1>
        <LanguageSwitch onChange={chooseLanguage} />
      </header>
      <main class="stack">
        {bridge.state === "stopped" ? (
          <Notice kind="warning" announced>
            <p>{t("bridge_stopped")}</p>
          </Notice>
        ) : null}
        {bridge.state === "consent" ? <Consent onAllow={bridge.allow} /> : <Link bridge={bridge} />}
        {bridge.state === "consent" ? null : <Readers bridge={bridge} />}
        {bridge.state === "consent" ? null : <Controls bridge={bridge} />}
      </main>
      <footer class="soft stack-tight">
        <p>{t("bridge_keeps_nothing")}</p>
        <p>{t("home_version", { VERSION: BRIDGE_VERSION })}</p>
      </footer>
    </div>
  );
}

/** Before first use: what is asked for, and what that means. */
function Consent({ onAllow }: { readonly onAllow: () => void }) {
  const { t } = useTexts();
  return (
    <section class="card stack" aria-labelledby="consent-title">
      <h2 id="consent-title">{t("bridge_consent_title")}</h2>
      <p>{t("bridge_consent_what")}</p>
      <p>{t("bridge_consent_pin")}</p>
      <p>{t("bridge_consent_others")}</p>
      <div class="row">
        <Button kind="primary" autofocus onClick={onAllow}>
          {t("bridge_allow")}
        </Button>
      </div>
    </section>
  );
}

function Link({ bridge: { link, state } }: { readonly bridge: Bridge }) {
  const { t } = useTexts();
  switch (link.kind) {
    case "alone":
      return (
        <Notice kind="warning" announced>
          <h2>{t("bridge_alone_title")}</h2>
          <p>{t("bridge_alone_text")}</p>
        </Notice>
      );
    case "unpaired":
      return (
        <section class="card stack-tight" aria-labelledby="pair-title">
          <h2 id="pair-title">{t("bridge_pair_title")}</h2>
          <p class="pairing-code">{link.code}</p>
          <p>{t("bridge_pair_app_text")}</p>
        </section>
      );
    case "app-outdated":
      return <FailureNotice code="BRIDGE_APP_OUTDATED" />;
    case "extension-outdated":
      return <FailureNotice code="BRIDGE_EXTENSION_OUTDATED" />;
    default:
      // It stands above that it is stopped: that all is well would say otherwise.
      return state === "stopped" ? null : (
        <Notice kind="success">
          <p>{t("bridge_connected")}</p>
        </Notice>
      );
  }
}

function Controls({ bridge }: { readonly bridge: Bridge }) {
  const { t } = useTexts();
  return (
    <section class="row">
      {bridge.state === "stopped" ? (
        <Button kind="primary" onClick={bridge.resume}>
          {t("bridge_resume")}
        </Button>
      ) : (
        <Button onClick={bridge.stop}>{t("bridge_stop")}</Button>
      )}
      <Button kind="plain" onClick={bridge.withdraw}>
        {t("bridge_withdraw")}
      </Button>
    </section>
  );
}
