import type { CardFailure } from "../card/error.ts";
import type { ReaderState } from "../card/reader.ts";
import { useTexts } from "../i18n/texts.tsx";
import { BridgeHint } from "../ui/BridgeHint.tsx";
import { Busy } from "../ui/Busy.tsx";
import { Button } from "../ui/Button.tsx";
import { CardPicture } from "../ui/CardPicture.tsx";
import { deviceName, readerName } from "../ui/readerNames.ts";
import { FailureNotice } from "../ui/FailureNotice.tsx";
import { Notice } from "../ui/Notice.tsx";
import { usable } from "./state.ts";

interface WaitingProps {
  readonly readers: readonly ReaderState[] | null;
  readonly notice: CardFailure | null;
  /** Another window asks the person about us. */
  readonly asking: boolean;
  readonly onAdd: () => void;
  readonly onRetry: () => void;
  readonly onChoose: (readerId: string) => void;
  readonly onDiagnose: () => void;
}

/** No card yet: says what is missing, by the readers there are. */
export function Waiting({ readers, notice, asking, onAdd, onRetry, onChoose, onDiagnose }: WaitingProps) {
  const texts = useTexts();
  const { t } = texts;
  if (!readers) return <Busy>{t("prompt_looking")}</Busy>;
  const withCard = usable(readers);
  const working = readers.filter((reader) => reader.refusal === null);
  const refused = readers.filter((reader) => reader.refusal !== null);

  if (withCard.length > 1) {
    return (
      <section class="stack">
        <h2>{t("prompt_choose")}</h2>
        <p>{t("prompt_choose_hint")}</p>
        {withCard.map((reader) => (
          <Button key={reader.id} onClick={() => onChoose(reader.id)}>
            {readerName(reader, texts)}
          </Button>
        ))}
      </section>
    );
  }
  // It comes by itself when the other window ends: neither another reader nor trying again is the way.
  const onlyBusy = refused.length > 0 && working.length === 0 && refused.every((reader) => reader.refusal === "READER_BUSY");
  // A reader that the browser keeps from us stays so however often it is tried; the others may be free by now.
  const mayBeFree = refused.some(({ refusal }) => refusal !== "READER_PROTECTED" && refusal !== "READER_UNSUPPORTED") && !onlyBusy;
  const mute = working.some((reader) => reader.card === "mute");
  return (
    <section class="stack">
      {asking ? (
        <Notice kind="information" announced>
          <p>{t("road_connector_asking")}</p>
        </Notice>
      ) : null}
      {notice && working.length > 0 ? <FailureNotice code={notice.code} /> : null}
      {mute ? <FailureNotice code="CARD_MUTE" /> : null}
      {working.length > 0 ? (
        <div class="stack-tight" role="status">
          <CardPicture />
          <h2>{t("prompt_insert")}</h2>
          <p>{t("prompt_insert_hint")}</p>
          <p class="soft">{[...new Set(working.map(deviceName))].join(", ")}</p>
        </div>
      ) : null}
      {refused.map((reader) => (
        <FailureNotice key={reader.id} code={reader.refusal ?? "INTERNAL"} name={reader.name} road={reader.road} />
      ))}
      {working.length === 0 ? <BridgeHint wanted={refused.some((reader) => reader.refusal === "READER_PROTECTED")} /> : null}
      {readers.length === 0 ? (
        <div class="stack-tight" role="status">
          <h2>{t("prompt_no_reader")}</h2>
          <p>{t("prompt_no_reader_hint")}</p>
        </div>
      ) : null}
      <div class="row">
        {mayBeFree ? (
          <Button kind="primary" autofocus onClick={onRetry}>
            {t("common_try_again")}
          </Button>
        ) : null}
        {working.length === 0 ? (
          <Button kind={onlyBusy || mayBeFree ? "secondary" : "primary"} autofocus={!onlyBusy && !mayBeFree} onClick={onAdd}>
            {t("common_add_reader")}
          </Button>
        ) : null}
        {refused.length > 0 && !onlyBusy && !mayBeFree ? <Button onClick={onRetry}>{t("common_try_again")}</Button> : null}
        {refused.length > 0 ? <Button onClick={onDiagnose}>{t("common_copy_diagnosis")}</Button> : null}
      </div>
    </section>
  );
}
