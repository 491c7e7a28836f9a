import { expect } from "vitest";
import { formData } from "./applicationForm.ts";
import { crossingMs, mostStops, openByKeys } from "./keys.ts";
import { pause, says } from "./panels.ts";
import type { Stage } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

/**
 * Several drafts of one form: each that is chosen is put back, by keyboard, the oldest first, and the others stay as they were.
 * @param reasons what stands in them, the newest first
 */
export async function choosesAmongDrafts(stage: Stage, address: string, reasons: readonly string[], kept: (reason: string) => Promise<unknown>): Promise<void> {
  const page = await stage.openPortal(address);
  await says(page, text("page_form_found", { COUNT: reasons.length }));
  const frame = await openByKeys(page, text("page_form_open"));
  await frame.waitForSelector(`.entry:nth-of-type(${reasons.length})`);
  const here = (nth: number): Promise<{ readonly at: boolean; readonly inside: boolean }> => frame.evaluate((wanted) => {
    const one = document.activeElement;
    return { at: one?.matches(".entry .button-primary") === true && one.closest(".entry") === document.querySelectorAll(".entry")[wanted], inside: document.hasFocus() };
  }, nth);
  for (const [back, reason] of reasons.toReversed().entries()) {
    const wanted = reasons.length - 1 - back;
    await until(async () => {
      // Through the whole form, which has the keyboard after what was put in before: nobody waits between two of its fields.
      let { at, inside } = await here(wanted);
      for (let stop = 0; stop < mostStops && !at; stop += 1) {
        await page.keyboard.press("Tab");
        const before = inside;
        ({ at, inside } = await here(wanted));
        if (inside !== before) await pause(crossingMs);
      }
      // What was put in before may still lead the keyboard elsewhere: Enter there would open another form.
      await pause(200);
      return (await here(wanted)).at;
    }, `the keyboard is at the draft with “${reason}”`);
    await page.keyboard.press("Enter");
    await until(async () => (await formData(page))["reason"] === reason, `the form has the draft with “${reason}”`);
  }
  for (const reason of reasons) expect(await kept(reason)).toBeDefined();
  await page.close();
}
