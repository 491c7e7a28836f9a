// A draft of a form with 214 fields: from the last key to the vault, and from a click back into the form.
import { openTestVault } from "../e2e/harness/openVault.ts";
import { openPanel, panelShows, press, says } from "../e2e/harness/panels.ts";
import { Stage } from "../e2e/harness/stage.ts";
import { text } from "../e2e/harness/texts.ts";
import { until } from "../e2e/harness/until.ts";
import { call } from "../e2e/harness/vault.ts";

export interface DraftFigures {
  readonly fields: number;
  /** Milliseconds from the last key until the vault has it, the longest of all rounds. */
  readonly savedMs: number;
  /** Milliseconds from the click until the form has all of it and the panel says so. */
  readonly restoredMs: number;
  /** Size of the record as JSON. */
  readonly bytes: number;
}

const rounds = 5;
const address = "/services/address/apply?markup=classic&more=200";

export async function draftFigures(): Promise<DraftFigures> {
  const stage = await Stage.set({ unplugged: true });
  try {
    const vault = await openTestVault(stage);
    const page = await stage.openPortal(address);
    await page.evaluate(() => document.querySelectorAll<HTMLInputElement>("form.application input[type=text]").forEach((one, i) => (one.value = `ჩანაწერი ნომერი ${i}`)));
    const stored = async (): Promise<string> => JSON.stringify(await call(vault.page, "records", "list", "drafts"));
    let savedMs = 0;
    for (let round = 0; round < rounds; round += 1) {
      await page.bringToFront();
      await page.focus("[name=reason]");
      await page.keyboard.type(`ბოლო${round}`);
      const from = performance.now();
      await until(async () => (await stored()).includes(`ბოლო${round}`), "the draft is in the vault");
      savedMs = Math.max(savedMs, performance.now() - from);
    }
    const bytes = (await stored()).length;
    await page.close();
    const again = await stage.openPortal(address);
    await says(again, text("page_form_found", { COUNT: 1 }));
    const frame = await openPanel(again);
    const from = performance.now();
    await press(frame, text("form_restore"));
    await panelShows(frame, text("form_filled"));
    const restoredMs = performance.now() - from;
    const fields = await again.evaluate(() => document.querySelector<HTMLFormElement>("form.application")?.elements.length ?? 0);
    return { fields, savedMs, restoredMs, bytes };
  } finally {
    await stage.close();
  }
}
