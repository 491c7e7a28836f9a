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
import { detectorScript } from "./harness/detectors.ts";
import { covered } from "./harness/edges.ts";
import { picture, screensFolder } from "./harness/look.ts";
import { signIn } from "./harness/signIn.ts";
import { Stage } from "./harness/stage.ts";

type Tools = { readonly detectors: typeof Detectors };
const own = services.map((one) => `https://www.my.gov.ge/services/${one.id}`);
const random = process.env["SLOW"] ? 1_000 : 200;

describe("the portal's pages, as they are and as they may become", () => {
  let stage: Stage;
  let page: Page;
  let script = "";
  beforeAll(async () => {
    script = await detectorScript();
    stage = await Stage.set({ unplugged: true });
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
    const { paths } = samplePages(stage.portal.office);
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

  it.each(markups.flatMap((one) => [[one.name, "/services"], [one.name, "/services/extract"]] as const))(`${random} random changes never make it find something wrong, or fail: %s %s`, async (markup, path) => {
    await open(path, markup);
    const wrong = await page.evaluate(
      (count, known) => {
        const { detectors } = globalThis as unknown as Tools;
        const pristine = document.body.innerHTML;
        const out: string[] = [];
        const titles = new Set(["h1", "h2"]);
        // A generator of our own, so that a failure can be had again.
        let seed = 1;
        const next = (below: number): number => {
          seed = (seed * 48_271) % 2_147_483_647;
          return seed % below;
        };
        const pick = <T,>(list: ArrayLike<T>): T | undefined => list[next(Math.max(list.length, 1))];
        const decoys = ["/help", "/services", "/services?page=2", "https://example.org/services/1", "/profile", "/services/extract/apply", "#top", "mailto:info@my.gov.ge"];
        const changes: ((element: Element) => void)[] = [
          (one) => one.remove(),
          (one) => one.setAttribute("class", `x${next(1_000)}`),
          (one) => one.removeAttribute("role"),
          (one) => one.parentElement?.prepend(one),
          (one) => {
            const box = document.createElement("div");
            one.replaceWith(box);
            box.append(one);
          },
          (one) => {
            if (titles.has(one.localName)) one.textContent = "სხვა სათაური";
          },
          (one) => {
            const link = document.createElement("a");
            link.href = pick(decoys) ?? "/help";
            link.textContent = pick(["ყველა", "დახმარება", "სერვისი", "შემდეგი", "ინფორმაცია"]) ?? "";
            one.append(link);
          },
          (one) => one.parentElement?.append(one.cloneNode(true)),
          (one) => one.replaceWith(...one.childNodes),
          (one) => one.setAttribute("style", "display:none"),
        ];
        for (let round = 0; round < count; round += 1) {
          document.body.innerHTML = pristine;
          const depth = 1 + next(12);
          for (let step = 0; step < depth; step += 1) {
            const target = pick(document.body.querySelectorAll("*"));
            const change = pick(changes);
            if (target && change) change(target);
          }
          try {
            for (const element of detectors.lookFor(document, "service-link").elements) {
              const { url, title } = detectors.describeService(element as HTMLAnchorElement);
              if (!known.includes(url)) out.push(`round ${round}: ${url} ${title}`);
            }
            if (detectors.lookFor(document, "service-page").elements.length > 1) out.push(`round ${round}: two service pages`);
          } catch (error) {
            out.push(`round ${round}: ${String(error)}`);
          }
        }
        document.body.innerHTML = pristine;
        return out;
      },
      random,
      own,
    );
    expect(wrong.slice(0, 10)).toEqual([]);
  });

  it.each(markups.map((one) => one.name))(`${random} random changes of what institutions and the portal say never make one thing of another: %s`, async (markup) => {
    const sample = samplePages(stage.portal.office);
    const here: Readonly<Record<string, string>> = { terms: "terms", "service-terms": "service-terms", answer: "answer", notices: "notice", sent: "confirmation", documents: "document-store", personal: "personal-page", register: "registration" };
    const faults: string[] = [];
    for (const [kind, anchor] of Object.entries(here)) {
      await open(sample.paths[kind] ?? "", markup);
      const wrong = await page.evaluate(
        (count, expected, number) => {
          const { detectors } = globalThis as unknown as Tools;
          const pristine = document.body.innerHTML;
          const out: string[] = [];
          let seed = 3;
          const next = (below: number): number => ((seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) >>> 8) % below;
          const changes: ((one: Element, other: Element) => void)[] = [
            (one) => one.remove(),
            (one) => one.setAttribute("class", `x${next(99)}`),
            (one) => one.removeAttribute("role"),
            (one, other) => void (one.contains(other) || other.append(one)),
            (one) => one.parentElement?.prepend(one),
            (one) => one.replaceWith(...one.childNodes),
          ];
          for (let round = 0; round < count; round += 1) {
            document.body.innerHTML = pristine;
            for (let step = 0; step <= next(6); step += 1) {
              const all = document.body.querySelectorAll("*");
              const [one, other] = [all[next(all.length)], all[next(all.length)]];
              if (one && other) changes[next(changes.length)]?.(one, other);
            }
            try {
              // What is asked of the headings first never hides what the closer look would find.
              for (const [id, words] of Object.entries(detectors.headWords) as [keyof typeof detectors.headWords, readonly string[]][]) {
                if ((detectors.byWords[id]?.(document) ?? []).length > 0 && !words.some((one) => detectors.pageFacts(document).head.includes(one))) out.push(`round ${round}: the headings hide ${id}`);
              }
              out.push(...detectors.uncalled(document).map((one) => `round ${round}: ${one}`));
              for (const id of ["terms", "service-terms", "answer", "notice", "confirmation", "application-form"] as const) {
                const { elements } = detectors.lookFor(document, id);
                if (elements.length > 0 && id !== expected) out.push(`round ${round}: ${id}`);
                // Words that stand together in the page may be read together, as a person would.
                if (id === "answer" && elements[0] && detectors.registrationNumber(elements[0])?.includes(number) === false) out.push(`round ${round}: number ${detectors.registrationNumber(elements[0])}`);
              }
              detectors.lookFor(document, "document-store");
            } catch (error) {
              out.push(`round ${round}: ${String(error)}`);
            }
          }
          document.body.innerHTML = pristine;
          return out;
        },
        random,
        anchor,
        sample.number,
      );
      faults.push(...wrong.slice(0, 3).map((one) => `${kind}: ${one}`));
    }
    expect(faults).toEqual([]);
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

  it.each(markups.map((one) => one.name))("a slow network, a list without end, steps within the page, and a page that draws itself anew: no failure, no star at the wrong place: %s", { timeout: 120_000 }, (markup) => livesOn(stage, markup));
});
