import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { visible } from "../../ui/documents/fileFacts.ts";
import { Notice } from "../../ui/Notice.tsx";
import { codeOf, type VaultErrorCode } from "../../vault/error.ts";
import { keepSigned } from "./keepSigned.ts";
import { saveSigned } from "./saveDocuments.ts";
import { allUnkept, forget, isWhole, onUnkept, type Unkept } from "./unkept.ts";
import { VaultFailure } from "../../ui/VaultFailure.tsx";

interface UnkeptNoticesProps {
  /** The vault is open. */
  readonly open: boolean;
}

/** Signatures that could not be kept: said wherever in the vault the person is, open, locked or not there, until they are kept or saved. */
export function UnkeptNotices({ open }: UnkeptNoticesProps) {
  const { t } = useTexts();
  const [all, setAll] = useState(allUnkept);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<VaultErrorCode | null>(null);
  const [ended, setEnded] = useState<"version" | "document" | "saved" | null>(null);
  useEffect(
    () =>
      onUnkept(() => {
        setAll(allUnkept());
        // Good news of one must not stand beside bad news of another.
        setEnded(null);
      }),
    [],
  );
  useEffect(() => setEnded(null), [open]);
  const attempt = async (act: () => Promise<"version" | "document" | "saved" | null>, unforeseen: VaultErrorCode): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    setEnded(null);
    try {
      setEnded(await act());
    } catch (error) {
      setTrouble(codeOf(error, unforeseen));
    } finally {
      setBusy(false);
    }
  };
  const save = async (one: Unkept): Promise<"saved" | null> => {
    if (!(await saveSigned(one))) return null;
    forget(one);
    return "saved";
  };
  return (
    <>
      {all.map((one) => (
        <Notice key={one} kind="error" announced>
          <p>
            <strong>
              <bdi>{visible(one.signed.name)}</bdi>
            </strong>
          </p>
          <p>{t("vault_sign_unkept")}</p>
          <p>{t(open ? "vault_sign_unkept_open" : isWhole(one) ? "vault_sign_unkept_here" : "vault_sign_unkept_large")}</p>
          {!busy && (open || isWhole(one)) ? (
            <div class="row">
              {open ? <Button onClick={() => void attempt(() => keepSigned(one), "INTERNAL")}>{t("common_try_again")}</Button> : null}
              <Button onClick={() => void attempt(() => save(one), "STORAGE_FAILED")}>{t("vault_download")}</Button>
            </div>
          ) : null}
          {busy ? <Busy>{t("vault_loading")}</Busy> : null}
        </Notice>
      ))}
      {trouble && all.length > 0 ? <VaultFailure code={trouble} /> : null}
      {ended ? (
        <Notice kind="success" announced>
          <p>{t(ended === "saved" ? "vault_saved" : ended === "version" ? "vault_sign_kept_version" : "vault_sign_kept")}</p>
        </Notice>
      ) : null}
    </>
  );
}
