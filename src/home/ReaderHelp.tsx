import { useState } from "preact/hooks";
import { useTexts } from "../i18n/texts.tsx";
import { chooseReader } from "../platform/readerChooser.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import type { Cards } from "./useCards.ts";

/** Whether a person needs help with a reader: none is there, one can't be used, or its card could not be read. One at work for another window of ours needs none. */
function needsHelp({ readers, card }: Pick<Cards, "readers" | "card">): boolean {
  if (!readers) return false;
  return readers.length === 0 || readers.some(({ refusal, card: there }) => (refusal !== null && refusal !== "READER_BUSY") || there === "mute") || Boolean(card?.error);
}

/** What helps with a reader: in sight where something is wrong with one, and else folded, for who has a second one or needs help after all. */
export function ReaderHelp({ cards }: { readonly cards: Cards }) {
  const { t } = useTexts();
  const [copied, setCopied] = useState(false);
  const add = (): void => void chooseReader().then((chosen) => (chosen ? cards.refresh() : undefined));
  const copy = (): void => {
    void cards.diagnose().then(async (text) => {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    });
  };
  const buttons = (
    <>
      <div class="row">
        <Button kind={cards.readers?.length === 0 ? "primary" : "secondary"} onClick={add}>
          {t("common_add_reader")}
        </Button>
        <Button onClick={cards.refresh}>{t("common_try_again")}</Button>
        <Button onClick={copy}>{t("common_copy_diagnosis")}</Button>
      </div>
      {copied ? (
        <Notice kind="information" announced>
          <p>{t("common_copied")}</p>
        </Notice>
      ) : null}
    </>
  );
  if (needsHelp(cards)) return buttons;
  return (
    <details class="ways reader-help">
      <summary>{t("home_reader_help")}</summary>
      <div class="stack-tight">
        <p>{t("home_reader_help_text")}</p>
        {buttons}
      </div>
    </details>
  );
}
