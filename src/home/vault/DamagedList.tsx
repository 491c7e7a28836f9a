import { useTexts } from "../../i18n/texts.tsx";
import type { BackupReport } from "../../vault/api.ts";

/** Names of what could not be read. */
export function DamagedList({ report }: { readonly report: BackupReport }) {
  const { t } = useTexts();
  if (report.damaged.length === 0) return null;
  return (
    <>
      <p>{t("vault_damaged", { COUNT: report.damaged.length })}</p>
      <ul class="vault-points">
        {report.damaged.map((name, at) => (
          <li key={at}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}
