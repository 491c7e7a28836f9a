// "Who holds my data" in the portal's page: where it leads, by keyboard alone, when there is nothing, when something is urgent, and
// when something can't be read.
import type { Frame, Page } from "puppeteer";
import { isoOf } from "../../../src/consent/calendar/day.ts";
import { exportRecords } from "../../../src/consent/record/exportFile.ts";
import { happened, requestOf } from "../../unit/consent/build.ts";
import { backTo, enterIn } from "./keys.ts";
import { ledTo } from "./ledTo.ts";
import type { TestVault } from "./openVault.ts";
import { panelShows } from "./panels.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";
import { call } from "./vault.ts";

/** Each of these names leads to its place of the home page, and the same panel is there afterwards. @param meanwhile done while it is behind the home page */
export async function leadsTo(page: Page, frame: Frame, vault: TestVault, ways: readonly (readonly [name: string, place: string])[], meanwhile: () => Promise<unknown> = async () => undefined): Promise<void> {
  for (const [name, place] of ways) {
    await enterIn(page, frame, name);
    await ledTo(vault.page, (url) => new URL(url).hash.startsWith(place), `the home page is at ${place}`);
    await vault.page.evaluate(() => (location.hash = "help"));
    await meanwhile();
    await backTo(page, frame);
  }
}

/** Nothing is recorded yet. */
export async function beginsFromPanel(page: Page, frame: Frame, vault: TestVault): Promise<void> {
  await panelShows(frame, text("data_panel_empty"));
  await leadsTo(page, frame, vault, [[text("data_ask"), "#data/ask"], [text("data_add"), "#data/add"]]);
}

/** A request that nobody answered in its time, and a record that nobody can read. */
export async function actsFromPanel(page: Page, open: () => Promise<Frame>, vault: TestVault, organisationId: string, today: number): Promise<void> {
  const id = "0b8f0f1e-6a51-4c39-9f6e-0c4d5a3e7e77";
  const long = isoOf(today - 40);
  const late = { ...requestOf("access", "self", [happened("sent", long), happened("received", long)]), id, organisationId, reference: "2026-LATE" };
  exportRecords([late], Date.now());
  await call(vault.page, "records", "put", "requests", id, late, null);
  await call(vault.page, "records", "put", "consents", "unreadable", { type: "holding", of: "no kind that anybody knows" }, null);
  const frame = await open();
  await panelShows(frame, text("data_panel_overdue"));
  await panelShows(frame, text("data_panel_unreadable", { COUNT: 1 }));
  await leadsTo(page, frame, vault, [[`${text("data_panel_act")}: 2026-LATE`, `#data/request/${id}`]], () => call(vault.page, "records", "put", "consents", "unreadable too", { type: "holding", of: "no kind that anybody knows" }, null));
  await panelShows(frame, text("data_panel_unreadable", { COUNT: 2 }));
  await leadsTo(page, frame, vault, [[text("data_panel_unreadable_see"), "#data"]]);
  await page.keyboard.press("Escape");
  await until(() => frame.detached, "the panel is closed");
}
