import type { ComponentChildren } from "preact";
import { useTexts } from "../../i18n/texts.tsx";
import { useNarrow } from "../../ui/useNarrow.ts";

interface FilterFoldProps {
  /** What is chosen, in words; nothing for what is not. */
  readonly chosen: readonly (string | null)[];
  readonly children: ComponentChildren;
}

/** What narrows a list. On a telephone folded up, so that the list itself is seen; what is chosen stands on the fold. */
export function FilterFold({ chosen, children }: FilterFoldProps) {
  const { t } = useTexts();
  if (!useNarrow()) return <>{children}</>;
  return (
    <details class="data-fold">
      <summary>{[t("data_filter_more"), ...chosen].filter(Boolean).join(" · ")}</summary>
      <div class="stack-tight data-inner">{children}</div>
    </details>
  );
}
