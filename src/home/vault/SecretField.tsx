import { useLayoutEffect, useRef } from "preact/hooks";
import type { SecretBuffer } from "./secretBuffer.ts";

interface SecretFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly buffer: SecretBuffer;
  readonly autofocus?: boolean;
  readonly onChange?: (count: number) => void;
  /** The person asked to see it: what is on paper before them is no secret from their own screen. */
  readonly visible?: boolean;
}

/**
 * [Note: secret field] A text field whose value is dots. What the person types is taken out of `beforeinput`, before it
 * reaches the field, and goes into bytes that are wiped: a password field's value would be a string in the page's memory
 * long after. The price: no password manager fills it in. The sheet with the recovery code is there instead.
 */
export function SecretField({ label, hint, buffer, autofocus = false, onChange, visible = false }: SecretFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const seen = useRef(visible);
  seen.current = visible;
  useLayoutEffect(() => {
    const input = field.current;
    if (!input) return undefined;
    if (autofocus) input.focus();
    const show = (): void => {
      const { count } = buffer;
      input.value = seen.current ? buffer.reveal() : "•".repeat(count);
      onChange?.(count);
    };
    const take = (event: InputEvent): void => {
      if (event.inputType === "insertLineBreak") return;
      event.preventDefault();
      if (event.inputType.startsWith("delete")) {
        // A selection of all of it, or more than one at once: everything goes, as parts of dots mean nothing.
        const [start, end] = [input.selectionStart ?? 0, input.selectionEnd ?? 0];
        if (end - start > 1 || event.inputType !== "deleteContentBackward") buffer.clear();
        else buffer.pop();
      } else {
        const selected = (input.selectionEnd ?? 0) - (input.selectionStart ?? 0) > 0;
        if (selected) buffer.clear();
        buffer.push(event.data ?? event.dataTransfer?.getData("text/plain") ?? "");
      }
      show();
    };
    const leave = (): void => buffer.clear();
    buffer.onCleared = show;
    input.addEventListener("beforeinput", take);
    addEventListener("pagehide", leave);
    show();
    return () => {
      if (buffer.onCleared === show) buffer.onCleared = null;
      input.removeEventListener("beforeinput", take);
      removeEventListener("pagehide", leave);
    };
  }, [buffer]);
  useLayoutEffect(() => {
    if (field.current) field.current.value = visible ? buffer.reveal() : "•".repeat(buffer.count);
  }, [visible]);
  return (
    <label class="field">
      <span>{label}</span>
      <input ref={field} class="secret-field" type="text" autocomplete="off" autocapitalize="none" spellcheck={false} />
      {hint ? <span class="soft">{hint}</span> : null}
    </label>
  );
}
