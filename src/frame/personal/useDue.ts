import { useCallback, useEffect, useState } from "preact/hooks";
import { collectDue, dueCollections } from "../../personal/collectDue.ts";
import { useTexts } from "../../i18n/texts.tsx";
import type { Due } from "../../personal/due.ts";
import { frameVault } from "../frameVault.ts";

/** What waits for the person, followed over all windows; null until it is known. Used inside VaultGate only. */
export function useDue(): readonly Due[] | null {
  const { language } = useTexts();
  const [due, setDue] = useState<readonly Due[] | null>(null);
  const load = useCallback(() => void collectDue(frameVault(), language).then(setDue, () => undefined), [language]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    load();
    const stop = frameVault().onEvent((event) => {
      if (event.kind !== "changed" || !dueCollections.includes(event.collection)) return;
      clearTimeout(timer);
      timer = setTimeout(load, 200);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [load]);
  return due;
}
