import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";

interface RemovingProps {
  readonly question: string;
  /** What the button that does it says. */
  readonly yes: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asked before anything is deleted; the keyboard stands on what leaves all as it is. */
export function Removing({ question, yes, onYes, onNo }: RemovingProps) {
  const { t } = useTexts();
  return (
    <div class="stack-tight" role="alert">
      <p>{question}</p>
      <div class="row">
        <Button onClick={onYes}>{yes}</Button>
        <Button kind="primary" autofocus onClick={onNo}>
          {t("common_cancel")}
        </Button>
      </div>
    </div>
  );
}
