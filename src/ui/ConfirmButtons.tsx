import { useTexts } from "../i18n/useTexts.ts";
import { Button } from "./Button.tsx";
import { useOnce } from "./useOnce.ts";

interface ConfirmButtonsProps {
  /** What the act is called on its button. */
  readonly yes: string;
  /** A promise: until it ends, it is not asked for again (`useOnce`). */
  readonly onYes: () => unknown;
  readonly onNo: () => void;
}

/** Under a question before what can't be taken back. The keyboard stands on the way out: who goes on by habit changes nothing. */
export function ConfirmButtons({ yes, onYes, onNo }: ConfirmButtonsProps) {
  const { t } = useTexts();
  const { once } = useOnce();
  return (
    <div class="row">
      <Button onClick={() => once(onYes)}>{yes}</Button>
      <Button kind="primary" autofocus onClick={onNo}>
        {t("common_cancel")}
      </Button>
    </div>
  );
}
