import { useTexts } from "../i18n/texts.tsx";
import { requestWords } from "./words.ts";

/** What this window is for, where no site asks: the person began it in one of our own pages. */
export function OwnHead({ kind }: { readonly kind: "documents" | "vault-open" | "vault-add" }) {
  const { t } = useTexts();
  return (
    <header class="asker stack-tight">
      <h1>{t(requestWords[kind].title)}</h1>
      <p class="soft">{t(requestWords[kind].asks)}</p>
    </header>
  );
}
