import type { RefObject } from "preact";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";

interface NothingFoundProps {
  /** Where the search is typed: the keyboard goes on there, since the button is gone with what it cleared. */
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onClear: () => void;
}

/** A search or a filter that leaves nothing, and the way back to all there is. */
export function NothingFound({ field, onClear }: NothingFoundProps) {
  const { t } = useTexts();
  const clear = (): void => {
    onClear();
    field.current?.focus();
  };
  return (
    <div class="row">
      <p>{t("data_nothing_found")}</p>
      <Button onClick={clear}>{t("data_filter_clear")}</Button>
    </div>
  );
}
