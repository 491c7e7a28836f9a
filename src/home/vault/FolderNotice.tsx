import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { FolderPermission } from "./FolderPanel.tsx";
import { useFolder } from "./useFolder.ts";

/** Above the documents: what the folder for several computers needs the person for. */
export function FolderNotice({ onShow }: { readonly onShow: () => void }) {
  const { t } = useTexts();
  const state = useFolder();
  if (state?.kind !== "on") return null;
  if (state.trouble === "FOLDER_REFUSED") return <FolderPermission />;
  if (state.conflicts === 0 && state.trouble === null) return null;
  return (
    <Notice kind="warning">
      <p>{state.conflicts > 0 ? t("vault_folder_conflicts", { COUNT: state.conflicts }) : t(`vault_error_${state.trouble ?? "INTERNAL"}`)}</p>
      <div class="row">
        <Button onClick={onShow}>{t("vault_folder_look")}</Button>
      </div>
    </Notice>
  );
}
