import type { PinView } from "../card/api.ts";
import { type Texts, useTexts } from "../i18n/texts.tsx";
import { Button } from "../ui/Button.tsx";
import { FailureNotice } from "../ui/FailureNotice.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PinField } from "./PinField.tsx";
import type { PinNotice } from "./state.ts";
import { pinLabels } from "./words.ts";

interface PinEntryProps {
  readonly pin: PinView;
  readonly pinpad: boolean;
  readonly notice: PinNotice | null;
  readonly submitText: string;
  /** What pressing the button means. */
  readonly consent: string;
  /** There is something above to be read first. */
  readonly still?: boolean;
  /** null: on the reader's own keypad. */
  readonly onSubmit: (pin: Uint8Array<ArrayBuffer> | null) => void;
}

function wrongText({ t }: Texts, triesLeft: number | null, puk: boolean): string {
  if (triesLeft === null) return t(puk ? "care_puk_wrong_unknown" : "prompt_wrong_unknown");
  if (triesLeft === 1) return t(puk ? "care_puk_wrong_one" : "prompt_wrong_one");
  return t(puk ? "care_puk_wrong" : "prompt_wrong", { COUNT: triesLeft });
}

/** `puk`: what was typed was the PUK. Whoever is told that a PIN was wrong looks for the mistake in another code. */
export function WrongPin({ notice, puk = false }: { readonly notice: PinNotice | null; readonly puk?: boolean }) {
  const texts = useTexts();
  if (!notice) return null;
  if (notice.kind === "failed") return <FailureNotice code={notice.error.code} />;
  return (
    <Notice kind="error" announced>
      <p>{wrongText(texts, notice.triesLeft, puk)}</p>
    </Notice>
  );
}

export function triesText({ t }: Texts, left: number | null): string {
  if (left === null) return t("prompt_tries_unknown");
  return left === 1 ? t("prompt_tries_one") : t("prompt_tries_left", { COUNT: left });
}

/** The PIN, typed here or on the reader; what is left of the tries is said before. */
export function PinEntry({ pin, pinpad, notice, submitText, consent, still = false, onSubmit }: PinEntryProps) {
  const texts = useTexts();
  const { t } = texts;
  const { minLength: min, maxLength: max } = pin;
  const { exact, range, hint } = pinLabels[pin.role === "signing" ? "signing" : "login"];
  const label = min === max ? t(exact, { COUNT: max }) : t(range, { MIN: min, MAX: max });
  const tries = triesText(texts, pin.triesLeft);
  return (
    <section class="stack">
      <WrongPin notice={notice} />
      {pinpad ? (
        <>
          <p class="pin-label">{label}</p>
          <p class="tries">{tries}</p>
          <p>{t("prompt_keypad_ready")}</p>
          <Button kind="primary" autofocus={!still} onClick={() => onSubmit(null)}>
            {t("prompt_keypad_start")}
          </Button>
        </>
      ) : (
        <PinField min={min} max={max} label={label} hint={t(hint)} onSubmit={onSubmit} submitText={submitText} tries={tries} still={still} />
      )}
      <p class="soft">{consent}</p>
    </section>
  );
}
