import { useState } from "preact/hooks";
import type { CardView, CertificateView, PinView } from "../card/api.ts";
import { type Texts, useTexts } from "../i18n/texts.tsx";
import { Button } from "../ui/Button.tsx";
import { CardCare } from "./CardCare.tsx";

function pinText({ t }: Texts, pin: PinView): string {
  if (!pin.initialized) return t("home_not_created");
  if (pin.triesLeft === null) return t("home_tries_unknown");
  if (pin.triesLeft === 0) return t("home_blocked");
  return pin.triesLeft === 1 ? t("home_tries_one") : t("home_tries", { COUNT: pin.triesLeft });
}

function Certificate({ certificate }: { readonly certificate: CertificateView }) {
  const { t, date } = useTexts();
  const expired = certificate.notAfter < Date.now();
  return (
    <details>
      <summary>
        {t(`home_cert_${certificate.use}`)}
        {certificate.use === "authority" ? `: ${certificate.subjectName}` : ""}
        {expired ? ` (${t("home_cert_expired")})` : ""}
      </summary>
      <dl class="facts">
        <dt>{t("home_cert_subject")}</dt>
        <dd>{certificate.subjectName}</dd>
        <dt>{t("home_cert_issuer")}</dt>
        <dd>{certificate.issuerName}</dd>
        <dt>{t("home_cert_valid")}</dt>
        <dd>
          {date(certificate.notBefore)} – {date(certificate.notAfter)}
        </dd>
        <dt>{t("home_cert_key")}</dt>
        <dd>
          {certificate.keyAlgorithm} {certificate.keyBits}
        </dd>
        <dt>{t("home_cert_serial")}</dt>
        <dd>{certificate.serialNumber}</dd>
      </dl>
    </details>
  );
}

/** The holder, the PINs with their tries, the certificates on demand. The personal number is shown on request only. */
export function CardFacts({ view }: { readonly view: CardView }) {
  const texts = useTexts();
  const { t } = texts;
  const [shown, setShown] = useState(false);
  const { holder } = view;
  return (
    <div class="stack">
      <dl class="facts">
        <dt>{t("home_holder")}</dt>
        <dd>
          <strong>{holder.name}</strong>
        </dd>
        {holder.personalNumber ? (
          <>
            <dt>{t("home_personal_number")}</dt>
            <dd class="row">
              <span>{shown ? holder.personalNumber : "•••••••••••"}</span>
              <Button kind="plain" onClick={() => setShown(!shown)}>
                {t(shown ? "home_hide" : "home_show")}
              </Button>
            </dd>
          </>
        ) : null}
        {view.pins.map((pin) => (
          <>
            <dt>{t(`home_pin_${pin.role}`)}</dt>
            <dd>{pinText(texts, pin)}</dd>
          </>
        ))}
      </dl>
      <CardCare view={view} />
      <h3>{t("home_certificates")}</h3>
      {view.certificates.map((certificate) => (
        <Certificate key={certificate.serialNumber} certificate={certificate} />
      ))}
    </div>
  );
}
