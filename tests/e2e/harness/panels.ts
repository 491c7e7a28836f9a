// The extension's panels in portal pages, as a person uses them.
import type { Frame, Page } from "puppeteer";
import { settledShape, violations } from "./axe.ts";
import { picture, thorough, worthALook } from "./look.ts";
import { clickOverlay, overlayElements, overlayTexts, panelFrame } from "./overlay.ts";
import { until } from "./until.ts";
import { fillsItsPlace, isWide } from "./windowSize.ts";

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until one of the page's pills says so. */
export async function says(page: Page, wanted: string | RegExp): Promise<void> {
  await until(async () => (await overlayTexts(page, "pill-text")).some((one) => (typeof wanted === "string" ? one.includes(wanted) : wanted.test(one))), `the page's pill says ${String(wanted)}`);
}

/** Opens the panel of the pill whose words begin so, for somebody who only looks at it. */
export async function openToSee(page: Page, nth = 0): Promise<Frame> {
  // One that is just being closed would be taken for the one that opens.
  await until(async () => (await overlayElements(page, "panel")).every((one) => one.hidden), "no panel is open");
  await clickOverlay(page, "pill-act", null, nth);
  return panelFrame(page);
}

/** The same, to do something in it: its frame is acted on only once it was seen, see [Note: seen before acted on]. */
export async function openPanel(page: Page, nth = 0): Promise<Frame> {
  const frame = await openToSee(page, nth);
  await takesClicks(frame);
  return frame;
}

/** Clicks the panel's name until the panel lets a click through: it does so only once it has been seen long enough. */
export async function takesClicks(frame: Frame): Promise<void> {
  const click = async (): Promise<boolean> => {
    await frame.evaluate(() => {
      const scope = globalThis as { takesClicks?: boolean };
      if (scope.takesClicks === undefined) document.addEventListener("pointerdown", () => (scope.takesClicks = true), true);
      // Anew each time: what was taken before the panel was covered says nothing of now.
      scope.takesClicks = false;
    });
    await (await frame.$(".panel-head h1"))?.click();
    return frame.evaluate(() => (globalThis as { takesClicks?: boolean }).takesClicks === true);
  };
  // A frame that is taken away while it is asked may never answer; one that is only slow is not clicked a second time meanwhile.
  const late = (): Promise<boolean> => new Promise((resolve) => setTimeout(() => resolve(false), 15_000));
  await until(() => Promise.race([click().catch(() => false), late()]), "the panel takes clicks", 90_000);
}

/** Clicks at a place of the page, and returns when the frame that lies there has heard it and whatever it asked for then is answered. */
export async function clickHeard(page: Page, frame: Frame, x: number, y: number): Promise<void> {
  const heard = (): Promise<number> => frame.evaluate(() => (globalThis as { clicksHeard?: number }).clicksHeard ?? 0);
  await frame.evaluate(() => {
    const scope = globalThis as { clicksHeard?: number };
    // The window's own, before anything of the panel holds it back.
    if (scope.clicksHeard === undefined) addEventListener("click", () => (scope.clicksHeard = (scope.clicksHeard ?? 0) + 1), true);
    scope.clicksHeard = 0;
  });
  await page.mouse.click(x, y);
  await until(async () => (await heard()) === 1, "the click is heard in the frame");
  await answered(frame);
}

/** The service worker has answered a question of this frame, and so all that were asked before it. */
export async function answered(frame: Frame): Promise<void> {
  await frame.evaluate(async () => void (await chrome.runtime.sendMessage({ kind: "frame/redeem", nonce: "0".repeat(32) })));
}

export async function press(frame: Frame, label: string): Promise<void> {
  const button = await frame.waitForSelector(`::-p-xpath(//button[normalize-space()="${label}"])`, { timeout: 45_000 });
  // What has gone under the panel's head counts as seen: a click there would fall on the head.
  await button?.evaluate((one) => one.scrollIntoView({ block: "center", behavior: "instant" }));
  await button?.click();
}

export async function panelShows(frame: Frame, wanted: string): Promise<void> {
  // A frame that is taken away while it is asked may never answer.
  const words = (): Promise<string> => Promise.race([frame.evaluate(() => document.body.innerText).catch(() => ""), pause(5_000).then(() => "")]);
  await until(async () => (await words()).includes(wanted), `the panel shows ${wanted}`);
}

/** Names of what is never asked for in a page: PIN, PUK, the vault's passphrase and recovery code, in both languages. */
const secrets = "\\bPIN|\\bPUK|passphrase|recovery code|საიდუმლო ფრაზ|აღდგენის კოდ|პინ[ ‑-]?კოდ";

