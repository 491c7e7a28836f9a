import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { vaultOfPage } from "./useVault.ts";

const monthMs = 30 * 86_400_000;
/** Changes after which a first backup is worth asking for. */
const enough = 5;

/** Whatever is only in this browser is lost with it: said when the last backup is old, or there is none. */
export function BackupReminder({ onShow }: { readonly onShow: () => void }) {
  const { t, date } = useTexts();
  const [last, setLast] = useState<{ readonly at: number | null; readonly changesSince: number } | null>(null);
  useEffect(() => void vaultOfPage().backup.last().then(setLast, () => undefined), []);
  if (!last || last.changesSince < enough || (last.at !== null && Date.now() - last.at < monthMs)) return null;
  return (
    <Notice kind="warning">
      <p>{last.at === null ? t("vault_backup_never") : t("vault_backup_old", { DATE: date(last.at), COUNT: last.changesSince })}</p>
      <div class="row">
        <Button onClick={onShow}>{t("vault_backup_show")}</Button>
      </div>
    </Notice>
  );
}
