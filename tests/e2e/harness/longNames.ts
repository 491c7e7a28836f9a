// Names and texts without a blank, as long as a file may bring them.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { consentOf, happened, holdingOf, organisationOf, requestOf } from "../../unit/consent/build.ts";
import { go } from "./dataPage.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";
import { call } from "./vault.ts";
import { isWide } from "./windowSize.ts";

const [organisationId, holdingId, consentId, requestId] = ["51", "52", "53", "54"].map((end) => `7f0b1c2d-0000-4000-8000-0000000000${end}`) as [string, string, string, string];
const long = "საქართველოს".repeat(27);

/** On a telephone nothing of them makes a view wider than the window. */
export async function longNamesFit(page: Page): Promise<void> {
  const records = [
    ["organisations", organisationOf({ id: organisationId, name: long, address: long, responsible: long, website: `https://${"a".repeat(200)}.example` })],
    ["consents", holdingOf({ id: holdingId, organisationId, database: { name: long, location: long }, purposes: [long], basisText: long, data: [{ name: long, special: "health" }], recipients: [{ name: `${long}ი`, organisationId: null, role: "thirdParty", purpose: long }], retention: { until: null, duration: null, text: long }, since: "2026-01-02" })],
    ["consents", consentOf({ id: consentId, organisationId, holdingId, purpose: long, text: long, withdrawal: long })],
    ["requests", { ...requestOf("access", "self", [happened("sent", "2026-11-02"), happened("received", "2026-11-03")]), id: requestId, organisationId, holdingId }],
  ] as const;
  await call(page, "records", "commit", JSON.parse(JSON.stringify(records.map(([collection, value]) => ({ collection, id: value.id, value })))));
  await page.setViewport({ width: 320, height: 900 });
  await isWide(page, 320);
  const wide: string[] = [];
  for (const hash of ["holdings", "organisations", "requests", "flows", "history", `organisation/${organisationId}`, `who/${organisationId}`, `edit/${holdingId}`, `consent/${consentId}`, `request/${requestId}`, `ask/erase/${organisationId}/${holdingId}`]) {
    await go(page, `#data/${hash}`);
    await isWide(page, 320);
    // What is shown has come when its own words are there, in the text or in a field.
    await page.waitForFunction((words) => document.body.innerText.includes(words) || [...document.querySelectorAll("input, textarea")].some((one) => (one as HTMLInputElement).value.includes(words)), { polling: 50 }, long.slice(0, 22));
    await isWide(page, 320);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (sideways > 0) wide.push(`${hash}: ${sideways}`);
  }
  await page.setViewport(null);
  await go(page, "#data/exchange");
  await shows(page, text("data_import"));
  expect(wide).toEqual([]);
}
