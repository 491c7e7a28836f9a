import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../i18n/texts.tsx";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PinBuffer } from "./pinBuffer.ts";

interface PinFieldProps {
  readonly min: number;
  readonly max: number;
  readonly label: string;
  readonly hint: string;
  /** Takes the PIN as ASCII bytes; the field is empty afterwards. */
  readonly onSubmit: (pin: Uint8Array<ArrayBuffer>) => void;
  readonly submitText: string;
  /** What is left of the tries, said beside the label; a new PIN has none. */
  readonly tries: string;
  /** The focus comes without scrolling: what stands above is to be read first. */
  readonly still?: boolean;
}

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0] as const;

/**
 * [Note: PIN field] Not a password field: its value would be a string that nobody can wipe, and browsers offer to keep
 * it. Keys are taken one by one (each key event has a one-character text that the browser itself makes: see
 * docs/SECURITY.md) and put into bytes. The page shows dots, assistive technology hears how many digits are there.
 */
export function PinField({ min, max, label, hint: purpose, onSubmit, submitText, tries, still = false }: PinFieldProps) {
  const { t } = useTexts();
  const buffer = useRef(new PinBuffer());
  const field = useRef<HTMLDivElement>(null);
  const [count, setCount] = useState(0);
  const [hint, setHint] = useState<"paste" | "digits" | "short" | null>(null);

  // Before the first paint: a digit typed at once must not be lost, and what is pasted at once not be taken silently.
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: still });
    const pin = buffer.current;
    const refusePaste = (event: Event): void => {
      event.preventDefault();
      setHint("paste");
    };
    const leave = (): void => pin.clear();
    document.addEventListener("paste", refusePaste);
    addEventListener("pagehide", leave);
    return () => {
      document.removeEventListener("paste", refusePaste);
      removeEventListener("pagehide", leave);
      pin.clear();
    };
  }, []);

  const changed = (): void => setCount(buffer.current.length);
  const type = (digit: number): void => {
    setHint(null);
    if (buffer.current.push(digit, max)) changed();
  };
  const remove = (): void => {
    setHint(null);
    buffer.current.pop();
    changed();
  };
  const submit = (): void => {
    // Whoever thinks it is enough is told what is missing: a key that does nothing says nothing.
    if (buffer.current.length < min) return setHint("short");
    const pin = buffer.current.take();
    changed();
    onSubmit(pin);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    // A finger that stays on a key too long must not type the digit twice: a wrong PIN costs a try.
    if (event.repeat && key !== "Backspace" && key !== "Tab") event.preventDefault();
    else if (/^[0-9]$/.test(key)) type(key.charCodeAt(0) - 0x30);
    else if (key === "Backspace") remove();
    else if (key === "Delete") {
      setHint(null);
      buffer.current.clear();
      changed();
    } else if (key === "Enter") submit();
    else if (key.length === 1) {
      setHint("digits");
    } else return;
    event.preventDefault();
  };

  return (
    <div class="stack">
      <div class="stack-tight">
        <div class="pin-head">
          <span id="pin-label" class="pin-label">
            {label}
          </span>
          <span id="pin-tries" class="tries">
            {tries}
          </span>
        </div>
        <div
          ref={field}
          class="pin-field"
          role="textbox"
          tabIndex={0}
          aria-labelledby="pin-label"
          aria-describedby="pin-tries pin-count pin-hint"
          aria-invalid={hint === "short"}
          onKeyDown={onKeyDown}
        >
          {Array.from({ length: max }, (_, i) => (
            <span key={i} class={i < count ? "pin-dot pin-dot-full" : i < min ? "pin-dot" : "pin-dot pin-dot-optional"} aria-hidden="true" />
          ))}
        </div>
        <span id="pin-count" class="visually-hidden" aria-live="polite">
          {min === max ? t("prompt_pin_typed_of", { DONE: count, TOTAL: max }) : t("prompt_pin_typed", { DONE: count })}
        </span>
        <span id="pin-hint" class="soft">
          {purpose}
        </span>
      </div>
      {hint ? (
        <Notice kind="warning" announced>
          <p>{hint === "short" ? t(min === max ? "prompt_pin_short" : "prompt_pin_short_range", { COUNT: min, DONE: count }) : t(hint === "paste" ? "prompt_pin_paste" : "prompt_pin_digits_only")}</p>
        </Notice>
      ) : null}
      <details class="pin-keys">
        <summary>{t("prompt_pin_keys")}</summary>
        <div class="pin-keypad">
          {digits.map((digit) => (
            <Button key={digit} label={t("prompt_pin_digit", { DIGIT: digit })} onClick={() => type(digit)}>
              {digit}
            </Button>
          ))}
          <Button label={t("prompt_pin_delete")} onClick={remove}>
            ⌫
          </Button>
        </div>
      </details>
      <Button kind="primary" disabled={count < min} onClick={submit}>
        {submitText}
      </Button>
    </div>
  );
}
