import type { CardView } from "../card/api.ts";
import { type Texts, useTexts } from "../i18n/texts.tsx";
import { Button } from "../ui/Button.tsx";
import { FailureNotice } from "../ui/FailureNotice.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PinField } from "./PinField.tsx";
import { loginPin, type PinNotice } from "./state.ts";

interface PinEntryProps {
  readonly card: CardView;
  readonly notice: PinNotice | null;
  /** null: on the reader's own keypad. */
  readonly onSubmit: (pin: Uint8Array<ArrayBuffer> | null) => void;
}

function wrongText({ t }: Texts, triesLeft: number | null): string {
  if (triesLeft === null) return t("prompt_wrong_unknown");
  return triesLeft === 1 ? t("prompt_wrong_one") : t("prompt_wrong", { COUNT: triesLeft });
}

export function WrongPin({ notice }: { readonly notice: PinNotice | null }) {
  const texts = useTexts();
  if (!notice) return null;
  if (notice.kind === "failed") return <FailureNotice code={notice.error.code} />;
  return (
    <Notice kind="error" announced>
      <p>{wrongText(texts, notice.triesLeft)}</p>
    </Notice>
  );
}

/** The PIN, typed here or on the reader; what is left of the tries is said before. */
export function PinEntry({ card, notice, onSubmit }: PinEntryProps) {
  const { t } = useTexts();
  const pin = loginPin(card);
  const left = pin?.triesLeft ?? null;
  const tries = left === null ? t("prompt_tries_unknown") : left === 1 ? t("prompt_tries_one") : t("prompt_tries_left", { COUNT: left });
  return (
    <section class="stack">
      <WrongPin notice={notice} />
      {card.pinpad ? (
        <>
          <p class="tries">{tries}</p>
          <p>{t("prompt_keypad_ready")}</p>
          <Button kind="primary" autofocus onClick={() => onSubmit(null)}>
            {t("prompt_keypad_start")}
          </Button>
        </>
      ) : (
        <PinField min={pin?.minLength ?? 4} max={pin?.maxLength ?? 4} onSubmit={onSubmit} submitText={t("prompt_login")} tries={tries} />
      )}
      <p class="soft">{t("prompt_consent")}</p>
    </section>
  );
}
