import { useTexts } from "../../i18n/useTexts.ts";
import type { Change, ChangedCell } from "../../personal/changes.ts";

/** What came, what went and what says something else, told by words and marks, not by colour alone. */
export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  const { t } = useTexts();
  return (
    <ul class="register-changes">
      {changes.map((change, i) => (
        <li key={String(i)} class={`register-${change.kind}`}>
          <p class="register-kind">{t(`own_change_${change.kind}`)}</p>
          {change.kind === "added" ? <ins>{change.row.join(" · ")}</ins> : null}
          {change.kind === "removed" ? <del>{change.row.join(" · ")}</del> : null}
          {change.kind === "changed" ? (
            <>
              <p>{change.row.join(" · ")}</p>
              <ul class="register-cells">
                {change.cells.map((cell) => (
                  <Cell key={cell.column} cell={cell} />
                ))}
              </ul>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Cell({ cell: { column, before, after } }: { readonly cell: ChangedCell }) {
  const { t } = useTexts();
  return (
    <li>
      {column ? `${column}: ` : null}
      <span class="visually-hidden">{t("own_was")} </span>
      <del>{before || "—"}</del>
      <span aria-hidden="true"> → </span>
      <span class="visually-hidden">, {t("own_is")} </span>
      <ins>{after || "—"}</ins>
    </li>
  );
}
