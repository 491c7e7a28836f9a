import type { ComponentChildren } from "preact";
import { useEffect, useReducer, useRef } from "preact/hooks";
import type { CardView, PinAct, PinView } from "../card/api.ts";
import { type Bytes, wipe } from "../card/bytes.ts";
import type { CardFailure, Result } from "../card/error.ts";
import { keypadSeconds } from "../card/eid/pinPad.ts";
import { type Texts, useTexts } from "../i18n/texts.tsx";
import { Busy } from "../ui/Busy.tsx";
import { Button } from "../ui/Button.tsx";
import { CareExplanation } from "./CareExplanation.tsx";
import { CareNotice } from "./CareNotice.tsx";
import { beginCare, canTryAgain, type CareEvent, type CareState, reduceCare } from "./careState.ts";
import { Keypad } from "./Keypad.tsx";
import { PinField } from "./PinField.tsx";
import { triesText } from "./PinEntry.tsx";
import { comparedPin, pinWithRole } from "./purpose.ts";
import { weaknessOf } from "./weakPin.ts";
import { actNames } from "./words.ts";

export interface Typed {
  /** Transferred away by whoever takes them; null: on the keypad. */
  readonly current: Bytes | null;
  readonly fresh: Bytes | null;
  readonly lastTryConfirmed: boolean;
}

interface CareStepsProps {
  readonly card: CardView;
  readonly act: PinAct;
  readonly manage: (typed: Typed) => Promise<Result<unknown>>;
  readonly onBusy: (busy: boolean) => void;
  /** null: done. */
  readonly onEnd: (error: CardFailure | null) => void;
}

/** One act of card care, a field at a time: what is compared, the new PIN, the new PIN again. */
export function CareSteps({ card, act, manage, onBusy, onEnd }: CareStepsProps) {
  const texts = useTexts();
  const { t } = texts;
  const onKeypad = card.pinpad && card.pinpadChange;
  const [state, dispatch] = useReducer((before: CareState, event: CareEvent) => reduceCare(before, event, onKeypad), beginCare(act, card));
  const current = useRef<Bytes | null>(null);
  const fresh = useRef<Bytes | null>(null);

  const forget = (): void => {
    wipe(current.current, fresh.current);
    current.current = fresh.current = null;
  };
  useEffect(() => {
    addEventListener("pagehide", forget);
    return () => {
      removeEventListener("pagehide", forget);
      forget();
    };
  }, []);

  const send = (lastTryConfirmed: boolean): void => {
    const typed = { current: current.current, fresh: fresh.current, lastTryConfirmed };
    current.current = fresh.current = null;
    onBusy(true);
    void manage(typed).then((result) => {
      if (result.ok) return onEnd(null);
      if (!canTryAgain(result.error)) return onEnd(result.error);
      onBusy(false);
      dispatch({ kind: "failed", error: result.error });
    });
  };
  const begin = (): void => {
    const next = reduceCare(state, { kind: "begin" }, onKeypad);
    dispatch({ kind: "begin" });
    if (next.step.kind === "working") send(next.confirmed);
  };
  const typedCurrent = (digits: Bytes): void => {
    current.current = digits;
    dispatch({ kind: "currentTyped" });
  };
  const typedFresh = (digits: Bytes): void => {
    const weakness = weaknessOf(digits, { holder: card.holder, current: current.current });
    if (weakness) wipe(digits);
    else fresh.current = digits;
    dispatch({ kind: "freshTyped", weakness });
  };
  const typedAgain = (digits: Bytes): void => {
    const first = fresh.current;
    const same = first !== null && first.length === digits.length && first.every((digit, i) => digit === digits[i]);
    wipe(digits);
    if (!same) {
      wipe(first);
      fresh.current = null;
    }
    dispatch({ kind: "againTyped", same });
    if (same) send(state.confirmed);
  };

  /** What was typed for the step that is gone back to is typed anew, so nothing of it stays. */
  const back = (): void => {
    wipe(fresh.current);
    fresh.current = null;
    if (state.step.kind !== "again") {
      wipe(current.current);
      current.current = null;
    }
    dispatch({ kind: "back" });
  };

  const { step } = state;
  const compared = comparedPin(act, card);
  const target = pinWithRole(card, act === "change-login" || act === "unblock-login" ? "login" : "signing");
  if (!compared || !target) return null;
  const name = actNames[act];
  switch (step.kind) {
    case "explain":
      return <CareExplanation act={act} triesLeft={state.triesLeft} onKeypad={onKeypad} notice={step.notice} onBegin={begin} />;
    case "current": {
      const lengths = compared.codeLength === null ? lengthsOf(compared) : { min: compared.codeLength, max: compared.codeLength };
      return (
        <WithBack onBack={back}>
          <PinField key="current" {...lengths} label={countLabel(texts, `care_current_${name}`, lengths)} hint={t(`care_current_${name}_hint`)} tries={triesText(texts, state.triesLeft)} submitText={t("care_next")} onSubmit={typedCurrent} />
        </WithBack>
      );
    }
    case "fresh":
      return (
        <WithBack onBack={back}>
          <CareNotice notice={step.notice} />
          <PinField key="fresh" {...lengthsOf(target)} label={countLabel(texts, "care_fresh", lengthsOf(target))} hint={t("care_fresh_hint")} tries="" submitText={t("care_next")} onSubmit={typedFresh} />
        </WithBack>
      );
    case "again":
      return (
        <WithBack onBack={back}>
          <PinField key="again" {...lengthsOf(target)} label={countLabel(texts, "care_again", lengthsOf(target))} hint={t("care_again_hint")} tries="" submitText={t(`care_submit_${name}`)} onSubmit={typedAgain} />
        </WithBack>
      );
    case "working":
      return onKeypad ? (
        <div class="stack">
          <p>{t(`care_keypad_${name}`)}</p>
          <Keypad seconds={keypadSeconds} />
        </div>
      ) : (
        <Busy>{t("prompt_signing")}</Busy>
      );
  }
}

/** A field, and under it the way to the step before. */
function WithBack({ onBack, children }: { readonly onBack: () => void; readonly children: ComponentChildren }) {
  const { t } = useTexts();
  return (
    <div class="stack">
      {children}
      <Button kind="plain" onClick={onBack}>
        {t("care_step_back")}
      </Button>
    </div>
  );
}

interface Lengths {
  readonly min: number;
  readonly max: number;
}

function lengthsOf({ minLength, maxLength }: PinView): Lengths {
  return { min: minLength, max: maxLength };
}

function countLabel({ t }: Texts, key: `care_current_${(typeof actNames)[PinAct]}` | "care_fresh" | "care_again", { min, max }: Lengths): string {
  return t(key, { COUNT: min === max ? String(max) : `${min}–${max}` });
}
