import { organisationName } from "../../consent/record/organisationName.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useOnce } from "../../ui/useOnce.ts";
import type { Made } from "./useMerges.ts";

interface SameNoticeProps {
  readonly made: Made;
  readonly onUndo: () => Promise<boolean>;
  readonly onClose: () => void;
}

/** Two records were made one: said, and undone with one click. */
export function SameNotice({ made: { joined, left }, onUndo, onClose }: SameNoticeProps) {
  const { t, language } = useTexts();
  const { busy, once } = useOnce();
  const names = { GOES: organisationName(joined.gone, language), STAYS: organisationName(joined.before, language) };
  return (
    <Notice kind="success" announced>
      <p>{t(names.GOES === names.STAYS ? "data_same_done_alike" : "data_same_done", names)}</p>
      {left > 0 ? <p>{t("data_same_documents_left", { COUNT: left })}</p> : null}
      <div class="row">
        <Button disabled={busy} onClick={() => once(onUndo)}>
          {t("data_same_undo")}
        </Button>
        <Button kind="plain" onClick={onClose}>
          {t("common_close")}
        </Button>
      </div>
    </Notice>
  );
}
