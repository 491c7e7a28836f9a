import type { ReaderState } from "../card/reader.ts";
import { useTexts } from "../i18n/texts.tsx";
import { Button } from "../ui/Button.tsx";
import { readerName } from "../ui/readerNames.ts";
import { FailureNotice } from "../ui/FailureNotice.tsx";
import { ReaderWays } from "./ReaderWays.tsx";

interface ReaderLineProps {
  readonly reader: ReaderState;
  readonly chosen: boolean;
  /** There are several readers to choose among. */
  readonly offered: boolean;
  readonly onChoose: () => void;
}

/** One reader by name, what is in it, and why it can't be used, if it can't. */
export function ReaderLine({ reader, chosen, offered, onChoose }: ReaderLineProps) {
  const texts = useTexts();
  const { t } = texts;
  const name = readerName(reader, texts);
  return (
    <li class="stack-tight">
      <div class="reader-line">
        <span class="reader-name">{name}</span>
        <span class="soft">{t(reader.refusal ? "home_state_refused" : `home_state_${reader.card}`)}</span>
        {offered && reader.refusal === null ? (
          chosen ? (
            <span class="soft">{t("home_chosen")}</span>
          ) : (
            <Button kind="plain" label={`${t("home_use_reader")}: ${name}`} onClick={onChoose}>
              {t("home_use_reader")}
            </Button>
          )
        ) : null}
      </div>
      {reader.refusal ? <FailureNotice code={reader.refusal} name={reader.name} road={reader.road} /> : null}
      <ReaderWays reader={reader} />
    </li>
  );
}
