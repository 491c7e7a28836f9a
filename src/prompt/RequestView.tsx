import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import { keypadSeconds } from "../card/eid/pinPad.ts";
import { chooseLanguage, useTexts } from "../i18n/texts.tsx";
import type { PromptRequest } from "../platform/messages.ts";
import { chooseReader } from "../platform/readerChooser.ts";
import { changeSettings } from "../platform/settings.ts";
import { Busy } from "../ui/Busy.tsx";
import { Button } from "../ui/Button.tsx";
import { FailureNotice } from "../ui/FailureNotice.tsx";
import { LanguageSwitch } from "../ui/LanguageSwitch.tsx";
import { Notice } from "../ui/Notice.tsx";
import type { Outcome } from "../webeid/reply.ts";
import { Asker } from "./Asker.tsx";
import { CardSummary } from "./CardSummary.tsx";
import { answerRequest, cancelled, timedOut } from "./claim.ts";
import { Gone } from "./Gone.tsx";
import { Keypad } from "./Keypad.tsx";
import { LastTry } from "./LastTry.tsx";
import { PinEntry } from "./PinEntry.tsx";
import { initialState, reduce, usable } from "./state.ts";
import { useCardWorker } from "./useCardWorker.ts";
import { Waiting } from "./Waiting.tsx";

/** How long the confirmation stays before the window closes. */
const goodbyeMs = 1_200;

/** One request on the screen, from "who asks" to the answer. */
export function RequestView({ request }: { readonly request: PromptRequest }) {
  const { t } = useTexts();
  const [state, dispatch] = useReducer(reduce, initialState);
  const [copied, setCopied] = useState(false);
  const [unheard, setUnheard] = useState(false);
  const answered = useRef(false);

  const finish = async (outcome: Outcome, afterMs: number): Promise<void> => {
    if (answered.current) return;
    answered.current = true;
    const heard = await answerRequest(request.requestId, outcome);
    await controls.end();
    // A login that reached nobody must not look like one: the window stays and says so.
    if (heard || "error" in outcome) setTimeout(() => close(), afterMs);
    else setUnheard(true);
  };
  const controls = useCardWorker(request, state, dispatch, (outcome) => void finish(outcome, goodbyeMs));
  const cancel = (): void => void finish(cancelled(), 0);

  useEffect(() => {
    document.title = t("prompt_title");
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === "Escape") cancel();
    };
    const timer = setTimeout(() => void finish(timedOut(), 0), Math.max(0, request.deadline - Date.now()));
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("keydown", onKey);
      clearTimeout(timer);
    };
  }, [t]);

  const copyDiagnosis = (): void => {
    void controls.diagnose().then(async (text) => {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    });
  };
  const choose = (readerId: string): void => {
    void changeSettings({ readerId });
    dispatch({ kind: "chose", readerId });
  };
  const addReader = (): void => void chooseReader().then((chosen) => (chosen ? controls.refresh() : undefined));

  if (unheard) return <Gone />;

  const { phase } = state;
  const card = "card" in phase ? phase.card : null;
  const place = "place" in phase ? phase.place : null;
  const several = usable(state.readers ?? []).length > 1 && (phase.kind === "pin" || phase.kind === "lastTry" || phase.kind === "unusable");
  const readerName = state.readers?.find((reader) => reader.id === place?.readerId)?.name ?? "";
  return (
    <div class="prompt stack">
      <Asker request={request} />
      <div class="prompt-body stack">
        {card && phase.kind !== "done" ? <CardSummary card={card} readerName={readerName} /> : null}
        {several ? (
          <div class="row">
            <Button onClick={() => dispatch({ kind: "chose", readerId: null })}>{t("prompt_other_card")}</Button>
          </div>
        ) : null}
        {phase.kind === "waiting" ? (
          <Waiting
            readers={state.readers}
            notice={phase.notice}
            onAdd={addReader}
            onRetry={controls.refresh}
            onChoose={choose}
            onDiagnose={copyDiagnosis}
          />
        ) : null}
        {phase.kind === "reading" ? <Busy>{t("prompt_reading")}</Busy> : null}
        {phase.kind === "unusable" ? (
          <>
            <FailureNotice code={phase.error.code} />
            <div class="row">
              <Button onClick={() => dispatch({ kind: "retry" })}>{t("common_try_again")}</Button>
              <Button onClick={copyDiagnosis}>{t("common_copy_diagnosis")}</Button>
            </div>
          </>
        ) : null}
        {phase.kind === "lastTry" ? (
          <LastTry notice={phase.notice} onConfirm={() => dispatch({ kind: "confirmedLastTry" })} />
        ) : null}
        {phase.kind === "pin" ? (
          <PinEntry card={phase.card} notice={phase.notice} onSubmit={controls.authenticate} />
        ) : null}
        {phase.kind === "working" ? (
          phase.card.pinpad ? <Keypad seconds={keypadSeconds} /> : <Busy>{t("prompt_signing")}</Busy>
        ) : null}
        {phase.kind === "done" ? (
          <Notice kind="success" announced>
            <h2>{t("prompt_done")}</h2>
            <p>{t("prompt_done_hint")}</p>
          </Notice>
        ) : null}
        {copied ? (
          <Notice kind="information" announced>
            <p>{t("common_copied")}</p>
          </Notice>
        ) : null}
      </div>
      <footer class="prompt-foot row spread">
        {phase.kind === "done" ? <span /> : <Button onClick={cancel}>{t("common_cancel")}</Button>}
        <LanguageSwitch onChange={(language) => void chooseLanguage(language)} />
      </footer>
    </div>
  );
}
