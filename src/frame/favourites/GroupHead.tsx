import { useEffect, useRef } from "preact/hooks";
import { type Favourites, moveGroup } from "../../favourites/favourites.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { GroupNameForm } from "./GroupNameForm.tsx";

interface GroupHeadProps {
  readonly group: string;
  readonly groups: readonly string[];
  readonly onChange: (act: (menu: Favourites) => Favourites, said?: string) => void;
  /** Just before the group is moved by what has the keyboard. */
  readonly onMoved: () => void;
  /** What is being typed as its name; null: nobody asked. Kept by the list: another window may call the group otherwise meanwhile. */
  readonly name: string | null;
  readonly onName: (name: string | null) => void;
  readonly onRename: (to: string) => void;
}

/** A group's name, and what is done with the whole group: its place among the others, another name, an end. */
export function GroupHead({ group, groups, onChange, onMoved, name, onName, onRename }: GroupHeadProps) {
  const { t } = useTexts();
  const asks = useRef<HTMLButtonElement>(null);
  const asking = name !== null;
  const asked = useRef(false);
  // Closed again, the keyboard is at what asked.
  useEffect(() => {
    if (!asking && asked.current) asks.current?.focus();
    asked.current = asking;
  }, [asking]);
  const move = (by: -1 | 1): void => {
    onMoved();
    onChange((now) => moveGroup(now, group, by), t("fav_said_moved"));
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
          <button ref={asks} type="button" class="icon-button" aria-expanded={asking} aria-label={t("fav_group_change", { GROUP: group })} onClick={() => onName(asking ? null : group)}>
            ⋯
          </button>
        </span>
      </div>
      {asking ? <GroupNameForm group={group} name={name} onName={onName} onRename={onRename} onDissolve={() => onRename("")} onCancel={() => onName(null)} /> : null}
    </>
  );
}
