import { useTexts } from "../../i18n/texts.tsx";
import type { VaultErrorCode } from "../../vault/error.ts";
import { VaultFailure } from "./VaultFailure.tsx";

/** Why the folder could not be had with the code that was typed. */
export function FolderCodeFailure({ failure }: { readonly failure: VaultErrorCode | null }) {
  const { t } = useTexts();
  if (failure === null) return null;
  if (failure !== "SECRET_WRONG") return <VaultFailure code={failure} />;
  return (
    <p class="field-error" role="alert">
      {t("vault_folder_code_wrong")}
    </p>
  );
}
