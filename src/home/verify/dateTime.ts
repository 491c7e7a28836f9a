import type { Texts } from "../../i18n/texts.tsx";

/** 24.11.2026 15:04, in the person's own time zone. */
export function dateTime({ date }: Pick<Texts, "date">, ms: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const at = new Date(ms);
  return `${date(ms)} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
