import type { SeenRegister } from "../../personal/register.ts";
import { useTexts } from "../../i18n/useTexts.ts";

/** What was read of a register, as entries with named facts: a table is too wide for a panel and for a telephone. */
export function RegisterTable({ register: { columns, rows, title } }: { readonly register: Pick<SeenRegister, "columns" | "rows" | "title"> }) {
  const { t } = useTexts();
  return (
    <ol class="register" aria-label={title}>
      {rows.map((row, i) => (
        <li key={String(i)}>
          <dl class="register-entry">
            {row.map((value, k) => (
              <div key={String(k)}>
                <dt>{columns[k] || t("own_column", { NUMBER: k + 1 })}</dt>
                <dd>{value || "—"}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}
