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
  readonly onFollow: (service: ServiceLink) => void;
  readonly onStar: (service: ServiceLink) => void;
}

/** Favourites and seen services by category; what names none comes last. */
export function CategoryList({ services, ...shared }: CategoryListProps) {
  const { t } = useTexts();
  if (services.length === 0) return <p class="soft">{t("fav_empty")}</p>;
  return (
    <div class="stack-tight">
      {[...categories, null].map((category) => {
        const inside = services.filter((one) => one.category === category);
        if (inside.length === 0) return null;
        return (
          <details key={category ?? "none"} class="service-group" open={services.length <= mostOpen}>
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
