import { useEffect, useRef } from "preact/hooks";
import type { Favourite } from "../../favourites/favourites.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";

interface GroupFieldProps {
  readonly entry: Favourite;
  readonly groups: readonly string[];
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onPut: (group: string) => void;
  readonly onCancel: () => void;
}

/** Which group a favourite stands in: one there is, a new one, or none. */
export function GroupField({ entry, groups, name, onName, onPut, onCancel }: GroupFieldProps) {
  const { t } = useTexts();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), [entry.url]);
  return (
    <form
      class="group-field"
      onSubmit={(event) => {
        event.preventDefault();
        onPut(name);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // It ends this, and not the whole menu.
        event.stopPropagation();
        onCancel();
      }}
    >
      <label class="stack-tight">
        <span>{t("fav_group_label", { SERVICE: entry.title })}</span>
        <input ref={field} class="search-field" list="groups" maxLength={60} value={name} onInput={(event) => onName(event.currentTarget.value)} />
      </label>
      <datalist id="groups">
        {groups.map((group) => (
          <option key={group} value={group} />
        ))}
      </datalist>
      <div class="row">
        <button type="submit" class="button button-primary">
          {t("fav_group_put")}
        </button>
        {entry.group === "" ? null : <Button onClick={() => onPut("")}>{t("fav_group_none")}</Button>}
        <Button kind="plain" onClick={onCancel}>
          {t("common_cancel")}
        </Button>
      </div>
    </form>
  );
}
