import { systemTimer } from "../../../src/async/systemTimer.ts";
import { late, within } from "../../../src/async/within.ts";

/** What an act comes to that is to end soon. Should it hang, the failure says which one, and not only that the test's time was over. */
export async function soon<T>(act: Promise<T>, what: string, ms = 30_000): Promise<T> {
  const outcome = await within(act, ms, systemTimer);
  if (outcome === late) throw new Error(`it did not end within ${ms / 1_000} s: ${what}`);
  return outcome;
}

/**
 * Waits for a condition outside the browser. Asked often at first, then less: what is asked (a whole document, over the debugging
 * protocol) costs the browser time that it needs for what is awaited.
 */
export async function until(condition: () => boolean | Promise<boolean>, what: string, ms = 60_000): Promise<void> {
  const start = Date.now();
  while (!(await condition())) {
    const waited = Date.now() - start;
    if (waited > ms) throw new Error(`never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, Math.min(100, 20 + waited / 20)));
  }
}
