import { useTexts } from "../../i18n/texts.tsx";

const beginnings = [
  ["data_empty_ask", "#data/ask"],
  ["data_empty_add", "#data/add"],
  ["data_empty_read", "#data/read"],
  ["data_empty_import", "#data/exchange"],
] as const;

/** Nothing is on record: the ways to begin. */
export function Empty() {
  const { t } = useTexts();
  return (
    <div class="card stack">
      <h3>{t("data_empty")}</h3>
      <p>{t("data_empty_hint")}</p>
      <ul class="stack-tight">
        {beginnings.map(([words, href]) => (
          <li key={words}>
            <a href={href}>{t(words)}</a>
          </li>
        ))}
      </ul>
      <p class="soft">{t("data_only_known")}</p>
    </div>
  );
}
