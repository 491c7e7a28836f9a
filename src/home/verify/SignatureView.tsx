import { useState } from "preact/hooks";
import { type Texts, useTexts } from "../../i18n/texts.tsx";
import { type CertificateReport, type Reason, reasonGrades, type SignatureReport } from "../../signing/verify/report.ts";
import { Button } from "../../ui/Button.tsx";
import { visible } from "../../ui/documents/fileFacts.ts";
import { dateTime } from "./dateTime.ts";
import { ReasonList } from "./ReasonList.tsx";
import { UnknownIssuer } from "./UnknownIssuer.tsx";
import type { OnlineState } from "./useVerification.ts";

interface SignatureViewProps {
  readonly signature: SignatureReport;
  /** What stands in the verdict's box already: of a single signature that need not be said twice. */
  readonly said: readonly Reason[];
  readonly number: number;
  readonly total: number;
  readonly online: OnlineState;
  readonly onCheckOnline: (addresses: readonly string[]) => void;
}

function timeText(texts: Texts, { timestamp, claimedTime }: SignatureReport): string {
  const { t } = texts;
  if (timestamp) {
    const values = { TIME: dateTime(texts, timestamp.time), NAME: visible(timestamp.authority ?? "?") };
    return t(timestamp.trusted ? "verify_time_stamped" : "verify_time_stamped_untrusted", values);
  }
  return claimedTime === null ? t("verify_time_none") : t("verify_time_claimed", { TIME: dateTime(texts, claimedTime) });
}

/** One signature: who, when, what was found; the rest for those who want it. The personal number is shown on request. */
export function SignatureView({ signature, said, number, total, online, onCheckOnline }: SignatureViewProps) {
  const texts = useTexts();
  const { t } = texts;
  const [shown, setShown] = useState(false);
  const { signer, personalNumber, verdict } = signature;
  // Beside what makes a signature worthless the small print would only distract.
  const reasons = verdict === "invalid" ? signature.reasons.filter(({ code }) => reasonGrades[code] !== "note") : signature.reasons;
  const listed = reasons.filter((one) => !said.some(({ code, subject }) => code === one.code && subject === one.subject));
  return (
    // A group and no region: several files on a page each have a first signature.
    <div class="stack signature" role="group" aria-label={t("verify_signature_number", { COUNT: number, TOTAL: total })}>
      {total > 1 ? <h3>{t("verify_signature_number", { COUNT: number, TOTAL: total })}</h3> : null}
      <dl class="facts">
        <dt>{t("verify_signed_by")}</dt>
        <dd>
          <strong>{signer ? visible(signer.name) : t("verify_signer_unknown")}</strong>
        </dd>
        {personalNumber ? (
          <>
            <dt>{t("verify_personal_number")}</dt>
            <dd class="row">
              <span>{shown ? personalNumber : "•••••••••••"}</span>
              <Button kind="plain" onClick={() => setShown(!shown)}>
                {t(shown ? "verify_hide" : "verify_show")}
              </Button>
            </dd>
          </>
        ) : null}
        <dt>{t("verify_time")}</dt>
        <dd>{timeText(texts, signature)}</dd>
      </dl>
      {listed.length > 0 ? (
        <div class="stack-tight">
          <h4>{t("verify_reasons")}</h4>
          <ReasonList reasons={listed} />
        </div>
      ) : null}
      {verdict === "unknown" && reasons.some(({ code }) => code === "ISSUER_NOT_TRUSTED") ? <UnknownIssuer name={signature.issuerName} /> : null}
      <Online signature={signature} online={online} onCheckOnline={onCheckOnline} />
      <Details signature={signature} />
    </div>
  );
}

function Online({ signature, online, onCheckOnline }: Pick<SignatureViewProps, "signature" | "online" | "onCheckOnline">) {
  const { t } = useTexts();
  const { addresses, revocation, verdict } = signature;
  if (revocation !== "unknown" || verdict === "invalid") return null;
  if (addresses.length === 0) return verdict === "valid" ? <p class="soft">{t("verify_online_nowhere")}</p> : null;
  const hosts = [...new Set(addresses.map((one) => new URL(one).host))].join(", ");
  return (
    <div class="stack-tight">
      <div class="row">
        <Button onClick={() => onCheckOnline(addresses)}>{t("verify_online")}</Button>
      </div>
      <p class="soft">{t("verify_online_hint", { HOSTS: hosts })}</p>
      {online === "refused" ? <p role="status">{t("verify_online_refused")}</p> : null}
      {online === "asked" ? <p role="status">{t("verify_online_failed")}</p> : null}
    </div>
  );
}

function Details({ signature }: { readonly signature: SignatureReport }) {
  const texts = useTexts();
  const { t, date } = texts;
  const { signer, chain, algorithm, level, revocation, revocationTime } = signature;
  const names = (all: readonly CertificateReport[]): string => all.map(({ name }) => visible(name)).join(" ← ");
  return (
    <details>
      <summary>{t("verify_details")}</summary>
      <dl class="facts">
        <dt>{t("verify_chain")}</dt>
        <dd>{chain.length > 0 ? names(chain) : t("verify_chain_none")}</dd>
        <dt>{t("verify_revocation")}</dt>
        <dd>{t(`verify_revocation_${revocation}`, { TIME: revocationTime === null ? "" : dateTime(texts, revocationTime) })}</dd>
        {signer ? (
          <>
            <dt>{t("verify_certificate_valid")}</dt>
            <dd>
              {date(signer.notBefore)} – {date(signer.notAfter)}
            </dd>
            <dt>{t("verify_serial")}</dt>
            <dd>{signer.serialNumber}</dd>
          </>
        ) : null}
        {algorithm ? (
          <>
            <dt>{t("verify_algorithm")}</dt>
            <dd>{algorithm}</dd>
          </>
        ) : null}
        <dt>{t("verify_level")}</dt>
        <dd>{level}</dd>
      </dl>
    </details>
  );
}
