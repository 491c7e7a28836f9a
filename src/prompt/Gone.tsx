import { useTexts } from "../i18n/texts.tsx";
import { Button } from "../ui/Button.tsx";

/** The window outlived its request (a restored session, a reloaded page). */
export function Gone() {
  const { t } = useTexts();
  return (
    <section class="stack">
      <h1>{t("prompt_gone")}</h1>
      <p>{t("prompt_gone_hint")}</p>
      <div class="row">
        <Button kind="primary" autofocus onClick={() => close()}>
          {t("common_close")}
        </Button>
      </div>
    </section>
  );
}
