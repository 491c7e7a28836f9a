import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { VaultErrorCode } from "../../vault/error.ts";

interface UnsavedProps {
  /** Another window was faster: over a form that is being filled in, or over what was only looked at. */
  readonly conflict: "shown" | "written" | null;
  readonly failure: VaultErrorCode | null;
  readonly onClose: () => void;
}

/** Why nothing was saved. It stays in sight: who pressed "save" is at the end of a form. */
export function Unsaved({ conflict, failure, onClose }: UnsavedProps) {
  const { t } = useTexts();
  return (
    <div class="data-unsaved no-print">
      <Notice kind={failure ? "error" : "warning"} announced>
        <p>{failure ? `${t(`vault_error_${failure}`)} ${t("data_unsaved_stays")}` : t(conflict === "written" ? "data_conflict_form" : "data_conflict")}</p>
        <p class="row">
          <Button kind="plain" onClick={onClose}>
            {t("common_close")}
          </Button>
        </p>
      </Notice>
    </div>
  );
}
