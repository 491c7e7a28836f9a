import { type Favourites, isFavourite } from "../../favourites/favourites.ts";
import type { ServiceLink } from "../../platform/pageMessages.ts";
import { ServiceLine } from "./ServiceLine.tsx";

interface PlainListProps {
  readonly menu: Favourites;
  readonly services: readonly ServiceLink[];
  /** What is said when there are none. */
  readonly empty: string;
  readonly onFollow: (service: ServiceLink) => void;
  readonly onStar: (service: ServiceLink) => void;
}

export function PlainList({ menu, services, empty, onFollow, onStar }: PlainListProps) {
  if (services.length === 0) return <p class="soft" role="status">{empty}</p>;
  return (
    <ul class="service-list">
      {services.map((service) => (
        <li key={service.url} class="service">
          <ServiceLine service={service} starred={isFavourite(menu, service.url)} onFollow={onFollow} onStar={onStar} />
        </li>
      ))}
    </ul>
  );
}
