import { useEffect, useState } from "preact/hooks";
import { isFields } from "../../codec/fields.ts";

interface Steps {
  readonly step: number;
  readonly to: (next: number) => void;
  readonly back: () => void;
}

const stepIn = (state: unknown): number | null => (isFields(state) && typeof state["step"] === "number" ? state["step"] : null);
const cameFrom = (state: unknown): unknown => (isFields(state) ? state["before"] : null);

/**
 * The steps of a wizard as entries of the browser's history: its Back goes one step back, and from the first one out.
 * @param first where it begins
 * @param stopped where it goes on, if what was filled in is there again and the history's entry names no step, as in another tab; null: it begins anew
 */
export function useSteps(first: number, stopped: number | null): Steps {
  const [place] = useState(location.hash);
  const [step, setStep] = useState(() => (stopped === null ? first : (stepIn(history.state) ?? stopped)));
  useEffect(() => {
    if (stepIn(history.state) !== step) history.replaceState({ step, before: null }, "");
    const follow = (event: PopStateEvent): void => {
      if (location.hash === place) setStep(stepIn(event.state) ?? first);
    };
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  return {
    step,
    to: (next) => {
      if (next !== step) history.pushState({ step: next, before: step }, "");
      setStep(next);
    },
    back: () => {
      if (cameFrom(history.state) === step - 1) return history.back();
      history.replaceState({ step: step - 1, before: null }, "");
      setStep(step - 1);
    },
  };
}
