import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { SlotView } from "../../vault/api.ts";
import { codeOf, type VaultErrorCode } from "../../vault/error.ts";
import { openVaultCardWindow } from "../../platform/careWindow.ts";
import { passkeySecret } from "../../platform/passkey.ts";
import { Destroy } from "./Destroy.tsx";
import { CodeField, isWholeCode } from "./CodeField.tsx";
import { SecretBuffer } from "./secretBuffer.ts";
import { SecretField } from "./SecretField.tsx";
import { vaultOfPage } from "./useVault.ts";
import { VaultFailure } from "../../ui/VaultFailure.tsx";

/** The locked vault: passphrase, sheet or passkey. */
export function Unlock({ slots, onRestore }: { readonly slots: readonly SlotView[]; readonly onRestore: () => void }) {
  const { t } = useTexts();
  const [way, setWay] = useState<"passphrase" | "recovery">(slots.some((slot) => slot.kind === "passphrase") ? "passphrase" : "recovery");
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<VaultErrorCode | "PASSKEY_REFUSED" | null>(null);
  const [refused, setRefused] = useState(false);
  const [waiting, setWaiting] = useState(0);
  // A field of its own for each attempt: it takes the keyboard again, which the one that was hidden has lost.
  const [attempts, setAttempts] = useState(0);
  const buffer = useRef(new SecretBuffer());
  const passkeys = slots.filter((slot) => slot.kind === "passkey");
  const canRecover = slots.some((slot) => slot.kind === "recovery");
  useEffect(() => {
    vaultOfPage().inbox.waiting().then(setWaiting, () => undefined);
    return () => buffer.current.clear();
  }, []);
  const attempt = async (open: () => Promise<void>): Promise<void> => {
    setWorking(true);
    setFailure(null);
    try {
      await open();
    } catch (error) {
      // Declined, another finger, another device: the browser says so with an error of its own.
      setFailure(error instanceof DOMException ? "PASSKEY_REFUSED" : codeOf(error));
      setAttempts((before) => before + 1);
      setWorking(false);
    }
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    const whole = way === "passphrase" || isWholeCode(buffer.current);
    setRefused(!whole);
    if (!whole) return;
    const bytes = buffer.current.copy();
    // A code stays where it is: it lies on paper, and what is wrong in it is looked for letter by letter.
    if (way === "passphrase") buffer.current.clear();
    void attempt(() => vaultOfPage().lock.unlock(way === "passphrase" ? { kind: "passphrase", passphrase: bytes } : { kind: "recovery", code: bytes }));
  };
  /** Whichever of them is at hand: the other may lie in another computer, or at home. */
  const withPasskey = (): void =>
    void attempt(async () => {
      const { at, prf } = await passkeySecret(passkeys.map(({ credentialId, challenge }) => ({ credentialId: credentialId ?? new Uint8Array(0), challenge: challenge ?? new Uint8Array(0) })));
      await vaultOfPage().lock.unlock({ kind: "passkey", slotId: passkeys[at]?.slotId ?? "", prf });
    });
  if (slots.length === 0) {
    return (
      <>
        <VaultFailure code="HEADER_DAMAGED" />
        <div class="row">
          <Button kind="primary" onClick={onRestore}>
            {t("vault_restore_title")}
          </Button>
        </div>
        <Destroy />
      </>
    );
  }
  return (
    <section class="card stack" aria-labelledby="vault-locked-title">
      <h2 id="vault-locked-title">{t("vault_locked_title")}</h2>
      <p>{t("vault_locked_about")}</p>
      {waiting > 0 ? <p class="soft">{t("vault_locked_waiting", { COUNT: waiting })}</p> : null}
      {failure === "SECRET_WRONG" && way === "recovery" ? (
        <Notice kind="error" announced>
          <p>{t("vault_code_wrong")}</p>
        </Notice>
      ) : failure === "PASSKEY_REFUSED" ? (
        <Notice kind="error" announced>
          <p>{t("vault_unlock_passkey_failed")}</p>
        </Notice>
      ) : failure ? (
        <VaultFailure code={failure} />
      ) : null}
      {working ? <Busy>{t("vault_unlocking")}</Busy> : null}
      <form class="stack" onSubmit={submit} noValidate hidden={working}>
        {way === "passphrase" ? (
          <SecretField key={attempts} label={t("vault_passphrase")} hint={t("vault_passphrase_hint")} buffer={buffer.current} autofocus />
        ) : (
          <CodeField key={attempts} label={t("vault_recovery_code")} hint={t("vault_recovery_hint")} buffer={buffer.current} refused={refused} autofocus />
        )}
        <div class="row">
          <button type="submit" class="button button-primary">
            {t("vault_unlock")}
          </button>
          {passkeys.length > 0 ? <Button onClick={withPasskey}>{t("vault_unlock_passkey")}</Button> : null}
          {slots.some((slot) => slot.kind === "card") ? <Button onClick={() => void openVaultCardWindow("open")}>{t("vault_unlock_card")}</Button> : null}
          {canRecover ? (
            <Button
              kind="plain"
              onClick={() => {
                buffer.current.clear();
                setFailure(null);
                setRefused(false);
                setWay(way === "passphrase" ? "recovery" : "passphrase");
              }}
            >
              {t(way === "passphrase" ? "vault_use_recovery" : "vault_use_passphrase")}
            </Button>
          ) : null}
        </div>
      </form>
      <details>
        <summary>{t("vault_no_way_in")}</summary>
        <div class="stack-tight">
          <p>{t(slots.some(({ kind }) => kind === "passkey" || kind === "card") ? "vault_no_way_in_other" : "vault_no_way_in_about")}</p>
          <Destroy />
        </div>
      </details>
    </section>
  );
}
