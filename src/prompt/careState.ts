// The steps of one act of card care, pure: what is asked next. The digits themselves are not in here.
import type { CardView, PinAct } from "../card/api.ts";
import type { CardFailure } from "../card/error.ts";
import { comparedPin } from "./purpose.ts";
import type { Weakness } from "./weakPin.ts";

export type CareNotice =
  | { readonly kind: "wrong"; readonly triesLeft: number | null }
  | { readonly kind: "failed"; readonly error: CardFailure }
  | { readonly kind: "weak"; readonly weakness: Weakness }
  | { readonly kind: "mismatch" };

export type CareStep =
  /** What will happen; for the envelope's code and for a last try, that it may be the only one. */
  | { readonly kind: "explain"; readonly notice: CareNotice | null }
  /** The PIN so far, the code, or the PUK. */
  | { readonly kind: "current" }
  | { readonly kind: "fresh"; readonly notice: CareNotice | null }
  | { readonly kind: "again" }
  | { readonly kind: "working" };

export interface CareState {
  readonly act: PinAct;
  /** Tries left of what is compared; null when the card does not tell. */
  readonly triesLeft: number | null;
  /** The person was told that this is the last try, and went on. */
  readonly confirmed: boolean;
  readonly step: CareStep;
}

export type CareEvent =
  | { readonly kind: "begin" }
  | { readonly kind: "currentTyped" }
  /** To the step before, whose digits are typed anew: nothing has been sent to the card yet. */
  | { readonly kind: "back" }
  | { readonly kind: "freshTyped"; readonly weakness: Weakness | null }
  | { readonly kind: "againTyped"; readonly same: boolean }
  /** Without an error the act is over, and so is this machine. */
  | { readonly kind: "failed"; readonly error: CardFailure };

export function beginCare(act: PinAct, card: CardView): CareState {
  return { act, triesLeft: comparedPin(act, card)?.triesLeft ?? null, confirmed: false, step: { kind: "explain", notice: null } };
}

/** Errors after which the same card may be tried again, by the person's own will and with everything typed anew. */
const again = new Set<CardFailure["code"]>(["PIN_WRONG", "PIN_LAST_TRY", "PIN_LENGTH", "PIN_CANCELLED", "PIN_TIMEOUT", "PIN_MISMATCH"]);

export function canTryAgain(error: CardFailure): boolean {
  return again.has(error.code);
}

/** @param onKeypad the reader asks for everything itself */
export function reduceCare(state: CareState, event: CareEvent, onKeypad: boolean): CareState {
  const { step } = state;
  const at = (next: CareStep, more: Partial<CareState> = {}): CareState => ({ ...state, ...more, step: next });
  switch (event.kind) {
    case "begin":
      // Who was shown that one try is left and goes on has confirmed it. The code of the envelope is always such a try.
      return step.kind === "explain" ? at({ kind: onKeypad ? "working" : "current" }, { confirmed: state.triesLeft === 1 || state.act === "create-signing" }) : state;
    case "currentTyped":
      return step.kind === "current" ? at({ kind: "fresh", notice: null }) : state;
    case "back":
      return step.kind === "again" ? at({ kind: "fresh", notice: null }) : step.kind === "fresh" ? at({ kind: "current" }) : step.kind === "current" ? at({ kind: "explain", notice: null }, { confirmed: false }) : state;
    case "freshTyped":
      if (step.kind !== "fresh") return state;
      return at(event.weakness ? { kind: "fresh", notice: { kind: "weak", weakness: event.weakness } } : { kind: "again" });
    case "againTyped":
      if (step.kind !== "again") return state;
      return at(event.same ? { kind: "working" } : { kind: "fresh", notice: { kind: "mismatch" } });
    case "failed": {
      if (step.kind !== "working") return state;
      const { code, detail } = event.error;
      const wrong = code === "PIN_WRONG";
      const left = wrong ? (detail.triesLeft ?? null) : code === "PIN_LAST_TRY" ? 1 : state.triesLeft;
      const notice: CareNotice = wrong ? { kind: "wrong", triesLeft: left } : { kind: "failed", error: event.error };
      return at({ kind: "explain", notice: code === "PIN_LAST_TRY" ? null : notice }, { triesLeft: left, confirmed: false });
    }
  }
}