/** Fields of a panel that ask for such a thing, or hide what is typed into them as if they did. */
export async function asksForSecrets(frame: Frame): Promise<readonly string[]> {
  return await frame.evaluate((names) => {
    const fields = [...document.querySelectorAll<HTMLElement>("input, textarea, select, [contenteditable], [role=textbox], .pin-field, .secret-field")];
    return fields.flatMap((one) => {
      const labels = "labels" in one ? [...((one as HTMLInputElement).labels ?? [])].map(({ textContent }) => textContent) : [];
      const around = one.closest("fieldset")?.querySelector("legend")?.textContent;
      const said = [...labels, around, one.getAttribute("aria-label"), one.getAttribute("placeholder"), one.getAttribute("name"), one.getAttribute("autocomplete")].join(" ");
      const hides = one.matches("[type=password], [autocomplete$=password], [autocomplete=one-time-code], .pin-field, .secret-field") || (getComputedStyle(one) as unknown as { readonly webkitTextSecurity?: string }).webkitTextSecurity !== "none";
      return hides || new RegExp(names, "iu").test(said) ? [`it asks for a secret: ${one.outerHTML.slice(0, 120)} (${said.trim()})`] : [];
    });
  }, secrets);
}

/** What axe-core finds wrong in a panel, whether something is cut off sideways, and whether it asks for what no panel asks for. */
export async function violationsOf(frame: Frame, rules: "all" | "colours" | "layout" = "all"): Promise<readonly string[]> {
  const wide = await frame.evaluate(() => {
    const root = document.getElementById("root");
    return root ? root.scrollWidth - root.clientWidth : 0;
  });
  return [...(await violations(frame, rules)), ...(await asksForSecrets(frame)), ...(wide > 0 ? [`${wide} pixels too wide`] : [])];
}

type Metrics = (width: number, height?: number) => Promise<unknown>;

/** How wide and high the window is, for whoever looks. */
export async function metricsOf(page: Page): Promise<{ readonly metrics: Metrics; readonly usual: () => Promise<unknown> }> {
  const client = await page.createCDPSession();
  return {
    metrics: async (width, height = 800) => {
      await client.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
      await isWide(page, width);
    },
    usual: () => client.send("Emulation.clearDeviceMetricsOverride"),
  };
}

/** Looks at a panel that is open, at three widths, light and (`worthALook`) dark. */
export async function lookInside(page: Page, frame: Frame, metrics: Metrics, lang: "ka" | "en", name: string, folder: string): Promise<readonly string[]> {
  const wrong: string[] = [];
  // In which inner size the panel was looked at, and of which elements and words it was asked for everything.
  const done = new Set<string>();
  let whole = "";
  for (const width of [320, 768, 1440]) {
    await metrics(width);
    await fillsItsPlace(frame);
    const inner = await frame.evaluate(() => `${innerWidth}×${innerHeight}`);
    // From a certain width on a panel is as wide as it gets: its document can't tell one window from the other.
    if (done.has(inner) && !thorough) continue;
    done.add(inner);
    for (const scheme of ["light", "dark"] as const) {
      if (!worthALook(lang, scheme)) continue;
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }, { name: "prefers-reduced-motion", value: "reduce" }]);
      const now = await settledShape(frame);
      wrong.push(...(await violationsOf(frame, now === whole ? "layout" : "all")).map((one) => `${name} ${lang} ${width} ${scheme}: ${one}`));
      whole = now;
      await picture(page, `${folder}${name}-${lang}-${width}-${scheme}.png`);
    }
  }
  return wrong;
}

/**
 * Looks at an open panel in both languages, at three widths, light and (`worthALook`) dark.
 * @param also what else is done in it while it is open, in a window as wide as a telephone's
 */
export async function lookAt(page: Page, open: () => Promise<Frame>, language: (value: "ka" | "en") => Promise<void>, name: string, folder: string, also: (frame: Frame, lang: "ka" | "en") => Promise<void> = async () => {}): Promise<readonly string[]> {
  const { metrics, usual } = await metricsOf(page);
  const wrong: string[] = [];
  // A language that was only what nobody had chosen becomes a chosen one: the tools start anew, with the same words as before.
  await language("en");
  for (const lang of ["ka", "en"] as const) {
    await language(lang);
    await page.bringToFront();
    await metrics(320);
    const frame = await open();
    await also(frame, lang);
    wrong.push(...(await lookInside(page, frame, metrics, lang, name, folder)));
    // As at 400 % in a usual window: most of it is for what the panel says, wherever one has scrolled to.
    await metrics(320, 256);
    await until(() => frame.evaluate(() => innerHeight <= 256), "the panel is as low as the window");
    const above = await frame.evaluate(() => {
      document.getElementById("root")?.scrollTo(0, 1e6);
      return Math.max(0, document.querySelector(".panel-head")?.getBoundingClientRect().bottom ?? 0) / innerHeight;
    });
    if (above > 0.4) wrong.push(`${name} ${lang} 320×256: the head takes ${Math.round(100 * above)} % of the window`);
    await page.keyboard.press("Escape");
    // The handle has the keyboard again, and makes the next frame ready out of sight.
    await until(async () => (await overlayElements(page, "panel")).every((one) => one.hidden), "the panel is closed");
  }
  await usual();
  await language("ka");
  return wrong;
}
