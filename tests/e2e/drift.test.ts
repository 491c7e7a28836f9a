// The portal's pages change: every markup of the practice portal, and hundreds of random changes to each page. What is
// found is compared with what is there; a wrong find is a failure, a missed one is counted.
import { mkdirSync } from "node:fs";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import fixtures from "../../src/portal/sites/my-gov-ge.fixtures.json" with { type: "json" };
import siteData from "../../src/portal/sites/my-gov-ge.json" with { type: "json" };
import { services } from "../virtual/portal/content.ts";
import { markups } from "../virtual/portal/markup/markups.ts";
import { samplePages } from "../virtual/portal/forms/samplePages.ts";
import type * as Detectors from "./harness/detectorsEntry.ts";
import { livesOn } from "./harness/livePage.ts";
import { builtAlone, detectorScript } from "./harness/detectors.ts";
import type * as Drifting from "./harness/driftEntry.ts";
import type { Truth } from "./harness/driftEntry.ts";
import { covered } from "./harness/edges.ts";
import { slippingAway } from "./harness/heldPills.ts";
import { picture, screensFolder } from "./harness/look.ts";
import { signIn } from "./harness/signIn.ts";
import { Stage } from "./harness/stage.ts";

type Tools = { readonly detectors: typeof Detectors };
const own = services.map((one) => `https://www.my.gov.ge/services/${one.id}`);
/** Lies in the portal's own store. */
const stored = "diplomi.pdf";
const random = process.env["SLOW"] ? 1_000 : 200;

