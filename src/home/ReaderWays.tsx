import type { ReaderState } from "../card/reader.ts";
import { advised, type WayTo, waysTo } from "../card/roads/waysTo.ts";
import type { Texts } from "../i18n/useTexts.ts";
import { useTexts } from "../i18n/useTexts.ts";
import { browserName } from "../platform/browserName.ts";
import { operatingSystem } from "../platform/operatingSystem.ts";

function describe({ t }: Texts, { state }: WayTo): string {
  switch (state.kind) {
    case "taken":
    case "works":
      return t(`road_state_${state.kind}`);
    case "barred":
      return t(`error_${state.by}_title`);
    case "open":
      return t("road_state_open", { NEEDS: state.needs.map((one) => t(`road_if_${one}`)).join("; ") });
    case "closed":
      return t(`road_closed_${state.why}`);
  }
}

/** By which road a reader is reached, what the others are worth, and, when none works, what to do on this computer. */
export function ReaderWays({ reader }: { readonly reader: ReaderState }) {
  const texts = useTexts();
  const { t } = texts;
  const ways = waysTo(reader, operatingSystem(), browserName());
  const advice = advised(ways);
  const needs = advice && (advice.state.kind === "open" || advice.state.kind === "barred") ? advice.state.needs : [];
  return (
    <details class="ways" open={needs.length > 0}>
      <summary>{reader.refusal === null ? t("road_by", { ROAD: t(`road_name_${reader.road}`) }) : t("road_ways")}</summary>
      <ul>
        {ways.map((one) => (
          <li key={one.road}>
            <strong>{t(`road_name_${one.road}`)}</strong>: {describe(texts, one)}
          </li>
        ))}
      </ul>
      {needs.length > 0 ? (
        <>
          <h3>{t("road_do")}</h3>
          <ol>
            {needs.map((one) => (
              <li key={one}>
                {t(`road_step_${one}`)} {one === "bridge" || one === "managed" ? <a href="#bridge">{t("road_to_bridge")}</a> : null}
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </details>
  );
}
