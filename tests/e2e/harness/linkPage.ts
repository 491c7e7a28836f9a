// What a page with links of the official program's scheme needs for the notices beside them.
import type { ElementHandle, Frame, Page } from "puppeteer";
import { until } from "./until.ts";

/** Two more links in the page, away from its edge. */
export async function otherLinks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const first = document.querySelector<HTMLAnchorElement>("#sign");
    for (const id of ["second", "third"]) {
      const link = document.createElement("a");
      link.id = id;
      link.href = `${first?.href ?? ""}-${id}`;
      link.textContent = "სხვა ხელშეკრულება";
      link.style.display = "block";
      link.style.marginInlineStart = "150px";
      first?.parentElement?.append(link);
    }
  });
}

/** Counts the hosts that come into a page from now on. */
export async function hostsBrought(page: Page): Promise<{ readonly brought: () => Promise<number> }> {
  // What the page has from the start is there.
  await page.waitForSelector("moqalaqe-overlay");
  const count = await page.evaluateHandle(() => {
    const state = { count: 0 };
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) if (node.nodeName === "MOQALAQE-OVERLAY") state.count += 1;
    }).observe(document.documentElement, { childList: true });
    return state;
  });
  return { brought: async () => await count.evaluate(({ count: all }) => all) };
}

/** Clicks in a frame. A frame of another process that has not been drawn yet gets no mouse: then, and only then, once more. */
export async function clickOnce(frame: Frame, element: ElementHandle): Promise<void> {
  const heard = await frame.evaluateHandle(() => {
    const state = { clicks: 0 };
    window.addEventListener("click", () => (state.clicks += 1), { capture: true });
    return state;
  });
  await until(
    async () => {
      await element.click();
      return await until(() => heard.evaluate(({ clicks }) => clicks > 0), "the click is heard", 10_000).then(() => true, () => false);
    },
    "the frame hears a click",
  );
}
