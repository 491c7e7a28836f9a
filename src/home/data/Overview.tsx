import type { Overview as Numbers } from "../../consent/view/overview.ts";
import { useTexts } from "../../i18n/texts.tsx";

/** Four numbers, each a way to what it counts; and whether somebody has to be asked. */
export function Overview({ overview }: { readonly overview: Numbers }) {
  const { t } = useTexts();
  const tiles = [
    { name: "organisations", href: "#data/organisations", alarming: false },
    { name: "special", href: "#data/holdings/special", alarming: false },
    { name: "ending", href: "#data/holdings/ending", alarming: overview.ending > 0 },
    { name: "overdue", href: "#data/requests", alarming: overview.overdue > 0 },
  ] as const;
  return (
    <>
      <ul class="data-tiles" aria-label={t("data_overview")}>
        {tiles.map(({ name, href, alarming }) => (
          <li key={name} class={alarming ? "data-tile data-tile-alarm" : "data-tile"}>
            <a href={href}>
              <span class="data-number">{overview[name]}</span>
              <span>{t(`data_tile_${name}`, { COUNT: overview[name] })}</span>
            </a>
          </li>
        ))}
      </ul>
      {overview.unconfirmed > 0 ? (
        <p>
          <a href="#data/requests">{t("data_unconfirmed", { COUNT: overview.unconfirmed })}</a>
        </p>
      ) : null}
    </>
  );
}
