import type { ComponentChildren } from "preact";
import { ConfirmButtons } from "./ConfirmButtons.tsx";
import { Notice } from "./Notice.tsx";

interface ConfirmProps {
  readonly kind?: "warning" | "error";
  /** What the act is called on its button. */
  readonly yes: string;
  /** A promise: until it ends, it is not asked for again. */
  readonly onYes: () => unknown;
  readonly onNo: () => void;
  /** What is asked, and what comes of it. */
  readonly children: ComponentChildren;
}

/** Asks before what can't be taken back. */
export function Confirm({ kind = "warning", yes, onYes, onNo, children }: ConfirmProps) {
  return (
    <Notice kind={kind} announced>
      {children}
      <ConfirmButtons yes={yes} onYes={onYes} onNo={onNo} />
    </Notice>
  );
}
