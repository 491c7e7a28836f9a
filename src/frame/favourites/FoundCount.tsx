import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";

/** So long nobody has typed: then it is said, and not at every key. */
const restMs = 400;

/** @param count how many services the search found; null: nobody searches */
export function FoundCount({ query, count }: { readonly query: string; readonly count: number | null }) {
  const { t } = useTexts();
  const words = count === null ? "" : count === 0 ? t("fav_search_none", { QUERY: query }) : t("fav_found", { COUNT: count });
  const [said, setSaid] = useState("");
  useEffect(() => {
    // Empty in between: as many for other letters are said again.
    setSaid("");
    const rest = setTimeout(() => setSaid(words), restMs);
    return () => clearTimeout(rest);
  }, [query, words]);
  // There from the start: a screen reader says what changes in it, and nothing of what comes with it.
  return (
    <p class="visually-hidden" role="status">
      {said}
    </p>
  );
}
