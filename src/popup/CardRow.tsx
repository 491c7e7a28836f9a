import * as Comlink from "comlink";
import { useEffect, useState } from "preact/hooks";
import type { ReaderState } from "../card/reader.ts";
import { useTexts } from "../i18n/texts.tsx";
import { sessionCardCache } from "../platform/cardCache.ts";
import { startCardWorker } from "../platform/cardWorker.ts";
import { Button } from "../ui/Button.tsx";

/** Whether there is a reader, and a card in it. Nothing is read from the card. */
export function CardRow({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTexts();
  const [readers, setReaders] = useState<readonly ReaderState[] | null>(null);
  useEffect(() => {
    const worker = startCardWorker("view", sessionCardCache);
    void worker.then(({ api }) => api.watch(Comlink.proxy(setReaders)));
    const end = (): void => void worker.then((handle) => handle.end());
    addEventListener("pagehide", end);
    return () => {
      removeEventListener("pagehide", end);
      end();
    };
  }, []);
  const usable = readers?.filter((one) => one.refusal === null) ?? [];
  const state =
    readers === null
      ? "popup_card_looking"
      : usable.some((one) => one.card === "present")
        ? "popup_card_present"
        : usable.length > 0
          ? "popup_card_absent"
          : readers.length > 0
            ? "popup_card_refused"
            : "popup_card_none";
  return (
    <section class="popup-row" aria-labelledby="popup-card">
      <div>
        <h2 id="popup-card">{t("popup_card")}</h2>
        <p class="soft" role="status">
          {t(state)}
        </p>
      </div>
      <Button kind="plain" onClick={onOpen}>
        {t("popup_open")}
      </Button>
    </section>
  );
}
