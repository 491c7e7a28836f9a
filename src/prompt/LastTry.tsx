import type { PinView } from "../card/api.ts";
import { useTexts } from "../i18n/texts.tsx";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { WrongPin } from "./PinEntry.tsx";
import type { PinNotice } from "./state.ts";

interface LastTryProps {
  readonly role: PinView["role"];
  readonly notice: PinNotice | null;
  readonly onConfirm: () => void;
}

/** Asked before the last try is spent, and before anything is typed. */
export function LastTry({ role, notice, onConfirm }: LastTryProps) {
  const { t } = useTexts();
  return (
    <section class="stack">
      <WrongPin notice={notice} />
      <Notice kind="warning" announced>
        <h2>{t("prompt_last_title")}</h2>
        <p>{t(role === "signing" ? "sign_prompt_last_text" : "prompt_last_text")}</p>
      </Notice>
      <div class="row">
        <Button onClick={onConfirm}>{t("prompt_last_confirm")}</Button>
      </div>
    </section>
  );
}
