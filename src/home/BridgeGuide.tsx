import { useState } from "preact/hooks";
import { releaseApp, type ReleaseApp } from "../card/bridge/releaseApp.ts";
import { useTexts } from "../i18n/texts.tsx";
import { type OperatingSystem, operatingSystem } from "../platform/operatingSystem.ts";
import { showPage } from "../platform/tabs.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";

const systems: readonly OperatingSystem[] = ["windows", "macos", "linux", "chromeos"];
/** Comparing the code is for an app whose id tells nobody anything. */
const developerSteps = (release: ReleaseApp | null) => ([1, 2, 3, 4, 5, 6] as const).filter((step) => step !== 6 || !release);
const managedSteps = [1, 2, 3, 4] as const;
/** Pages of the browser that a step is done on: a link can't open them, the extension may. */
const pages: Readonly<Record<number, readonly string[]>> = {
  1: ["chrome://flags/#enable-isolated-web-apps", "chrome://flags/#enable-isolated-web-app-dev-mode"],
  2: ["chrome://iwa-dev/", "chrome://web-app-internals/"],
};

/** How the bridge app is installed, step by step, for each system and each way, and what the person trades away. */
export function BridgeGuide({ release = releaseApp }: { readonly release?: ReleaseApp | null }) {
  const { t } = useTexts();
  const [system, setSystem] = useState(operatingSystem);
  return (
    <section class="card stack" aria-labelledby="guide-title">
      <h2 id="guide-title">{t("bridge_guide")}</h2>
      <div class="row" role="group" aria-label={t("bridge_guide_system")}>
        {systems.map((one) => (
          <button key={one} type="button" class={`button ${one === system ? "button-primary" : "button-secondary"}`} aria-pressed={one === system} onClick={() => setSystem(one)}>
            {t(`bridge_system_${one}`)}
          </button>
        ))}
      </div>
      <details open>
        <summary>{t("bridge_way_developer")}</summary>
        <div class="stack">
          <Notice kind="warning">
            <h3>{t("bridge_trade_title")}</h3>
            <p>{t("bridge_trade_developer")}</p>
          </Notice>
          <ol class="guide-steps">
            {developerSteps(release).map((step) => (
              <li key={step}>
                <p>{step === 2 ? <Where release={release} /> : t(step === 3 ? `bridge_free_${system}` : `bridge_developer_${step}`)}</p>
                {(pages[step] ?? []).map((page) => (
                  <p key={page} class="row">
                    <code>{page}</code>
                    <Button kind="plain" label={`${t("bridge_open_page")}: ${page}`} onClick={() => void showPage(page)}>
                      {t("bridge_open_page")}
                    </Button>
                  </p>
                ))}
              </li>
            ))}
          </ol>
        </div>
      </details>
      <details>
        <summary>{t("bridge_way_managed")}</summary>
        <div class="stack">
          <Notice kind="warning">
            <h3>{t("bridge_trade_title")}</h3>
            <p>{t("bridge_trade_managed")}</p>
          </Notice>
          <p>{t(system === "chromeos" ? "bridge_managed_chromeos" : "bridge_managed_desktop")}</p>
          {system === "chromeos" ? (
            <>
              {release ? null : <p>{t("bridge_managed_unpublished")}</p>}
              <ol class="guide-steps">
                {managedSteps.map((step) => (
                  <li key={step}>
                    <p>{t(`bridge_managed_${step}`)}</p>
                    {step === 1 && release ? [release.id, release.updateManifest].map((one) => <p key={one}><code>{one}</code></p>) : null}
                  </li>
                ))}
              </ol>
            </>
          ) : null}
        </div>
      </details>
      <p class="soft">{t("bridge_guide_start")}</p>
    </section>
  );
}

/** Where the app comes from: a download once there is one, until then from its source. */
function Where({ release }: { readonly release: ReleaseApp | null }) {
  const { t } = useTexts();
  return release ? (
    <>
      <a href={release.page} target="_blank" rel="noreferrer">
        moqalaqe-bridge.swbn
      </a>
      {" · "}
      {t("bridge_developer_2")}
    </>
  ) : (
    <>{t("bridge_developer_source")}</>
  );
}
