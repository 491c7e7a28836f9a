import { useTexts } from "../../i18n/texts.tsx";
import list from "../../signing/trust/authorities.json";
import { visible } from "../../ui/documents/fileFacts.ts";

/** What a person can do about a signer for whom no trusted authority vouches. @param name as the certificate calls its issuer */
export function UnknownIssuer({ name }: { readonly name: string | null }) {
  const { t } = useTexts();
  const known = name !== null && list.names.includes(name);
  return (
    <div class="stack-tight">
      <h4>{t("verify_issuer_title")}</h4>
      {name === null ? null : <p>{t(known ? "verify_issuer_known" : "verify_issuer_named", { NAME: visible(name) })}</p>}
      <p>{t("verify_issuer_next")}</p>
    </div>
  );
}
