import type { ComponentChildren } from "preact";
import { useTexts } from "../i18n/texts.tsx";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { leadToVault } from "./leadToVault.ts";
import { LockRow } from "./LockRow.tsx";
import { useVaultKind } from "./useVaultKind.ts";

interface VaultGateProps {
  /** For what the vault is wanted: said while there is none, or it is locked. */
  readonly panel: "answers" | "applications" | "data" | "documents" | "personal" | "profile" | "terms";
  readonly children: ComponentChildren;
  /** false: the panel goes on after this, and ends with the way to lock the vault itself. */
  readonly lock?: boolean;
}

/** Shows what is inside while the vault is open; else the way to open it. A frame in a page never asks for its passphrase. */
export function VaultGate({ panel, children, lock = true }: VaultGateProps) {
  const { t } = useTexts();
  const kind = useVaultKind();
  if (kind === null) return null;
  if (kind === "unlocked") {
    return (
      <>
        {children}
        {lock ? <LockRow /> : null}
      </>
    );
  }
  return (
    <Notice kind="information">
      <p>{t(`form_vault_${kind}_${panel}`)}</p>
      <div class="row">
        <Button kind={panel === "profile" ? "secondary" : "primary"} onClick={() => void leadToVault()}>
          {t(kind === "none" ? "form_vault_make" : "form_vault_open")}
        </Button>
      </div>
    </Notice>
  );
}
