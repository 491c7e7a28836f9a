// What a page with links of the official program's scheme needs for the notices beside them.
import type { Page } from "puppeteer";

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
