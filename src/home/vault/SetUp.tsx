import { useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { codeOf, type VaultErrorCode } from "../../vault/error.ts";
import { NewPassphrase } from "./NewPassphrase.tsx";
import type { SecretBuffer } from "./secretBuffer.ts";
import { handOver } from "./sheet.ts";
import { vaultOfPage } from "./useVault.ts";
import { VaultFailure } from "../../ui/VaultFailure.tsx";

interface SetUpProps {
  /** The browser has lost a vault that was here. */
  readonly lost: boolean;
  readonly onStart: () => void;
  readonly onDone: () => void;
  readonly onRestore: () => void;
}

/** The first time: what the vault is, a passphrase; the sheet follows. Or a backup from another computer. */
export function SetUp({ lost, onStart, onDone, onRestore }: SetUpProps) {
  const { t } = useTexts();
  const [step, setStep] = useState<"about" | "working">("about");
  const [failure, setFailure] = useState<VaultErrorCode | null>(null);
  const create = async (passphrase: SecretBuffer): Promise<void> => {
    setStep("working");
    setFailure(null);
    onStart();
    try {
      const bytes = passphrase.copy();
      passphrase.clear();
      const sheet = await vaultOfPage().lock.create(bytes);
      void navigator.storage.persist().catch(() => false);
      await handOver(sheet).catch(() => undefined);
      onDone();
    } catch (error) {
      setFailure(codeOf(error));
      setStep("about");
    }
  };
  if (step === "working") return <Busy>{t("vault_setup_working")}</Busy>;
  return (
    <section class="card stack" aria-labelledby="vault-setup-title">
      <h2 id="vault-setup-title">{t("vault_setup_title")}</h2>
      {lost ? (
        <Notice kind="warning" announced>
          <p>{t("vault_lost")}</p>
          <div class="row">
            <Button onClick={onRestore}>{t("vault_restore_title")}</Button>
          </div>
        </Notice>
      ) : null}
      <p>{t("vault_setup_about")}</p>
      <ul class="vault-points">
        <li>{t("vault_setup_point_local")}</li>
        <li>{t("vault_setup_point_forget")}</li>
        <li>{t("vault_setup_point_backup")}</li>
      </ul>
      {failure ? <VaultFailure code={failure} /> : null}
      <NewPassphrase submitText={t("vault_setup_create")} onSubmit={(passphrase) => void create(passphrase)} />
      <div class="row">
        <Button kind="plain" onClick={onRestore}>
          {t("vault_setup_from_backup")}
        </Button>
      </div>
      <details>
        <summary>{t("vault_setup_from_folder")}</summary>
        <p>{t("vault_setup_folder_about")}</p>
      </details>
    </section>
  );
}
