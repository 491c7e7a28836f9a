import { useTexts } from "../../i18n/texts.tsx";
import list from "../../signing/trust/authorities.json";
import { visible } from "../../ui/documents/fileFacts.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { FileButton } from "./FileButton.tsx";
import { type Authority, useAuthorities } from "./useAuthorities.ts";

const certificateFiles = ".cer,.crt,.der,.pem";

/** Whom signatures are believed on: the extension's own list, and what the person added. */
export function Authorities() {
  const { t, date } = useTexts();
  const { all, candidate, bad, offer, trust, dismiss, remove } = useAuthorities();
  const shipped = list.authorities.length;
  return (
    <section class="card stack" aria-labelledby="authorities-title">
      <h2 id="authorities-title">{t("verify_authorities")}</h2>
      <p>{t("verify_authorities_text")}</p>
      <p class="soft">{shipped > 0 ? t("verify_authorities_shipped", { COUNT: shipped, DATE: date(Date.parse(list.date)) }) : t(all.length > 0 ? "verify_authorities_only_yours" : "verify_authorities_empty")}</p>
      <h3>{t("verify_authorities_yours")}</h3>
      {all.length === 0 ? <p class="soft">{t("verify_authorities_none")}</p> : null}
      {all.length > 0 ? (
        <ul class="plain-list">
          {all.map((authority) => (
            <li key={authority.report.fingerprint} class="stack-tight">
              <div class="reader-line">
                <bdi class="reader-name">{visible(authority.report.name)}</bdi>
                <Button onClick={() => remove(authority)}>{t("verify_authority_remove", { NAME: authority.report.name })}</Button>
              </div>
              <Fingerprint authority={authority} />
            </li>
          ))}
        </ul>
      ) : null}
      {candidate ? (
        <Notice kind="warning" announced>
          <h3>{t("verify_authority_ask")}</h3>
          <p>
            <strong>{visible(candidate.report.name)}</strong>
          </p>
          <Fingerprint authority={candidate} />
          <p>{t("verify_authority_ask_text")}</p>
          <div class="row">
            <Button kind="primary" onClick={trust}>
              {t("verify_authority_trust")}
            </Button>
            <Button onClick={dismiss}>{t("common_cancel")}</Button>
          </div>
        </Notice>
      ) : null}
      {bad ? (
        <Notice kind="error" announced>
          <p>{t("verify_authority_bad")}</p>
        </Notice>
      ) : null}
      <div class="row">
        <FileButton accept={certificateFiles} onFiles={([file]) => (file ? offer(file) : undefined)}>
          {t("verify_authority_add")}
        </FileButton>
      </div>
    </section>
  );
}

/** In groups of four, as it is printed. */
function Fingerprint({ authority }: { readonly authority: Authority }) {
  const { t, date } = useTexts();
  const { fingerprint, notBefore, notAfter } = authority.report;
  return (
    <dl class="facts">
      <dt>{t("verify_fingerprint")}</dt>
      <dd class="fingerprint">{fingerprint.replaceAll(/.{4}(?=.)/g, "$& ")}</dd>
      <dt>{t("verify_certificate_valid")}</dt>
      <dd>
        {date(notBefore)} – {date(notAfter)}
      </dd>
    </dl>
  );
}
