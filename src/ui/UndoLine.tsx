import { useTexts } from "../i18n/texts.tsx";
import { Button } from "./Button.tsx";

interface UndoLineProps {
  /** What was removed, in a sentence. */
  readonly said: string;
  /** "undo": kept in sight at the end of a panel. */
  readonly place: "row" | "undo";
  readonly onUndo: () => void;
}

/** Something was removed a moment ago: said, and put back with a click. */
export function UndoLine({ said, place, onUndo }: UndoLineProps) {
  const { t } = useTexts();
  return (
    <div class={`${place} no-print`} role="status">
      <span>{said}</span>
      <Button kind="plain" onClick={onUndo}>
        {t("form_undo")}
      </Button>
    </div>
  );
}
