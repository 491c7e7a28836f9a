/**
 * Runs steps one after the other, so that two events that arrive together don't decide on the same stored state; a step that
 * fails stops none. In memory only: there is one service worker at a time, and a stopped one has no steps left.
 */
export function inTurn(): <T>(step: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (step) => {
    const next = last.then(step, step);
    last = next.catch(() => undefined);
    return next;
  };
}
