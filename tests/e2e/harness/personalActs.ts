// The panel beside the person's own page, by keyboard alone.
import type { Frame, Page } from "puppeteer";
import { bringToKeys, enterIn, tabIn } from "./keys.ts";
import { panelShows } from "./panels.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";
import { call, type VaultScope } from "./vault.ts";
import { keepsKeyboard, takeBack, walk } from "./walk.ts";

const favourite = { url: "https://www.my.gov.ge/services/address", title: "მისამართის ცნობა", needsCard: false, category: null, group: "" };

/** Walks it with everything in it that it can have; then one of the last documents leads to where it can be looked at and signed. */
export async function walkPersonal(page: Page, frame: Frame, home: Page): Promise<void> {
  await home.evaluate(async (one) => {
    await chrome.storage.local.set({ favourites: { entries: [one], recent: [] } });
    await (globalThis as unknown as VaultScope).vault("documents", "add", new File(["1"], "ბოლო.txt", { type: "text/plain" }), { name: "ბოლო.txt", type: "text/plain" });
  }, favourite);
  await panelShows(frame, "ბოლო.txt");
  await panelShows(frame, favourite.title);
  await walk(page, frame);
  await removeAndCompare(page, frame, home);
  await enterIn(page, frame, "ბოლო.txt");
  await home.waitForSelector('::-p-xpath(//h2[@id="document-title"][contains(., "ბოლო.txt")])');
  await home.evaluate(async () => {
    location.hash = "help";
    await chrome.storage.local.remove("favourites");
  });
  await bringToKeys(page, frame);
}

/** What was kept is removed and had back; then it is kept anew, and compared with the older one. */
async function removeAndCompare(page: Page, frame: Frame, home: Page): Promise<void> {
  const kept = async (): Promise<number> => ((await call(home, "records", "list", "snapshots")) as readonly unknown[]).length;
  const before = await kept();
  await enterIn(page, frame, text("own_remove", { DATE: "" }).trim());
  await until(async () => (await kept()) === before - 1, "one is removed");
  await takeBack(page, frame);
  await until(async () => (await kept()) === before, "and is back");
  await keepsKeyboard(frame);
  await frame.waitForSelector("article:has(.register-cells li)");
  const changed = await frame.$eval("article:has(.register-cells li) h3", (one) => one.textContent ?? "");
  await enterIn(page, frame, text("own_keep", { TITLE: changed }));
  await until(async () => (await kept()) === before + 1, "kept anew");
  await keepsKeyboard(frame);
  await tabIn(page, frame, text("own_compare"));
  const differs = (): Promise<boolean> => frame.evaluate(() => Boolean(document.activeElement?.closest("article")?.querySelector(".register-cells li")));
  await until(async () => !(await differs()), "the newest says the same");
  await page.keyboard.press("ArrowDown");
  await until(differs, "the older one does not");
}
