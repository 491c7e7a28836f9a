import { useTexts } from "../i18n/texts.tsx";
import { sizeParts } from "./sizes.ts";

/** Sizes as a person reads them: 1,5 მბ. */
export function useSize(): (bytes: number) => string {
  const { t, language } = useTexts();
  return (bytes) => {
    const { number, unit } = sizeParts(bytes);
    return t(`size_${unit}`, { NUMBER: language === "ka" ? number.replace(".", ",") : number });
  };
}
