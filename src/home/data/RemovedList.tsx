import { useTexts } from "../../i18n/texts.tsx";
import { PutBack, type PutBackProps } from "./PutBack.tsx";
import type { Removal } from "./removed.ts";
import { useBackWords } from "./useBackWords.ts";

/** Removals that nothing more is said of: each can still be put back, until the page is left or the vault is locked. */
export function RemovedList({ removals, ...back }: Omit<PutBackProps, "removal" | "children"> & { readonly removals: readonly Removal[] }) {
  const { t } = useTexts();
  const { nameOf } = useBackWords();
  return (
    <details class="data-fold no-print">
      <summary>{t("data_removed_before", { COUNT: removals.length })}</summary>
      <div class="stack data-inner">
        <p class="soft">{t("data_removed_until")}</p>
        <ul class="plain-list">
          {removals.map((one) => (
            <li key={one.id} class="stack-tight data-part">
              <b>{nameOf(one.records)}</b>
              <PutBack removal={one} {...back} />
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
