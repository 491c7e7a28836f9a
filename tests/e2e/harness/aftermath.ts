// After a test that failed: who had the reader, and whether the next one gets it.
import type { Page } from "puppeteer";
import { clear } from "./clear.ts";
import { heldLeases, whoHoldsWhat } from "./holders.ts";
import type { Stage } from "./stage.ts";
import { soon, until } from "./until.ts";

/** The app gives readers back a second and a half after the last window. */
const freeMs = 15_000;

/** Sooner than a test's own time is over, so that who had what can still be asked. */
const patienceMs = 140_000;

/** What came of a failure for the tests after it. */
export class Aftermath {
  #doubtful = false;

  /** `test`, whose failure says who had the reader. @param app the bridge app's window, where there is one */
  async of(stage: Stage, app: Page | null, test: () => Promise<void>): Promise<void> {
    // Also of a test that never comes to its end.
    this.#doubtful = true;
    try {
      await soon(test(), "the test", patienceMs);
      this.#doubtful = false;
    } catch (error) {
      const holders = await whoHoldsWhat(stage, app);
      if (error instanceof Error) error.message += `\n\nWho held what:\n${holders}`;
      throw error;
    }
  }

  /** After a failure: whether the reader comes free with every window closed. @returns what is wrong, or null */
  async check(stage: Stage, app: Page | null): Promise<string | null> {
    if (!this.#doubtful) return null;
    this.#doubtful = false;
    let held: readonly string[] = [];
    try {
      await clear(stage);
      await until(async () => (held = await heldLeases(stage, app)).length === 0, "every reader is free", freeMs);
      return null;
    } catch (error) {
      return `after a test that failed the browser is started anew: ${held.length > 0 ? `still held: ${held.join(", ")}` : String(error)}\n${await whoHoldsWhat(stage, app)}`;
    }
  }
}
