// A portal page that goes on living: slow, longer with each scroll, drawn anew, another one at the same place. Whatever its markup is.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { services } from "../../virtual/portal/content.ts";
import { type OverlayElement, overlayElements, placeOf } from "./overlay.ts";
import type { Stage } from "./stage.ts";
import { until } from "./until.ts";

const titles = services.map(({ title }) => title);
const added = "დამატებითი სერვისი";

const shown = async (page: Page): Promise<readonly OverlayElement[]> => (await overlayElements(page, "star")).filter((one) => !one.hidden);

/** Every star that can be seen stands beside a link, or a name, of the service that it names. */
async function wrongStars(page: Page): Promise<readonly string[]> {
  const stars = await Promise.all((await shown(page)).map(async (one) => ({ label: one.label ?? "", ...(await placeOf(page, one)) })));
  return await page.evaluate((all, known, more) => {
    const places = [...document.querySelectorAll<HTMLElement>("a[href], h1, [role=heading]")].map((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      // Where words follow on its line, the star stands behind them.
      return { words: one.textContent?.replaceAll(/\s+/g, " ") ?? "", box: { left, top, bottom, right: Math.max(right, one.parentElement?.getBoundingClientRect().right ?? 0) } };
    });
    return all.filter(({ label, x, y }) => {
      // The longest: one service's name may begin another's.
      const title = known.filter((one) => label.includes(one)).toSorted((a, b) => b.length - a.length)[0] ?? new RegExp(`${more} \\d+`).exec(label)?.[0] ?? "?";
      return !places.some(({ words, box }) => words.includes(title) && y > box.top - 16 && y < box.bottom + 16 && x > box.left - 16 && x < box.right + 48);
    }).map(({ label, x, y }) => `${label} at ${x} ${y}`);
  }, stars, titles, added);
}

/** Lengthens the page's last list whenever somebody comes near its end. */
async function withoutEnd(page: Page): Promise<void> {
  await page.evaluate((known, more) => {
    let made = 0;
    const links = (): HTMLAnchorElement[] => [...document.querySelectorAll<HTMLAnchorElement>("a[href*='/services/']")].filter((one) => known.some((title) => one.textContent?.includes(title)));
    addEventListener("scroll", () => {
      const link = links().at(-1);
      if (!link || made > 120 || scrollY + innerHeight < document.documentElement.scrollHeight - 300) return;
      // The entry is what has others like it around.
      let entry: Element = link;
      while (entry.parentElement && entry.parentElement.querySelectorAll("a[href*='/services/']").length < 2) entry = entry.parentElement;
      const title = known.find((one) => link.textContent?.includes(one)) ?? "";
      for (let i = 0; i < 30; i += 1) {
        made += 1;
        const copy = entry.cloneNode(true) as Element;
        for (const one of [copy, ...copy.querySelectorAll("a")]) if (one instanceof HTMLAnchorElement) one.setAttribute("href", `/services/more-${made}`);
        const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) node.nodeValue = node.nodeValue?.replace(title, `${more} ${made}`) ?? "";
        entry.parentElement?.append(copy);
      }
    });
  }, titles, added);
}

/** Puts another page, or this one as it was, into the place of what is seen; its address first, as pages that draw themselves do. */
async function stepTo(page: Page, path: string | null): Promise<void> {
  await page.evaluate(async (to) => {
    const place = (of: Document): Element => of.querySelector("main, [role=main]") ?? of.body;
    const scope = globalThis as unknown as { before?: string };
    if (to === null) {
      history.back();
      place(document).innerHTML = scope.before ?? "";
      return;
    }
    const next = new DOMParser().parseFromString(await (await fetch(to)).text(), "text/html");
    history.pushState(null, "", to);
    scope.before = place(document).innerHTML;
    place(document).replaceChildren(...place(next).childNodes);
    scrollTo(0, 0);
  }, path);
}

/** Stars follow all of that, each beside its own service, and the page hears of no failure. */
export async function livesOn(stage: Stage, markup: string): Promise<void> {
  const page = await stage.browser.newPage();
  const failures: string[] = [];
  page.on("pageerror", (error) => failures.push(String(error)));
  await page.setViewport({ width: 900, height: 700 });
  const client = await page.createCDPSession();
  const network = (latency: number, throughput: number): Promise<void> => client.send("Network.emulateNetworkConditions", { offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput });
  const settled = async (what: string, count: (stars: number) => boolean): Promise<void> => until(async () => count((await shown(page)).length) && (await wrongStars(page)).length === 0, `${markup}: ${what}`);
  await network(400, 15_000);
  await page.goto(`https://www.my.gov.ge/services?markup=${markup}`, { waitUntil: "domcontentloaded", timeout: 60_000 });
  await page.bringToFront();
  await settled("stars in spite of the slow network", (count) => count > 2);
  await network(0, -1);

  await withoutEnd(page);
  for (let i = 0; i < 8; i += 1) {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await until(async () => (await page.evaluate(() => scrollY)) > 0, "scrolled");
  }
  await until(async () => (await overlayElements(page, "star")).some((one) => one.label?.includes(added) === true), `${markup}: the new ones have stars`);
  await settled("stars of the long list", (count) => count > 0);

  // Drawn anew again and again, as frameworks do.
  await page.evaluate(async () => {
    const main = document.querySelector("main, [role=main]") ?? document.body;
    for (let i = 0; i < 25; i += 1) {
      const html = main.innerHTML;
      main.replaceChildren();
      main.innerHTML = html;
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  });
  await settled("stars after all was drawn anew", (count) => count > 0);

  await stepTo(page, `/services/extract?markup=${markup}`);
  await settled("one star, at the service's name", (count) => count === 1);
  await stepTo(page, null);
  await settled("the list has its stars again", (count) => count > 2);
  expect(failures).toEqual([]);
  await page.close();
}
