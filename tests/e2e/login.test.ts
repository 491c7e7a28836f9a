// The login suite over the direct road: an unmodified browser with real WebUSB. tests/e2e/bridgeSuites.test.ts has the same
// over the bridge.
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { failureCode, onStage, pressButton, promptsOpen } from "./harness/login.ts";
import { loginActs } from "./harness/loginActs.ts";
import { called, everyReader } from "./harness/loginReaders.ts";
import { pinActs, pinWindowActs } from "./harness/pinActs.ts";
import { readerActs } from "./harness/readerActs.ts";
import { shows } from "./harness/stage.ts";
import { directTable, type Table } from "./harness/table.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";

const protectedReader = called("072f", "b100");

/** What is in the clipboard: pasted into a page, as a person would. */
async function pasted(page: Page): Promise<string> {
  await page.bringToFront();
  await page.evaluate(() => {
    const area = document.createElement("textarea");
    document.body.append(area);
    area.focus();
  });
  await page.keyboard.down("Control");
  await page.keyboard.press("v", { commands: ["Paste"] });
  await page.keyboard.up("Control");
  return await page.$eval("textarea", (area) => area.value);
}

let table: Table;
beforeAll(async () => {
  table = await directTable(everyReader);
});
afterAll(async () => await table?.close());

describe("login in an unmodified browser, over WebUSB", () => loginActs(() => table));
describe("the PIN", () => {
  pinActs(() => table);
  pinWindowActs(() => table);
});
readerActs(() => table);

describe("what only the direct road has", () => {
  it("a reader of the smart-card class is named, and the way out said", () =>
    table.on({ profile: protectedReader, ownClass: true }, async (stage) => {
      const portal = await stage.openPortal();
      const prompt = await stage.ask(portal);
      await shows(prompt, text("error_READER_PROTECTED_title"));
      await shows(prompt, "ACR39U ICC Reader");
      await shows(prompt, text("os_linux_READER_PROTECTED"));
      await pressButton(prompt, "common_copy_diagnosis");
      await shows(prompt, text("common_copied"));
      const diagnosis = await pasted(portal);
      expect(diagnosis).toContain("READER_PROTECTED");
      expect(diagnosis).toContain("ACR39U");
      expect(diagnosis).not.toContain("9900");
    }));

  it("a card worker that does not start keeps no window from closing", async () => {
    const extension = mkdtempSync(join(tmpdir(), "moqalaqe-broken-"));
    cpSync(fileURLToPath(new URL("../../dist", import.meta.url)), extension, { recursive: true });
    const [worker] = readdirSync(join(extension, "assets")).filter((name) => name.startsWith("card.worker"));
    writeFileSync(join(extension, "assets", worker ?? ""), "");
    try {
      await onStage({ extension }, async (stage) => {
        const portal = await stage.openPortal();
        const prompt = await stage.ask(portal);
        await shows(prompt, text("prompt_looking"));
        await pressButton(prompt, "common_cancel");
        expect(await failureCode(portal)).toBe("ERR_WEBEID_USER_CANCELLED");
        await until(() => promptsOpen(stage) === 0, "the window closes");
      });
    } finally {
      rmSync(extension, { recursive: true, force: true });
    }
  });
});
