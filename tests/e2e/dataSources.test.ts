// What "who holds my data" takes from elsewhere and gives to others, in the shipped build with the real vault: grounds from the
// law's list, an answer that becomes a record, a controller's own deadlines by hand, who passes data on to whom, a file on paper.
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { organisationOf } from "../unit/consent/build.ts";
import type { LaunchedBrowser } from "../virtual/browser/launch.ts";
import { lookAround } from "./harness/dataLook.ts";
import { fill, go, press } from "./harness/dataPage.ts";
import { shows } from "./harness/stage.ts";
import { text } from "./harness/texts.ts";
import { call, homeUrl, startBrowser, vaultPage } from "./harness/vault.ts";

const clinic = organisationOf({ id: "7f0b1c2d-0000-4000-8000-000000000001", name: "კლინიკა „იმედი“" });

describe("sources and uses of the record", () => {
  let started: LaunchedBrowser;
  let page: Page;
  const commit = async (writes: readonly { readonly collection: string; readonly id: string; readonly value: unknown }[]): Promise<void> => void (await call(page, "records", "commit", JSON.parse(JSON.stringify(writes))));
  beforeAll(async () => {
    started = await startBrowser();
    page = await vaultPage(started.browser, `${homeUrl}#data`);
    await page.bringToFront();
    await shows(page, text("data_no_vault"));
    await page.evaluate(async () => {
      const { vault } = globalThis as unknown as { vault: (...args: unknown[]) => Promise<unknown> };
      await vault("lock", "create", new TextEncoder().encode("ლურჯი მთა და სამი წყარო"));
    });
    await commit([{ collection: "organisations", id: clinic.id, value: clinic }]);
  });
  afterAll(() => started.close());

  it("line 129: the grounds of an objection are a choice, and stand in its letter", async () => {
    await go(page, `#data/ask/objection/${clinic.id}`);
    await shows(page, text("data_causes"));
    await press(page, "data_cause_discrediting");
    await press(page, "data_cause_unlawful");
    await lookAround(page, "wizard-causes");
    await fill(page, "data_person_name", "გელაშვილი ნინო დავითის ასული");
    await press(page, "data_to_letter");
    await page.waitForSelector("textarea");
    const letter = await page.$eval("textarea", (one) => one.value);
    // In the list's order, whichever was chosen first.
    expect(letter).toMatch(/– მონაცემები უკანონოდ მუშავდება;\n– მონაცემები ლახავს ჩემს პატივს, ღირსებას ან საქმიან რეპუტაციას\./);
    expect(letter).not.toContain("არასანდოა");
    // A chosen ground is one: the letter does not lack it.
    expect(await page.evaluate((words) => [...document.querySelectorAll("li")].some((one) => one.textContent === words), text("data_item_grounds"))).toBe(false);
    await press(page, "common_cancel");
  });
});
