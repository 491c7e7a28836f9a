// Stars in a window as narrow as a telephone, where a link may end at the window's edge.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { picture, screensFolder } from "./look.ts";
import { cornerOf, overlayElements } from "./overlay.ts";
import { until } from "./until.ts";

/** A star is 28 wide, its drawing 18: so much of a link's end the empty part of it may lie on. */
const mostCovered = 14;

/** No star lies on more of its link's last words than the window's edge forces it to. */
export async function starsBesideWords(page: Page, labelOf: (title: string) => string, name: string): Promise<void> {
  await page.setViewport({ width: 320, height: 5_000 });
  const covered = async (): Promise<readonly string[]> => {
    const ends = await page.evaluate(() => [...document.querySelectorAll("a")].map((link) => {
      const range = new Range();
      range.selectNodeContents(link);
      const rects = [...range.getClientRects()];
      const { top = 0, bottom = 0 } = rects.at(-1) ?? {};
      // All that stands on the last line of its words.
      return { title: link.textContent?.trim() ?? "", top, bottom, right: Math.max(...rects.filter((one) => one.bottom > top && one.top < bottom).map((one) => one.right)) };
    }));
    const found: string[] = [];
    for (const star of (await overlayElements(page, "star")).filter((one) => !one.hidden)) {
      const link = ends.find(({ title }) => labelOf(title) === star.label);
      const { x, y } = await cornerOf(page, star);
      if (link && y < link.bottom && y + 28 > link.top && link.right - x > mostCovered) found.push(`${link.title}: ${Math.round(link.right - x)}`);
    }
    return found;
  };
  await until(async () => (await overlayElements(page, "star")).some((one) => !one.hidden), "there are stars");
  await picture(page, `${screensFolder}${name}.png`);
  await until(async () => (await covered()).length === 0, "no star lies on words").catch(async () => expect(await covered()).toEqual([]));
}
