// Portal pages that keep frames away: by a sandbox without an origin in their own policy, or by a panel that stays silent.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { ledTo } from "./ledTo.ts";
import { picture, screensFolder } from "./look.ts";
import type { TestVault } from "./openVault.ts";
import { clickOverlay, focusedText, overlayElements, overlayTexts } from "./overlay.ts";
import { overlayViolations } from "./overlayAxe.ts";
import { openPanel, panelShows, says } from "./panels.ts";
import { shows, type Stage } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

/** @param path of a service that says for which data it asks */
export async function livesWithSandbox(stage: Stage, vault: TestVault, path: string): Promise<void> {
  const address = `https://www.my.gov.ge${path}`;
  const page = await stage.openPortal(path);
  const body = await page.evaluate(async () => await (await fetch(location.href)).text());
  const sandboxed = async (policy: string): Promise<Page> => {
    const tab = await stage.browser.newPage();
    await tab.setRequestInterception(true);
    tab.on("request", (request) => void (request.isNavigationRequest() && request.url() === address ? request.respond({ status: 200, contentType: "text/html; charset=utf-8", headers: { "content-security-policy": policy }, body }) : request.continue()));
    await tab.goto(address, { waitUntil: "load" });
    return tab;
  };
  const named = await sandboxed("sandbox allow-scripts allow-same-origin allow-forms");
  await named.bringToFront();
  await says(named, text("page_consent_special"));
  await panelShows(await openPanel(named), "ჯანმრთელობის მდგომარეობა");

  // Without an origin no frame of ours loads: the handles lead to our own page, say so, and nothing else is there.
  const nameless = await sandboxed("sandbox allow-scripts");
  await nameless.bringToFront();
  expect(await nameless.evaluate(() => globalThis.origin)).toBe("null");
  const handles = async (): Promise<readonly (string | null)[]> => (await overlayElements(nameless, "handle")).map(({ label }) => label);
  await until(async () => (await handles()).join() === [text("page_menu_open"), text("page_data_open")].join(), "the handles are there");
  const frames = nameless.frames().length;
  await clickOverlay(nameless, "handle-favourites");
  await ledTo(vault.page, (url) => url.endsWith("#help/favourites"), "our page with the favourites is there instead");
  await shows(vault.page, text("popup_favourites_none"));
  await nameless.bringToFront();
  await until(async () => (await overlayTexts(nameless, "sandbox-notice")).join() === text("page_sandboxed"), "it is said here");
  await picture(nameless, `${screensFolder}sandboxed.png`);
  // By keyboard as well; what the page makes up counts for nothing.
  await nameless.evaluate(() => (document.getElementsByTagName("moqalaqe-overlay")[0] as HTMLElement | undefined)?.click());
  await until(async () => {
    await nameless.keyboard.press("Tab");
    return (await focusedText(nameless)) === text("page_data_open");
  }, "the handle has the keyboard");
  await nameless.keyboard.press("Enter");
  await ledTo(vault.page, (url) => url.endsWith("#data"), "and with who holds the data");
  // What is switched off goes, and comes back, both of them too.
  for (const off of [["data"], ["data", "favourites"], ["favourites"], []]) {
    await vault.page.evaluate((featuresOff) => chrome.storage.local.set({ featuresOff }), off);
    await until(async () => (await handles()).length === 2 - off.length, "the handles are those of what is switched on");
  }
  expect([nameless.frames().length, (await overlayElements(nameless, "star")).length]).toEqual([frames, 0]);

  // A frame that can show nothing: it does not find its own root.
  await vault.page.evaluate(() => (location.hash = "help"));
  await page.evaluateOnNewDocument(() => {
    if (location.protocol === "chrome-extension:") Object.assign(document, { getElementById: () => null });
  });
  await page.bringToFront();
  await page.reload({ waitUntil: "load" });
  await says(page, text("page_consent_special"));
  await clickOverlay(page, "pill-act");
  await until(async () => (await overlayTexts(page, "panel-shell")).some((one) => one.includes(text("page_panel_closed"))), "the panel says that it stays empty");
  await until(async () => (await focusedText(page)) === text("page_panel_home"), "the way on has the keyboard");
  await picture(page, `${screensFolder}panel-silent.png`);
  for (const value of ["light", "dark"] as const) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
    expect((await overlayViolations(page)).wrong, value).toEqual([]);
  }
  await page.keyboard.press("Enter");
  await ledTo(vault.page, (url) => url.endsWith("#data"), "our own page is there instead");
  await vault.page.evaluate(() => (location.hash = "help"));
  await Promise.all([page, nameless, named].map((one) => one.close()));
}
