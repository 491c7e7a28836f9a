import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { codeOf, type VaultErrorCode } from "../../vault/error.ts";
import { NewPassphrase } from "./NewPassphrase.tsx";
import { SecretBuffer } from "./secretBuffer.ts";
import { SecretField } from "./SecretField.tsx";
import { vaultOfPage } from "./useVault.ts";
import { VaultFailure } from "../../ui/VaultFailure.tsx";

interface ChangePassphraseProps {
  readonly onChanged: () => void;
  readonly onCancel: () => void;
}

/** The present passphrase, and a new one. When the present one is wrong, only that is typed again. */
export function ChangePassphrase({ onChanged, onCancel }: ChangePassphraseProps) {
  const { t } = useTexts();
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<VaultErrorCode | null>(null);
  // A field of its own for each attempt: it takes the keyboard again.
  const [attempts, setAttempts] = useState(0);
  const present = useRef(new SecretBuffer());
  useEffect(() => () => present.current.clear(), []);
  const change = async (next: SecretBuffer): Promise<void> => {
    const secret = { kind: "passphrase", passphrase: present.current.copy() } as const;
    present.current.clear();
    setFailure(null);
    setWorking(true);
    try {
      await vaultOfPage().slots.changePassphrase(secret, next.copy());
      onChanged();
    } catch (error) {
      setFailure(codeOf(error));
      setAttempts((before) => before + 1);
      setWorking(false);
    }
  };
  return (
    <>
      {working ? <Busy>{t("vault_working")}</Busy> : null}
      {failure === "SECRET_WRONG" ? (
        <Notice kind="error" announced>
          <p>{t("vault_passphrase_present_wrong")}</p>
        </Notice>
      ) : failure ? (
        <VaultFailure code={failure} />
      ) : null}
      <div class="stack" hidden={working}>
        <SecretField key={attempts} label={t("vault_passphrase_present")} buffer={present.current} autofocus />
        <NewPassphrase submitText={t("vault_passphrase_change")} onSubmit={(next) => void change(next)} onCancel={onCancel} />
      </div>
    </>
  );
}
