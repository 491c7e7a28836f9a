import { useLayoutEffect } from "preact/hooks";
import { layOut } from "./files.ts";

/** What the browser's own "Print" puts on paper while this is shown: the letter, as our button does, and not the page around it. */
export function usePaper(text: string, language: string): void {
  // With the letter itself: an effect would lay the one of before on paper until the next painting.
  useLayoutEffect(() => {
    let clear: (() => void) | null = null;
    const begin = (): void => void (clear ??= layOut(text, language));
    const end = (): void => {
      clear?.();
      clear = null;
    };
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      end();
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, [text, language]);
}
