import type { SpecialCategory } from "../consent/record/vocabulary.ts";
import { useTexts } from "../i18n/texts.tsx";
import { Badge } from "./Badge.tsx";

/** Which special categories are among what is held: "health" says more than "special". */
export function SpecialBadge({ special }: { readonly special: readonly SpecialCategory[] }) {
  const { t } = useTexts();
  return special.length === 0 ? null : <Badge kind="warn">{special.map((one) => t(`data_special_${one}`)).join(", ")}</Badge>;
}
