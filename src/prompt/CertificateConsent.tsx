import { useTexts } from "../i18n/texts.tsx";
import { Button } from "../ui/Button.tsx";

/** The signing certificate names the person: it leaves only when they say so. No PIN is asked. */
export function CertificateConsent({ onAgree }: { readonly onAgree: () => void }) {
  const { t } = useTexts();
  return (
    <section class="stack">
      <p>{t("sign_prompt_certificate_text")}</p>
      <p class="soft">{t("sign_prompt_certificate_hint")}</p>
      {/* Not focused by itself: a key pressed in the page a moment ago must not agree for the person. */}
      <Button kind="primary" onClick={onAgree}>
        {t("sign_prompt_certificate_share")}
      </Button>
    </section>
  );
}
