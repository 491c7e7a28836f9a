import { useEffect, useRef, useState } from "preact/hooks";
import { dropOn, type Favourite, type Favourites, groupNow, groupsOf, putInGroup, renameGroup } from "../../favourites/favourites.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { ServiceLink } from "../../platform/pageMessages.ts";
import { GroupField } from "./GroupField.tsx";
import { GroupHead } from "./GroupHead.tsx";
import { GroupNameForm } from "./GroupNameForm.tsx";
import { ServiceLine } from "./ServiceLine.tsx";

interface OwnListProps {
  readonly menu: Favourites;
  readonly onChange: (act: (menu: Favourites) => Favourites, said?: string) => void;
  readonly onFollow: (service: ServiceLink) => void;
  readonly onStar: (service: ServiceLink) => void;
}

/** A group that is being given another name. */
interface Naming {
  /** As it was called then, */
  readonly group: string;
  /** with these in it. */
  readonly urls: readonly string[];
  readonly name: string;
}

/** The favourites in the person's order and groups: moved by drag, by buttons and by Alt with the arrow keys. */
export function OwnList({ menu, onChange, onFollow, onStar }: OwnListProps) {
  const { t } = useTexts();
  // What is typed is kept here: another window may move a service, or call a group otherwise, while somebody types.
  const [grouping, setGrouping] = useState<{ readonly url: string; readonly name: string } | null>(null);
  const [naming, setNaming] = useState<Naming | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const dragged = useRef<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const back = useRef<string | null>(null);
  const moved = useRef<Element | null>(null);
  const groups = groupsOf(menu);
  const named = naming && groupNow(menu, naming.group, naming.urls);
  const setName = (group: string, name: string | null): void => {
    if (name === null) setNaming(null);
    else if (naming && named === group) setNaming({ ...naming, name });
    else setNaming({ group, urls: menu.entries.filter((one) => one.group === group).map(({ url }) => url), name });
  };
  const rename = (to: string): void => {
    if (!naming) return;
    const { group, urls } = naming;
    setNaming(null);
    onChange((now) => {
      const there = groupNow(now, group, urls);
      return there === null ? urls.reduce((menuNow, url) => putInGroup(menuNow, url, to), now) : renameGroup(now, there, to);
    }, t("fav_said_grouped"));
  };

  const noteMoved = (): void => void (moved.current = document.activeElement);
  const move = (entry: Favourite, by: -1 | 1): void => {
    // Past its neighbour within the same group, wherever that stands in the whole order.
    const mates = menu.entries.filter((one) => one.group === entry.group);
    const at = mates.findIndex((one) => one.url === entry.url);
    const mate = mates[at + by];
    if (!mate) return;
    noteMoved();
    onChange((now) => dropOn(now, entry.url, mate.url), t("fav_said_moved"));
    setSaid(t("fav_moved", { SERVICE: entry.title, PLACE: at + by + 1, COUNT: mates.length }));
  };
  const drop = (target: Favourite): void => {
    const url = dragged.current;
    dragged.current = null;
    setOver(null);
    if (url === null || url === target.url) return;
    onChange((now) => dropOn(now, url, target.url), t("fav_said_moved"));
  };
  // In a long list the keyboard stays in sight with what it moves.
  useEffect(() => {
    moved.current?.scrollIntoView({ block: "nearest" });
    moved.current = null;
  }, [menu.entries]);
  // Closed again, the keyboard is where it came from.
  const groupingUrl = grouping?.url ?? null;
  useEffect(() => {
    const from = back.current;
    back.current = groupingUrl;
    const button = from !== null && groupingUrl === null ? list.current?.querySelector(`[data-group-of="${CSS.escape(from)}"]`) : null;
    if (button instanceof HTMLElement) button.focus();
  }, [groupingUrl]);
  const lines = (group: string) => (
    <ul class="service-list">
      {menu.entries
        .filter((one) => one.group === group)
        .map((entry) => (
          <li
            key={entry.url}
            class="service"
            // What is typed in it can be marked with the mouse.
            draggable={groupingUrl !== entry.url}
            data-drop={over === entry.url ? "" : undefined}
            onDragStart={(event) => {
              dragged.current = entry.url;
              event.dataTransfer?.setData("text/plain", entry.title);
            }}
            onDragOver={(event) => {
              if (dragged.current === null) return;
              event.preventDefault();
              setOver(entry.url);
            }}
            onDragEnd={() => setOver(null)}
            onDrop={(event) => {
              event.preventDefault();
              drop(entry);
            }}
            onKeyDown={(event) => {
              if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
              event.preventDefault();
              move(entry, event.key === "ArrowUp" ? -1 : 1);
            }}
          >
            <ServiceLine service={entry} starred onFollow={onFollow} onStar={onStar}>
              <button type="button" class="icon-button" aria-label={t("fav_up", { SERVICE: entry.title })} onClick={() => move(entry, -1)}>
                ↑
              </button>
              <button type="button" class="icon-button" aria-label={t("fav_down", { SERVICE: entry.title })} onClick={() => move(entry, 1)}>
                ↓
              </button>
              <button
                type="button"
                class="icon-button"
                data-group-of={entry.url}
                aria-expanded={groupingUrl === entry.url}
                aria-label={t("fav_group_of", { SERVICE: entry.title })}
                onClick={() => setGrouping(groupingUrl === entry.url ? null : { url: entry.url, name: entry.group })}
              >
                ⋯
              </button>
            </ServiceLine>
            {grouping?.url === entry.url ? (
              <GroupField
                entry={entry}
                groups={groups}
                name={grouping.name}
                onName={(name) => setGrouping({ url: entry.url, name })}
                onPut={(chosen) => {
                  onChange((now) => putInGroup(now, entry.url, chosen), t("fav_said_grouped"));
                  setGrouping(null);
                }}
                onCancel={() => setGrouping(null)}
              />
            ) : null}
          </li>
        ))}
    </ul>
  );
  return (
    <div class="stack" ref={list}>
      {menu.entries.some((one) => one.group === "") ? lines("") : null}
      {groups.map((group) => {
        const own = named === group ? naming : null;
        return (
          // The same section under another name: the keyboard stays in it.
          <section key={own?.group ?? group} class="stack-tight" aria-label={group}>
            <GroupHead group={group} groups={groups} onChange={onChange} onMoved={noteMoved} name={own?.name ?? null} onName={(name) => setName(group, name)} onRename={rename} />
            {lines(group)}
          </section>
        );
      })}
      {naming && named === null ? (
        <Notice kind="information" announced>
          <p>{t("fav_group_gone", { GROUP: naming.group })}</p>
          <GroupNameForm group={naming.group} name={naming.name} onName={(name) => setNaming({ ...naming, name })} onRename={rename} onDissolve={null} onCancel={() => setNaming(null)} />
        </Notice>
      ) : null}
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}
