import { useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Removing } from "./Removing.tsx";

interface FormFootProps {
  /** For a record that is there already: what is asked before it goes, and what takes it away. */
  readonly removal?: { readonly question: string; readonly remove: () => void } | null;
}

/** A record's form ends so: save, leave it, or take the record away. */
export function FormFoot({ removal = null }: FormFootProps) {
  const { t } = useTexts();
  const [removing, setRemoving] = useState(false);
  return (
    <>
      <div class="row">
        <button type="submit" class="button button-primary">
          {t("data_save")}
        </button>
        <Button onClick={() => history.back()}>{t("common_cancel")}</Button>
        {removal ? <Button onClick={() => setRemoving(!removing)}>{t("data_remove")}</Button> : null}
      </div>
      {removal && removing ? <Removing question={removal.question} yes={t("data_remove_one_yes")} onYes={removal.remove} onNo={() => setRemoving(false)} /> : null}
    </>
  );
}
