import { useTexts } from "../../i18n/texts.tsx";
import type { Level, SigningNotice } from "../../signing/sign/options.ts";
import { Notice } from "../Notice.tsx";

interface ReachedProps {
  readonly level: Level;
  readonly notices: readonly SigningNotice[];
}

/** What stands in the signed file beside the signature; when that is less than was wanted, why, and what to do. */
export function Reached({ level, notices }: ReachedProps) {
  const { t } = useTexts();
  if (notices.length === 0) return level === "B-B" ? null : <p class="document-state soft">{t(level === "B-LT" ? "sign_doc_proven" : "sign_doc_stamped")}</p>;
  const revoked = notices.includes("CERTIFICATE_REVOKED");
  return (
    <div class="document-state">
      <Notice kind={revoked ? "error" : "warning"} announced>
        {revoked ? null : <p>{t(level === "B-B" ? "sign_reached_bare" : "sign_reached_stamped")}</p>}
        {notices.map((one) => (
          <p key={one}>{t(`sign_error_${one}`)}</p>
        ))}
      </Notice>
    </div>
  );
}
