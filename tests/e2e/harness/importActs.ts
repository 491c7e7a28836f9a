// A file of another program's in "Who holds my data".
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { fill, go, press } from "./dataPage.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";
import { call } from "./vault.ts";

/** It comes in, goes again with one click, and is put back; its days are Tbilisi's, whatever zone the computer is in. */
export async function foreignFile(page: Page): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "mq-foreign-"));
  const file = join(folder, "theirs.jsonld");
  writeFileSync(file, JSON.stringify({ "@context": "https://w3id.org/dpv", "@type": "ConsentRecord", hasDataController: { hasName: "Acme" }, hasPurpose: "Research", hasConsentStatus: [{ "@type": "ConsentGiven", isIndicatedAtTime: "2026-11-20T00:30:00" }, { "@type": "ConsentRequested", isIndicatedAtTime: "2026-11-22" }] }));
  const acme = async (): Promise<readonly { readonly id: string }[]> => ((await call(page, "records", "list", "organisations")) as readonly { readonly id: string; readonly value: { readonly name?: string } }[]).filter(({ value }) => value.name === "Acme");
  try {
    await page.emulateTimezone("America/New_York");
    await go(page, "#data/exchange");
    await shows(page, text("data_import"));
    await (await page.waitForSelector("input[type=file]"))?.uploadFile(file);
    await shows(page, text("data_import_done", { COUNT: 3, SKIPPED: 0 }));
    expect(await acme()).toHaveLength(1);
    await press(page, "data_import_undo");
    await until(async () => (await acme()).length === 0, "what came with the file is gone again");
    await shows(page, text("data_removed", { NAME: "Acme" }));
    await press(page, "data_put_back");
    await shows(page, "Research");
    // Asked once more, it is given still; and given on the day that the file says.
    const [given] = await page.$$eval("section[aria-labelledby=consents-title] li", (all) => all.map((one) => (one as HTMLElement).innerText));
    expect(given).toContain(text("data_state_given"));
    expect(given).toContain("20.11.2026");
    await press(page, "data_withdraw");
    await go(page, "#data/history");
    await shows(page, "20.11.2026");
    await go(page, `#data/consent/${((await call(page, "records", "list", "consents")) as readonly { readonly id: string; readonly value: { readonly type: string; readonly purpose?: string } }[]).find(({ value }) => value.type === "consent" && value.purpose === "Research")?.id ?? ""}`);
    await shows(page, "20.11.2026");
    await shows(page, "22.11.2026");
    await ownEventOfThePast(page);
  } finally {
    await page.emulateTimezone();
    rmSync(folder, { recursive: true });
  }
}

/** On the form of that consent: how it was given nobody said; a last day before it was given is said at its field; what the person enters for a past day can be taken back, and what the file brought cannot. */
async function ownEventOfThePast(page: Page): Promise<void> {
  const place = await page.evaluate(() => location.hash);
  expect(await page.$$eval("select", (all) => all.map((one) => one.selectedOptions[0]?.textContent))).toContain(text("data_form_unstated"));
  await page.waitForFunction((words: string) => !document.body.innerText.includes(words), { polling: 50 }, text("data_event_remove"));
  await fill(page, "data_consent_until", "1.11.2026");
  await press(page, "data_save");
  await page.waitForFunction((words: string) => document.activeElement?.getAttribute("aria-invalid") === "true" && document.activeElement.closest("label")?.innerText.includes(words), { polling: 50 }, text("data_consent_before", { DATE: "20.11.2026" }));
  await fill(page, "data_consent_until", "");
  await fill(page, "data_consent_event", "withdrawn");
  await fill(page, "data_on_other", "23.11.2026");
  const saved = async (): Promise<void> => {
    await press(page, "data_save");
    await page.waitForFunction(() => location.hash.startsWith("#data/organisation/"), { polling: 50 });
  };
  await saved();
  await go(page, place);
  await press(page, "data_event_remove");
  await press(page, "data_event_remove_yes");
  await saved();
  // It is given again: it can be taken back.
  await press(page, "data_withdraw");
}
