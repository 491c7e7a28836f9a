import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import type { LockRules } from "../../vault/api.ts";
import { useAttempt } from "./useAttempt.ts";
import { vaultOfPage } from "./useVault.ts";
import { VaultFailure } from "../../ui/VaultFailure.tsx";

const minutes = [1, 5, 10, 15, 30, 60] as const;

/** When the vault locks by itself. */
export function LockPanel() {
  const { t } = useTexts();
  const { failure, attempt } = useAttempt();
  const [rules, setRules] = useState<LockRules | null>(null);
  useEffect(() => void vaultOfPage().lock.rules().then(setRules, () => undefined), []);
  if (!rules) return null;
  const change = (what: Partial<LockRules>): void => {
    const kept = { ...rules, ...what };
    void attempt(() => vaultOfPage().lock.setRules(kept).then(() => setRules(kept)));
  };
  return (
    <section class="card stack" aria-labelledby="lock-title">
      <h2 id="lock-title">{t("vault_lock_title")}</h2>
      {failure ? <VaultFailure code={failure} /> : null}
      <label class="field">
        <span>{t("vault_lock_idle")}</span>
        <select value={String(rules.idleMinutes)} onChange={(event) => change({ idleMinutes: minutes.find((one) => String(one) === event.currentTarget.value) ?? null })}>
          {minutes.map((one) => (
            <option key={one} value={String(one)}>
              {t("vault_lock_minutes", { COUNT: one })}
            </option>
          ))}
          <option value="null">{t("vault_lock_browser")}</option>
        </select>
      </label>
      <label class="vault-check">
        <input type="checkbox" checked={rules.onSystemLock} onChange={(event) => change({ onSystemLock: event.currentTarget.checked })} />
        <span>{t("vault_lock_system")}</span>
      </label>
      <label class="vault-check">
        <input type="checkbox" checked={rules.onCardRemoval} onChange={(event) => change({ onCardRemoval: event.currentTarget.checked })} />
        <span>{t("vault_lock_card")}</span>
      </label>
    </section>
  );
}
