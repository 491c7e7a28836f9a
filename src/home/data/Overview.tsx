import type { Overview as Numbers } from "../../consent/view/overview.ts";
import { Fragment } from "preact";
import { useTexts } from "../../i18n/texts.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { useNarrow } from "../../ui/useNarrow.ts";

/** Four numbers, each a way to what it counts; and whether somebody has to be asked. On a telephone, one line that unfolds. */
export function Overview({ overview }: { readonly overview: Numbers }) {
  const { t } = useTexts();
  const narrow = useNarrow();
  const tiles = [
    { name: "organisations", href: "#data/organisations", alarming: false },
    { name: "special", href: "#data/holdings/special", alarming: false },
    { name: "ending", href: "#data/holdings/ending", alarming: overview.ending > 0 },
    { name: "overdue", href: "#data/requests", alarming: overview.overdue > 0 },
  ] as const;
  const numbers = (
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
  );
  return (
    <>
      {narrow ? (
        <details class="data-fold">
          <summary>
            {t("data_overview")}: {overview.organisations} {t("data_tile_organisations", { COUNT: overview.organisations })}
            {tiles.map(({ name, alarming }) =>
              alarming ? (
                <Fragment key={name}>
                  {" "}
                  <Badge kind="warn">
                    {overview[name]} {t(`data_tile_${name}`, { COUNT: overview[name] })}
                  </Badge>
                </Fragment>
              ) : null,
            )}
          </summary>
          <div class="data-inner">{numbers}</div>
        </details>
      ) : (
        numbers
      )}
      {overview.unconfirmed > 0 ? (
        <p>
          <a href="#data/requests">{t("data_unconfirmed", { COUNT: overview.unconfirmed })}</a>
        </p>
      ) : null}
    </>
  );
}
