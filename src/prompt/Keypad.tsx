import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../i18n/texts.tsx";
import { Busy } from "../ui/Busy.tsx";

/** While the person types on the reader: how long it still waits. */
export function Keypad({ seconds }: { readonly seconds: number }) {
  const { t } = useTexts();
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const end = Date.now() + seconds * 1000;
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000))), 250);
    return () => clearInterval(timer);
  }, [seconds]);
  return (
    <section class="stack-tight">
      <Busy>{t("prompt_keypad_now")}</Busy>
      <progress class="countdown" max={seconds} value={left} aria-label={t("prompt_keypad_seconds", { COUNT: left })} />
      <p class="soft">{t("prompt_keypad_seconds", { COUNT: left })}</p>
    </section>
  );
}
