import { useTexts } from "../i18n/texts.tsx";
import { requestWords } from "./words.ts";

/** What this window is for, where no site asks: the person began it in the home page. */
export function DocumentsHead() {
  const { t } = useTexts();
  return (
    <header class="asker stack-tight">
      <h1>{t(requestWords.documents.title)}</h1>
      <p class="soft">{t(requestWords.documents.asks)}</p>
    </header>
  );
}
