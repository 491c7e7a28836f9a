/**
 * Does the steps of a long work while nobody waits for anything, some at a time.
 * @param step does those from this place on, and says where the next begins
 * @returns ends it
 */
export function whileIdle(count: number, step: (at: number) => number): () => void {
  let at = 0;
  let handle = 0;
  const act = (idle: IdleDeadline): void => {
    while (at < count && idle.timeRemaining() > 2) at = step(at);
    if (at < count) handle = requestIdleCallback(act);
  };
  handle = requestIdleCallback(act);
  return () => cancelIdleCallback(handle);
}
