import { useRef } from "preact/hooks";
import type { Favourites } from "../../favourites/favourites.ts";
import { useTexts } from "../../i18n/texts.tsx";
import type { ServiceLink } from "../../platform/pageMessages.ts";
import { PlainList } from "./PlainList.tsx";

/** The ten categories of the portal's terms, in their order. */
const categories = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** With more services than this the ten names come first, folded up: each with all that is in it they would fill five screens. */
const mostOpen = 12;

interface CategoryListProps {
  readonly menu: Favourites;
  readonly services: readonly ServiceLink[];
  /** Whether the page has named all of its own. */
  readonly whole: boolean;
  readonly onFollow: (service: ServiceLink) => void;
  readonly onStar: (service: ServiceLink) => void;
}

/**
 * Whether the names come folded up. Decided once: a service more would close what somebody has just opened.
 * @param before null: not decided yet @param whole all services are there
 */
export function foldedUp(before: boolean | null, count: number, whole: boolean): boolean | null {
  return before ?? (count > mostOpen ? true : whole ? false : null);
}

/** Favourites and seen services by category; what names none comes last. */
export function CategoryList({ services, whole, ...shared }: CategoryListProps) {
  const { t } = useTexts();
  const folded = useRef<boolean | null>(null);
  folded.current = foldedUp(folded.current, services.length, whole);
  if (services.length === 0) return <p class="soft">{t("fav_empty")}</p>;
  return (
    <div class="stack-tight">
      {[...categories, null].map((category) => {
        const inside = services.filter((one) => one.category === category);
        if (inside.length === 0) return null;
        return (
          <details key={category ?? "none"} class="service-group" open={folded.current === false}>
            <summary>
              {category === null ? t("fav_category_none") : t(`fav_category_${category}`)} ({inside.length})
            </summary>
            <PlainList {...shared} services={inside} empty="" />
          </details>
        );
      })}
    </div>
  );
}
