import { useRef } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";

const views = ["own", "categories", "recent"] as const;

export type MenuView = (typeof views)[number];

interface ViewTabsProps {
  readonly view: MenuView;
  readonly onView: (view: MenuView) => void;
}

/** Where a key leads from the tab at `from`; null: nowhere. */
function placeBy(key: string, from: number): number | null {
  if (key === "Home") return 0;
  if (key === "End") return views.length - 1;
  const by = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
  return by === 0 ? null : (from + by + views.length) % views.length;
}

/** Which services the menu shows. Tab reaches each of the views; the arrows, too, which is what a screen reader tells people to press. */
export function ViewTabs({ view, onView }: ViewTabsProps) {
  const { t } = useTexts();
  const row = useRef<HTMLDivElement>(null);
  return (
    <div class="tabs" role="tablist" aria-label={t("fav_views")} ref={row}>
      {views.map((one, i) => (
        <button
          key={one}
          type="button"
          role="tab"
          class="tab"
          aria-selected={view === one}
          onClick={() => onView(one)}
          onKeyDown={(event) => {
            // With Alt the arrows go back and forth in the browser's history.
            if (event.altKey || event.ctrlKey || event.metaKey) return;
            const next = placeBy(event.key, i);
            const wanted = next === null ? undefined : views[next];
            if (next === null || wanted === undefined) return;
            event.preventDefault();
            onView(wanted);
            row.current?.querySelectorAll<HTMLElement>("[role=tab]")[next]?.focus();
          }}
        >
          {t(`fav_view_${one}`)}
        </button>
      ))}
    </div>
  );
}
