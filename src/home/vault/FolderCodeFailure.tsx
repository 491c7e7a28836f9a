import { useTexts } from "../../i18n/texts.tsx";
import type { VaultErrorCode } from "../../vault/error.ts";
import { VaultFailure } from "../../ui/VaultFailure.tsx";

/** Why the folder could not be had with the code that was typed. */
export function FolderCodeFailure({ failure }: { readonly failure: VaultErrorCode | null }) {
  const { t } = useTexts();
  if (failure === null) return null;
  // The code is right, but another computer has put a new one in its place: that is on that computer's screen, not here.
  if (failure === "FOLDER_MOVED") {
    return (
      <p class="field-error" role="alert">
        {t("vault_folder_code_old")}
      </p>
    );
  }
  if (failure !== "SECRET_WRONG") return <VaultFailure code={failure} />;
  return (
    <p class="field-error" role="alert">
      {t("vault_folder_code_wrong")}
    </p>
  );
}
