import type { ComponentChildren } from "preact";
import { useTexts } from "../i18n/useTexts.ts";

const marks = { information: "i", warning: "!", error: "×", success: "✓" } as const;

interface NoticeProps {
  readonly kind: keyof typeof marks;
  /** Read out by screen readers as soon as it appears. */
  readonly announced?: boolean;
  readonly children: ComponentChildren;
}

/** Something to know, told by mark, colour and (for screen readers) word: never by colour alone. */
export function Notice({ kind, announced = false, children }: NoticeProps) {
  const { t } = useTexts();
  const style = kind === "warning" || kind === "error" ? ` notice-${kind}` : "";
  return (
    <div class={`notice${style}`} role={announced ? (kind === "error" ? "alert" : "status") : undefined}>
      <span class="notice-mark" aria-hidden="true">
        {marks[kind]}
      </span>
      <div class="stack-tight">
        <span class="visually-hidden">{t(`common_${kind}`)}:</span>
        {children}
      </div>
    </div>
  );
}
