import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { visible } from "../../ui/documents/fileFacts.ts";
import { Notice } from "../../ui/Notice.tsx";
import type { VaultErrorCode } from "../../vault/error.ts";
import { keepSigned } from "./keepSigned.ts";
import { saveSigned } from "./saveDocuments.ts";
import { allUnkept, forget, onUnkept, type Unkept } from "./unkept.ts";
import { codeOf, VaultFailure } from "./VaultFailure.tsx";

interface UnkeptNoticesProps {
  /** The vault is open. */
  readonly open: boolean;
}

/** Signatures that could not be kept: said wherever in the vault the person is, locked or open, until they are kept or saved. */
export function UnkeptNotices({ open }: UnkeptNoticesProps) {
  const { t } = useTexts();
  const [all, setAll] = useState(allUnkept);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<VaultErrorCode | null>(null);
  const [ended, setEnded] = useState<"version" | "document" | "saved" | null>(null);
  useEffect(() => onUnkept(() => setAll(allUnkept())), []);
  const attempt = async (act: () => Promise<"version" | "document" | "saved" | null>): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    setEnded(null);
    try {
      setEnded(await act());
    } catch (error) {
      setTrouble(codeOf(error));
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
        <Notice key={one.view.documentId} kind="error" announced>
          <p>
            <strong>
              <bdi>{visible(one.signed.name)}</bdi>
            </strong>
          </p>
          <p>{t("vault_sign_unkept")}</p>
          {open && !busy ? (
            <div class="row">
              <Button onClick={() => void attempt(() => keepSigned(one))}>{t("common_try_again")}</Button>
              <Button onClick={() => void attempt(() => save(one))}>{t("vault_download")}</Button>
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
