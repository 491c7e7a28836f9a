import { useTexts } from "../../i18n/texts.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { VaultNotice } from "../../vault/api.ts";

/** What the vault has to say after it was opened. */
export function Notices({ notices }: { readonly notices: readonly VaultNotice[] }) {
  const { t } = useTexts();
  return (
    <>
      {notices.map((notice) => (
        <Notice key={notice.kind} kind={notice.kind === "merged" && notice.damaged === 0 ? "success" : "warning"} announced>
          {notice.kind === "rolled-back" ? <p>{t("vault_notice_rolled_back")}</p> : null}
          {notice.kind === "damaged" ? <p>{t("vault_notice_damaged", { COUNT: notice.rows })}</p> : null}
          {notice.kind === "merged" ? <p>{t("vault_notice_merged", { COUNT: notice.entries })}</p> : null}
          {notice.kind === "merged" && notice.damaged > 0 ? <p>{t("vault_notice_unmerged", { COUNT: notice.damaged })}</p> : null}
        </Notice>
      ))}
    </>
  );
}