describe("the portal's pages, as they are and as they may become", () => {
  let stage: Stage;
  let page: Page;
  let script = "";
  let sample: ReturnType<typeof samplePages>;
  beforeAll(async () => {
    script = await detectorScript();
    stage = await Stage.set({ unplugged: true });
    sample = samplePages(stage.portal.office);
    stage.portal.office.keep(stored, new Uint8Array(10));
    page = await stage.browser.newPage();
    // A person's own pages are for somebody who is signed in.
    await signIn(stage, page);
  });
  afterAll(async () => {
    await stage.close();
  });
  const open = async (path: string, markup: string): Promise<void> => {
    await page.goto(`https://www.my.gov.ge${path}?markup=${markup}`, { waitUntil: "load" });
    await page.evaluate(script.replace(/^var detectors ?=/m, "globalThis.detectors ="));
  };

  it("each rule of the site data matches its fixture as often as it says", async () => {
    await open("/services", "classic");
    const twins: Readonly<Record<string, Readonly<Record<string, readonly (readonly (string | number)[])[]>>>> = fixtures;
    const rules = siteData.generations.flatMap(({ name, anchors }) => Object.entries(anchors).map(([id, { selector }]) => ({ id, selector, holds: twins[name]?.[id] ?? [] })));
    expect(rules.every(({ holds }) => holds.length > 0)).toBe(true);
    const { paths } = sample;
    for (const { id, selector, holds } of rules) {
      for (const [count, fixture] of holds) {
        const [markup = "", name = ""] = String(fixture).split("/");
        await open(paths[name] ?? `/${name}`, markup);
        const found = await page.evaluate((css) => document.querySelectorAll(css).length, selector);
        expect(found, `${id} in ${fixture}`).toBe(count);
      }
    }
  });

  it.each(markups.map((one) => one.name))("words alone find at least 80 % of the anchors, and nothing wrong: %s", async (markup) => {
    await open("/services", markup);
    const links = await page.evaluate(() => {
      const { words, describeService } = (globalThis as unknown as Tools).detectors;
      return words["service-link"](document).map((link) => describeService(link));
    });
    expect(links.filter((one) => !own.includes(one.url))).toEqual([]);
    expect(new Set(links.map((one) => one.url)).size / services.length).toBeGreaterThanOrEqual(0.8);
    const right = links.filter((one) => services.some((service) => one.url.endsWith(`/${service.id}`) && service.title === one.title && service.category === one.category && service.needsCard === one.needsCard));
    expect(right.length / links.length, "title, category and card mark").toBeGreaterThanOrEqual(0.8);
    let sheets = 0;
    for (const service of services.slice(0, 10)) {
      await open(`/services/${service.id}`, markup);
      const found = await page.evaluate(() => {
        const { words } = (globalThis as unknown as Tools).detectors;
        return { sheets: words["service-page"](document).map((one) => one.querySelector("h1, [role=heading]")?.textContent?.trim()), links: words["service-link"](document).map((one) => one.href) };
      });
      expect(found.links.filter((url) => !own.includes(url))).toEqual([]);
      expect(found.sheets.filter((title) => title !== service.title)).toEqual([]);
      sheets += found.sheets.length;
    }
    expect(sheets).toBeGreaterThanOrEqual(8);
  });

  it.each(markups.map((one) => one.name))(`${random} random changes of each kind of page never make it find something wrong, take one thing for another, name it wrongly, or fail: %s`, { timeout: 120_000 }, async (markup) => {
    const drifting = (await builtAlone("driftEntry", "drifting")).replace(/^var drifting ?=/m, "globalThis.drifting =");
    const wrong: string[] = [];
    const found: Record<string, number> = {};
    for (const [at, [kind, path]] of Object.entries(sample.paths).entries()) {
      await page.goto(`https://www.my.gov.ge${path}?markup=${markup}`, { waitUntil: "load" });
      await page.evaluate(drifting);
      const truth: Truth = {
        rounds: random, seed: 7 + at, services: Object.fromEntries(services.map(({ id, title }) => [`https://www.my.gov.ge/services/${id}`, title])), number: sample.number, files: [stored, "cnoba.pdf"],
        cells: Object.fromEntries(stage.portal.registry.registers().map(({ id, rows }) => [id === "civil-acts" ? "civilActs" : id, rows.flat()])),
        asks: kind.startsWith("password"), knows: kind === "personal",
      };
      const judged = await page.evaluate((one) => (globalThis as unknown as { readonly drifting: typeof Drifting }).drifting.drift(one), truth);
      wrong.push(...judged.wrong.slice(0, 3).map((one) => `${kind}: ${one}`));
      if (judged.found !== null) found[kind] = judged.found / random;
    }
    expect(wrong).toEqual([]);
    // What could never find anything would never find anything wrong.
    expect(Object.keys(found)).toEqual(expect.arrayContaining(["services", "service", "apply", "apply-signed", "sent", "answer", "terms", "service-terms", "notices", "documents", "personal", "civil-acts", "property", "crossings", "profile", "password-change", "register", "registered"]));
    expect(Object.entries(found).filter(([, share]) => share < 0.4)).toEqual([]);
  });

  it("handles and pills cover each other in no window, however many have how much to say", { timeout: 120_000 }, async () => {
    mkdirSync(screensFolder, { recursive: true });
    await page.goto("https://www.my.gov.ge/services?markup=classic", { waitUntil: "load" });
    await page.bringToFront();
    const shot = async (name: string): Promise<void> => {
      if (/ka-320x/.test(name)) await picture(page, `${screensFolder}${name}.png`);
    };
    expect([...(await covered(page, "ka", shot)), ...(await covered(page, "en", shot))]).toEqual([]);
  });

  it("a button that the pointer has come to stays under it, whichever of the pills grow or shrink then", { timeout: 120_000 }, async () => {
    await page.goto("https://www.my.gov.ge/services?markup=classic", { waitUntil: "load" });
    await page.bringToFront();
    expect(await slippingAway(page)).toEqual([]);
  });

  it.each(markups.map((one) => one.name))("a slow network, a list without end, steps within the page, and a page that draws itself anew: no failure, no star at the wrong place: %s", { timeout: 120_000 }, (markup) => livesOn(stage, markup));
});
