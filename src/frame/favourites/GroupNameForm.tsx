import { useEffect, useRef } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";

interface GroupNameFormProps {
  readonly group: string;
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onRename: (to: string) => void;
  /** null: there is no group to dissolve any more. */
  readonly onDissolve: (() => void) | null;
  readonly onCancel: () => void;
}

/** Another name for a group, or its end. */
export function GroupNameForm({ group, name, onName, onRename, onDissolve, onCancel }: GroupNameFormProps) {
  const { t } = useTexts();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    // A name that was typed already is gone on with.
    if (field.current?.value === group) field.current.select();
  }, []);
  return (
    <form
      class="group-field"
      onSubmit={(event) => {
        event.preventDefault();
        // Nothing typed is no name; whoever wants the group gone has a button for it.
        onRename(name.trim() || group);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // It ends this, and not the whole menu.
        event.stopPropagation();
        onCancel();
      }}
    >
      <label class="stack-tight">
        <span>{t("fav_group_name", { GROUP: group })}</span>
        <input ref={field} class="search-field" maxLength={60} value={name} onInput={(event) => onName(event.currentTarget.value)} />
      </label>
      <div class="row">
        <button type="submit" class="button button-primary">
          {t("fav_group_rename")}
        </button>
        {onDissolve ? <Button onClick={onDissolve}>{t("fav_group_dissolve")}</Button> : null}
        <Button kind="plain" onClick={onCancel}>
          {t("common_cancel")}
        </Button>
      </div>
    </form>
  );
}
