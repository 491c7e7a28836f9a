import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { useOnce } from "../../ui/useOnce.ts";
import { Removing } from "./Removing.tsx";
import { leave } from "./route.ts";

interface RecordFormProps {
  readonly title: string;
  /**
   * @param form in which a wrong field is shown (`showField`)
   * @returns true when it is saved and the form is left; false when something has to be mended first
   */
  readonly onSave: (form: HTMLFormElement) => Promise<boolean>;
  /** Saved, given up or taken away: what was typed is not kept any more. */
  readonly onDone: () => void;
  /** For a record that is there already: what is asked before it goes, and what takes it away. @returns like `onSave` */
  readonly removal?: { readonly question: string; readonly remove: () => Promise<boolean> } | null;
  readonly children: ComponentChildren;
}

/** The form of a record: its fields, then save it, leave it, or take the record away. Each happens once, however often it is clicked. */
export function RecordForm({ title, onSave, onDone, removal = null, children }: RecordFormProps) {
  const { t } = useTexts();
  const [removing, setRemoving] = useState(false);
  const { busy, once } = useOnce();
  const submit = (event: { readonly currentTarget: HTMLFormElement; preventDefault: () => void }): void => {
    event.preventDefault();
    const form = event.currentTarget;
    once(() => ended(onSave(form)));
  };
  const ended = async (acting: Promise<boolean>): Promise<boolean> => {
    const done = await acting;
    if (done) onDone();
    return done;
  };
  const giveUp = (): void => {
    onDone();
    leave();
  };
  return (
    <form class="card stack" onSubmit={submit} noValidate>
      <h3>{title}</h3>
      {children}
      <div class="row">
        <button type="submit" class="button button-primary" aria-disabled={busy}>
          {t("data_save")}
        </button>
        <Button onClick={giveUp}>{t("common_cancel")}</Button>
        {removal ? <Button onClick={() => setRemoving(!removing)}>{t("data_remove")}</Button> : null}
      </div>
      {removal && removing ? <Removing question={removal.question} yes={t("data_remove_one_yes")} onYes={() => ended(removal.remove())} onNo={() => setRemoving(false)} /> : null}
    </form>
  );
}
