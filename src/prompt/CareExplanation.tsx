import type { PinAct } from "../card/api.ts";
import { useTexts } from "../i18n/texts.tsx";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { CareNotice } from "./CareNotice.tsx";
import type { CareNotice as What } from "./careState.ts";
import { triesText } from "./PinEntry.tsx";
import { actNames } from "./words.ts";

interface CareExplanationProps {
  readonly act: PinAct;
  readonly triesLeft: number | null;
  readonly onKeypad: boolean;
  readonly notice: What | null;
  readonly onBegin: () => void;
}

/** Before anything is typed: what is needed, what happens, how many tries there are, and what can't be undone. */
export function CareExplanation({ act, triesLeft, onKeypad, notice, onBegin }: CareExplanationProps) {
  const texts = useTexts();
  const { t } = texts;
  const name = actNames[act];
  const last = triesLeft === 1 && name !== "create";
  return (
    <section class="stack">
      <CareNotice notice={notice} puk={act === "unblock-login"} />
      <p>{t(`care_explain_${name}`)}</p>
      {last ? null : <p class="tries">{triesText(texts, triesLeft)}</p>}
      {act === "create-signing" ? (
        <Notice kind="warning">
          <h2>{t("care_once_title")}</h2>
          <p>{t("care_once_text")}</p>
        </Notice>
      ) : last ? (
        <Notice kind="warning" announced>
          <h2>{t("prompt_last_title")}</h2>
          <p>{t(`care_last_${name}`)}</p>
        </Notice>
      ) : null}
      <p class="soft">{t(`care_note_${name}`)}</p>
      {onKeypad ? <p class="soft">{t("care_keypad_weak")}</p> : null}
      <p class="soft">
        {t("care_official")}{" "}
        <a href="https://id.ge/" target="_blank" rel="noreferrer">
          id.ge
        </a>
      </p>
      <div class="row">
        <Button kind="primary" autofocus={!last && act !== "create-signing"} onClick={onBegin}>
          {t(last ? "prompt_last_confirm" : `care_begin_${name}`)}
        </Button>
      </div>
    </section>
  );
}
