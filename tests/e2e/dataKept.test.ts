// What "who holds my data" keeps by itself, in the shipped build with the real vault: applications and their answers, what was
// removed, drafts that outlived their records, and what happens when the disk takes nothing more.
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LaunchedBrowser } from "../virtual/browser/launch.ts";
import { databasesMadeOne } from "./harness/alikeActs.ts";
import { applicationsShown, unreadApplications } from "./harness/applicationActs.ts";
import { clocksAreShown } from "./harness/clockActs.ts";
import { fullDisk, nobodyLeft, oldDrafts } from "./harness/draftActs.ts";
import { go } from "./harness/dataPage.ts";
import { refusalsEnd } from "./harness/filingActs.ts";
import { foreignFile } from "./harness/importActs.ts";
import { longNamesFit } from "./harness/longNames.ts";
import { longConsentsOnPaper } from "./harness/printActs.ts";
import { putAllBack } from "./harness/removalActs.ts";
import { madeOne } from "./harness/sameActs.ts";
import { shows } from "./harness/stage.ts";
import { text } from "./harness/texts.ts";
import { call, homeUrl, startBrowser, vaultPage } from "./harness/vault.ts";

describe("what is kept", () => {
  let started: LaunchedBrowser;
  let page: Page;
  beforeAll(async () => {
    started = await startBrowser();
    page = await vaultPage(started.browser, `${homeUrl}#data/applications`);
    await page.bringToFront();
  });
  afterAll(() => started.close());

  it("applications: none yet; then drafts, what was sent with its number and state, and the answer in its thread", async () => {
    await shows(page, text("data_no_vault"));
    await page.evaluate(async () => {
      const { vault } = globalThis as unknown as { vault: (...args: unknown[]) => Promise<unknown> };
      await vault("lock", "create", new TextEncoder().encode("ლურჯი მთა და სამი წყარო"));
    });
    await applicationsShown(page);
    await unreadApplications(page);
  });

  it("removals, one after the other: each can be put back, and nothing that was saved anew is replaced", async () => {
    await go(page, "#data/holdings");
    await putAllBack(page);
  });

  it("two records of one organisation become one, after a look at what goes where, and two again", () => madeOne(page));

  it("two records of one database become one, and two again when the page was left", () => databasesMadeOne(page));

  it("another program's file: it goes again with one click, and comes back; its days are Tbilisi's on a computer of another zone", () => foreignFile(page));

  it("long consents on paper: they begin where there is room, and none with its name alone", () => longConsentsOnPaper(page));

  it("names without a blank, however long, fit a telephone", () => longNamesFit(page));

  it("a draft that is all that is left is shown and can be saved", async () => {
    await oldDrafts(page);
    await nobodyLeft(page);
  });

  it("a full disk is said, and takes nothing away", async () => {
    await fullDisk(page, started.browser);
  });

  it("a refusal that can be complained of for a while says until when; a letter that has no room in a mail's draft is copied", () => refusalsEnd(page));

  it("a complaint has its clock, a letter that nobody confirms its day, silence about public information its month; a receipt after the answer is refused", () => clocksAreShown(page));

  it("locked: nothing is shown any more", async () => {
    await go(page, "#data/applications");
    await shows(page, "REG-2026-77");
    const lock = await vaultPage(started.browser, `${homeUrl}#help`);
    await call(lock, "lock", "lock").catch(() => undefined);
    await page.bringToFront();
    await shows(page, text("vault_locked_title"));
    expect(await page.evaluate(() => document.body.innerText)).not.toContain("REG-2026-77");
    await lock.close();
  });
});
