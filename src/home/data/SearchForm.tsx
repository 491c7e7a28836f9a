import type { ComponentChildren, RefObject } from "preact";
import { useTexts } from "../../i18n/texts.tsx";

interface SearchFormProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What else narrows the list. */
  readonly children?: ComponentChildren;
}

/** The search above a list, which narrows with every key. */
export function SearchForm({ field, text, onText, children }: SearchFormProps) {
  const { t } = useTexts();
  return (
    <form class="data-filter no-print" role="search" onSubmit={(event) => event.preventDefault()}>
      <label class="field">
        <span>{t("data_search")}</span>
        <input ref={field} type="search" value={text} autocomplete="off" onInput={(event) => onText(event.currentTarget.value)} />
      </label>
      {children}
    </form>
  );
}
