import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import type { StorageView } from "../../vault/api.ts";
import { Destroy } from "./Destroy.tsx";
import { useSize } from "../../ui/useSize.ts";
import { useAttempt } from "./useAttempt.ts";
import { vaultOfPage } from "./useVault.ts";
import { VaultFailure } from "../../ui/VaultFailure.tsx";

const binChoices = [7, 30, 90, 365] as const;

/** Room taken, the bin, and the end of everything. */
export function StoragePanel() {
  const { t } = useTexts();
  const size = useSize();
  const { failure, attempt } = useAttempt();
  const [storage, setStorage] = useState<StorageView | null>(null);
  const [days, setDays] = useState<number | null | undefined>(undefined);
  useEffect(() => {
    vaultOfPage().storage.view().then(setStorage, () => undefined);
    vaultOfPage().documents.binDays().then(setDays, () => undefined);
  }, []);
  const keep = (text: string): void => {
    const kept = binChoices.find((one) => String(one) === text) ?? null;
    void attempt(() => vaultOfPage().documents.setBinDays(kept).then(() => setDays(kept)));
  };
  return (
    <section class="card stack" aria-labelledby="storage-title">
      <h2 id="storage-title">{t("vault_storage")}</h2>
      {storage ? <p>{t("vault_storage_used", { USED: size(storage.used), FREE: size(storage.available) })}</p> : null}
      {days === undefined ? null : (
        <label class="field">
          <span>{t("vault_bin_days")}</span>
          <select value={String(days)} onChange={(event) => keep(event.currentTarget.value)}>
            {binChoices.map((one) => (
              <option key={one} value={String(one)}>
                {t("vault_bin_days_count", { COUNT: one })}
              </option>
            ))}
            <option value="null">{t("vault_bin_days_never")}</option>
          </select>
        </label>
      )}
      {failure ? <VaultFailure code={failure} /> : null}
      <Destroy />
    </section>
  );
}
