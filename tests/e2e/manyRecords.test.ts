// "Who holds my data" with 5,000 records, in the shipped build with the real vault.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { dayInTbilisi } from "../../src/consent/calendar/day.ts";
import { exportRecords } from "../../src/consent/record/exportFile.ts";
import { ledgerOf } from "../../src/consent/view/ledger.ts";
import { everything, rowsOf, selectRows } from "../../src/consent/view/rows.ts";
import type { LaunchedBrowser } from "../virtual/browser/launch.ts";
import { manyRecords } from "../vectors/consent/manyRecords.ts";
import { press } from "./harness/dataPage.ts";
import { shows } from "./harness/stage.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";
import { call, homeUrl, startBrowser, vaultPage } from "./harness/vault.ts";

const today = dayInTbilisi(Date.now());

describe("5,000 records", () => {
  let started: LaunchedBrowser;
  afterAll(() => started.close());
  it("are shown, searched and scrolled with few elements in the document", async () => {
    started = await startBrowser();
    const page = await vaultPage(started.browser, `${homeUrl}#data/exchange`);
    await page.bringToFront();
    await page.evaluate(async () => {
      const { vault } = globalThis as unknown as { vault: (...args: unknown[]) => Promise<unknown> };
      await vault("lock", "create", new TextEncoder().encode("ლურჯი მთა და სამი წყარო"));
    });
    await shows(page, text("data_import"));
    const file = join(mkdtempSync(join(tmpdir(), "moqalaqe-many-")), "many.jsonld");
    writeFileSync(file, exportRecords(manyRecords(5000), Date.now()));
    await (await page.waitForSelector("input[type=file]"))?.uploadFile(file);
    await shows(page, text("data_import_done", { COUNT: 5200, SKIPPED: 0 }), 60_000);
    await press(page, "data_tab_holdings");
    await shows(page, text("data_shown", { COUNT: 5000, TOTAL: 5000 }));
    expect(await page.$$eval(".long-row", (rows) => rows.length)).toBeLessThan(60);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForFunction(() => [...document.querySelectorAll(".long-row")].some((row) => row.getAttribute("aria-posinset") === "5000"), { polling: 50 });
    await page.evaluate(() => scrollTo(0, 0));
    const found = selectRows(rowsOf(ledgerOf(manyRecords(5000)), today), { ...everything, text: "ორგანიზაცია 17 დიაგნოზი" }).length;
    await page.type("input[type=search]", "ორგანიზაცია 17 დიაგნოზი");
    await shows(page, text("data_shown", { COUNT: found, TOTAL: 5000 }));
    // Whoever looks at one of them and comes back has the same search; opened anew, the list is whole.
    await page.$eval(".long-row a.data-row-name", (one) => (one as HTMLElement).click());
    await page.waitForFunction(() => location.hash.startsWith("#data/organisation/") && document.querySelector("article h3") !== null, { polling: 50 });
    await page.goBack();
    await shows(page, text("data_shown", { COUNT: found, TOTAL: 5000 }));
    expect(await page.$eval("input[type=search]", (one) => one.value)).toBe("ორგანიზაცია 17 დიაგნოზი");
    expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain("დიაგნოზი");
    await press(page, "data_tab_organisations");
    await press(page, "data_tab_holdings");
    await shows(page, text("data_shown", { COUNT: 5000, TOTAL: 5000 }));
  });

  it("stand in the time line by years, of which few lines are in the document; one organisation's, and a search in them, at once", async () => {
    const [page] = (await started.browser.pages()).filter((one) => one.url().includes("#data"));
    if (!page) throw new Error("no page shows the records");
    await press(page, "data_tab_history");
    await shows(page, text("data_shown", { COUNT: 5000, TOTAL: 5000 }));
    expect(await page.$$eval(".data-history h3", (all) => all.map((one) => one.innerText))).toEqual(Array.from({ length: 15 }, (_, i) => String(2024 - i)));
    expect(await page.$$eval(".long-row", (rows) => rows.length)).toBeLessThan(60);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForFunction(() => document.querySelector(".data-history:last-of-type .long-row:last-child time")?.textContent?.endsWith("2010"), { polling: 50 });
    expect(await page.$$eval(".long-row", (rows) => rows.length)).toBeLessThan(80);
    await page.evaluate(() => scrollTo(0, 0));
    const [, organisations] = await page.$$("form[role=search] select");
    await organisations?.select(await page.$eval("form[role=search] select:last-of-type", () => [...document.querySelectorAll("option")].find((one) => one.text.trim() === "ორგანიზაცია 17")?.value ?? ""));
    await shows(page, text("data_shown", { COUNT: 25, TOTAL: 5000 }));
    await page.type("input[type=search]", "2013");
    await shows(page, text("data_shown", { COUNT: manyRecords(5000).filter((one) => one.type === "holding" && one.organisationId.endsWith("000017") && one.since?.startsWith("2013")).length, TOTAL: 5000 }));
  });

  it("a fresh tab has the list first, and a whole record when its organisation is opened: what is changed there is kept", async () => {
    const page = await started.browser.newPage();
    // The browser is never idle: what nobody waits for comes when its time is over, and what has none not at all.
    await page.evaluateOnNewDocument(() => {
      globalThis.requestIdleCallback = (act, { timeout = 0 } = {}) => (timeout === 0 ? 0 : Number(setTimeout(() => act({ didTimeout: true, timeRemaining: () => 0 }), timeout)));
    });
    await page.goto(`${homeUrl}#data`);
    await page.bringToFront();
    await shows(page, text("data_shown", { COUNT: 5000, TOTAL: 5000 }), 60_000);
    await (await page.waitForSelector(".data-row-name"))?.evaluate((one) => (one as HTMLElement).click());
    await page.waitForFunction((count) => document.querySelectorAll("article > section.card .data-items").length === count, { polling: 50, timeout: 60_000 }, 25);
    // Of the whole record: no list shows it.
    await shows(page, text("data_confidence_own"));
    await page.$eval("details summary", (one) => one.click());
    const id = await page.$eval("details input[type=radio]", (one) => {
      one.click();
      return one.name.slice(0, 36);
    });
    const order = (): Promise<readonly string[]> => page.$$eval("details input[type=radio]", (all) => [...new Set(all.map((one) => one.name.slice(0, 36)))]);
    const before = await order();
    expect(before).toHaveLength(25);
    const list = await vaultPage(started.browser);
    await until(async () => JSON.stringify(await call(list, "records", "get", "consents", id)).includes('"entry":true'), "the answer is in the vault");
    await page.bringToFront();
    // Changed elsewhere, it is brought anew, and stands where it stood.
    const { value } = (await call(list, "records", "get", "consents", id)) as { readonly value: object };
    await call(list, "records", "put", "consents", id, { ...value, database: { name: "შეცვლილი ბაზა", location: null } });
    await shows(page, "შეცვლილი ბაზა");
    expect(await order()).toEqual(before);
    await press(page, "data_tab_holdings");
    await shows(page, text("data_shown", { COUNT: 5000, TOTAL: 5000 }));
    // Paper has no button for more.
    await press(page, "data_tab_flows");
    await page.waitForFunction((most) => document.querySelectorAll(".data-table tbody tr").length === most, { polling: 50 }, 200);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.waitForFunction((most) => document.querySelectorAll(".data-table tbody tr").length > most, { polling: 50 }, 200);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.waitForFunction((most) => document.querySelectorAll(".data-table tbody tr").length === most, { polling: 50 }, 200);
  });
});
