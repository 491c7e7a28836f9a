import type { ComponentChildren } from "preact";

interface ButtonProps {
  readonly kind?: "primary" | "secondary" | "plain";
  readonly disabled?: boolean;
  readonly autofocus?: boolean;
  readonly label?: string;
  /** One of several choices: whether it is the one that was made. */
  readonly pressed?: boolean;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

/** One and the same at each drawing: Preact calls it when the button appears, not when what is around it is typed in. */
const focusIt = (element: HTMLButtonElement | null): void => element?.focus();

/** A button of ours. `autofocus` moves the focus here when it appears: for the one thing to do next. */
export function Button({ kind = "secondary", disabled = false, autofocus = false, label, pressed, onClick, children }: ButtonProps) {
  return (
    <button
      type="button"
      class={`button button-${kind}`}
      disabled={disabled}
      aria-label={label}
      aria-pressed={pressed}
      ref={autofocus ? focusIt : null}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
