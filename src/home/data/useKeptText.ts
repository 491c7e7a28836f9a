import { useLayoutEffect, useRef } from "preact/hooks";

const restMs = 500;

/** Keeps what is typed once the hand rests, and at the latest when the field goes: a reload loses the last half second at most. */
export function useKeptText<T>(keep: (value: T) => void): { readonly soon: (value: T) => void; readonly now: (value: T) => void } {
  const state = useRef({ keep, timer: undefined as ReturnType<typeof setTimeout> | undefined, waiting: null as { readonly value: T } | null });
  state.current.keep = keep;
  const flush = (): void => {
    const { waiting, timer } = state.current;
    clearTimeout(timer);
    state.current.waiting = null;
    if (waiting) state.current.keep(waiting.value);
  };
  // Not an effect after painting: a field may go before that.
  useLayoutEffect(() => flush, []);
  return {
    soon: (value) => {
      clearTimeout(state.current.timer);
      state.current.waiting = { value };
      state.current.timer = setTimeout(flush, restMs);
    },
    now: (value) => {
      state.current.waiting = { value };
      flush();
    },
  };
}
