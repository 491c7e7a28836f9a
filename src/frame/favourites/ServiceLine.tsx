import type { ComponentChildren } from "preact";
import { useTexts } from "../../i18n/texts.tsx";
import type { ServiceLink } from "../../platform/pageMessages.ts";

interface ServiceLineProps {
  readonly service: ServiceLink;
  readonly starred: boolean;
  readonly onFollow: (service: ServiceLink) => void;
  readonly onStar: (service: ServiceLink) => void;
  /** More buttons of the line. */
  readonly children?: ComponentChildren;
}

/** One service: its link, what it needs, and its star. */
export function ServiceLine({ service, starred, onFollow, onStar, children }: ServiceLineProps) {
  const { t } = useTexts();
  return (
    <>
      <a
        class="service-link"
        href={service.url}
        onClick={(event) => {
          // The frame itself stays what it is: the page around it goes there.
          event.preventDefault();
          onFollow(service);
        }}
      >
        {service.title}
        {service.needsCard ? <span class="service-mark">{t("fav_needs_card")}</span> : null}
      </a>
      <span class="service-tools">
        {children}
        <button
          type="button"
          class="icon-button"
          aria-pressed={starred}
          aria-label={t(starred ? "page_star_remove" : "page_star_add", { SERVICE: service.title })}
          onClick={() => onStar(service)}
        >
          {starred ? "★" : "☆"}
        </button>
      </span>
    </>
  );
}
