import { useEffect, useRef, useState } from "preact/hooks";
import { type Favourites, moveGroup, renameGroup } from "../../favourites/favourites.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";

interface GroupHeadProps {
  readonly group: string;
  readonly groups: readonly string[];
  readonly onChange: (act: (menu: Favourites) => Favourites, said?: string) => void;
  /** Just before the group is moved by what has the keyboard. */
  readonly onMoved: () => void;
}

/** A group's name, and what is done with the whole group: its place among the others, another name, an end. */
export function GroupHead({ group, groups, onChange, onMoved }: GroupHeadProps) {
  const { t } = useTexts();
  const [name, setName] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const asks = useRef<HTMLButtonElement>(null);
  const asking = name !== null;
  const asked = useRef(false);
  // Into the field, and closed again back to what asked.
  useEffect(() => {
    if (asking) field.current?.select();
    else if (asked.current) asks.current?.focus();
    asked.current = asking;
  }, [asking]);
  const move = (by: -1 | 1): void => {
    onMoved();
    onChange((now) => moveGroup(now, group, by), t("fav_said_moved"));
  };
  const rename = (to: string): void => {
    setName(null);
    onChange((now) => renameGroup(now, group, to), t("fav_said_grouped"));
  };
  return (
    <>
      <div class="group-head">
        <h2>{group}</h2>
        <span class="service-tools">
          {groups.length > 1 ? (
            <>
              <button type="button" class="icon-button" aria-label={t("fav_group_up", { GROUP: group })} onClick={() => move(-1)}>
                ↑
              </button>
              <button type="button" class="icon-button" aria-label={t("fav_group_down", { GROUP: group })} onClick={() => move(1)}>
                ↓
              </button>
            </>
          ) : null}
          <button ref={asks} type="button" class="icon-button" aria-expanded={asking} aria-label={t("fav_group_change", { GROUP: group })} onClick={() => setName(asking ? null : group)}>
            ⋯
          </button>
        </span>
      </div>
      {asking ? (
        <form
          class="group-field"
          onSubmit={(event) => {
            event.preventDefault();
            // Nothing typed is no name; whoever wants the group gone has a button for it.
            rename(name.trim() || group);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            // It ends this, and not the whole menu.
            event.stopPropagation();
            setName(null);
          }}
        >
          <label class="stack-tight">
            <span>{t("fav_group_name", { GROUP: group })}</span>
            <input ref={field} class="search-field" maxLength={60} value={name} onInput={(event) => setName(event.currentTarget.value)} />
          </label>
          <div class="row">
            <button type="submit" class="button button-primary">
              {t("fav_group_rename")}
            </button>
            <Button onClick={() => rename("")}>{t("fav_group_dissolve")}</Button>
            <Button kind="plain" onClick={() => setName(null)}>
              {t("common_cancel")}
            </Button>
          </div>
        </form>
      ) : null}
    </>
  );
}
