import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../i18n/texts.tsx";
import { Notice } from "../ui/Notice.tsx";
import type { ClickListener } from "./visibility.ts";

/** What somebody presses to have something done. */
const acting = "a, button, summary, label, input, select, [draggable=true]";
/** Long enough to be read; a press that counts ends it before. */
const shownMs = 8_000;

/** Tells what hears of it whether presses are taken. */
export class Presses {
  #listener: ClickListener = () => undefined;

  readonly tell: ClickListener = (event, taken) => this.#listener(event, taken);

  /** @returns how to end that */
  hear(listener: ClickListener): () => void {
    this.#listener = listener;
    return () => (this.#listener = () => undefined);
  }
}

/**
 * Says of a press on something that acts that it was not taken, and what to do: a fast hand is there before the panel knows that it was
 * not moved under it. See: [Note: seen before acted on].
 */
export function PressAgain({ presses }: { readonly presses: Presses }) {
  const { t } = useTexts();
  // Away from the pointer, so that it does not lie over what is to be pressed once more.
  const [refused, setRefused] = useState<{ readonly edge: "top" | "bottom" } | null>(null);
  useEffect(() => presses.hear((event, taken) => {
    const at = event.target;
    if (taken) setRefused(null);
    else if (at instanceof Element && at.closest(acting)) setRefused({ edge: at.getBoundingClientRect().top > innerHeight / 2 ? "top" : "bottom" });
  }), [presses]);
  useEffect(() => {
    if (!refused) return undefined;
    const timer = setTimeout(() => setRefused(null), shownMs);
    return () => clearTimeout(timer);
  }, [refused]);
  return (
    <div role="status">
      {refused ? (
        <div class={`press-again press-again-${refused.edge}`}>
          <Notice kind="warning">
            <p>
              <b>{t("common_press_again")}</b>
            </p>
            <p>{t("common_press_again_why")}</p>
          </Notice>
        </div>
      ) : null}
    </div>
  );
}
