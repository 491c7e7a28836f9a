import type { Retention } from "../../consent/record/record.ts";
import type { Texts } from "../../i18n/texts.tsx";

const units = ["years", "months", "weeks", "days"] as const;

/** For how long something is kept where no day can be told: in its source's words, else its length; or that nobody says. */
export function keepingText({ text, duration }: Pick<Retention, "text" | "duration">, { t }: Pick<Texts, "t">): string {
  if (text !== null) return text;
  const lengths = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(duration ?? "");
  const parts = units.flatMap((unit, i) => (lengths?.[i + 1] === undefined ? [] : [t(`data_span_${unit}`, { COUNT: Number(lengths[i + 1]) })]));
  return parts.join(", ") || t("data_unstated");
}
