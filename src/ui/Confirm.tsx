import type { ComponentChildren } from "preact";
import { useTexts } from "../i18n/useTexts.ts";
import { Button } from "./Button.tsx";
import { Notice } from "./Notice.tsx";

interface ConfirmProps {
  readonly kind?: "warning" | "error";
  /** What the act is called on its button. */
  readonly yes: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
  /** What is asked, and what comes of it. */
  readonly children: ComponentChildren;
}

/** Asks before what can't be taken back. The keyboard stands on the way out: who goes on by habit changes nothing. */
export function Confirm({ kind = "warning", yes, onYes, onNo, children }: ConfirmProps) {
  const { t } = useTexts();
  return (
    <Notice kind={kind} announced>
      {children}
      <div class="row">
        <Button onClick={onYes}>{yes}</Button>
        <Button kind="primary" autofocus onClick={onNo}>
          {t("common_cancel")}
        </Button>
      </div>
    </Notice>
  );
}
