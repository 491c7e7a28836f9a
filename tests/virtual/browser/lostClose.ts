// [Note: a close that is lost] A tab that is told to close in the very moment in which it goes to another page may stay open, at that
// page: the browser had told the document that has just gone. Puppeteer waits for ever that the tab is closed, and the test for the whole
// of its time: what came after "two tabs ask at once", whose second tab goes on to its page by itself, hung so in four of some
// fifteen runs, and in 1 of 40 rounds of those two tests alone. Told a second time the tab closes.
import type { Browser, Page } from "puppeteer";

/** Longer than a tab needs on a slow machine, as a rule; one that is told twice is closed once. */
const patienceMs = 3_000;
const mostTimes = 15;

type Close = (this: Page, options?: { readonly runBeforeUnload?: boolean }) => Promise<void>;
const mended = new WeakSet<object>();

/** From now on a tab of this process that is closed is told so until it is. */
export async function closeForGood(browser: Browser): Promise<void> {
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  const prototype = Object.getPrototypeOf(page) as { close: Close };
  if (mended.has(prototype)) return;
  mended.add(prototype);
  const { close } = prototype;
  prototype.close = async function (options) {
    // The page may ask whether it is to stay.
    if (options?.runBeforeUnload) return close.call(this, options);
    for (let times = 0; times < mostTimes; times += 1) {
      if (times > 0) console.warn(`a tab that was told to close is still at ${this.url()}`);
      const told = close.call(this, options).then(() => true, (error: unknown) => {
        if (times === 0) throw error;
        // It may have gone meanwhile.
        return this.isClosed();
      });
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), patienceMs)));
      if ((await Promise.race([told, late]).finally(() => clearTimeout(timer))) || this.isClosed()) return;
    }
    throw new Error(`the tab at ${this.url()} does not close`);
  };
}
