// A vault with many documents: opened and listed (cold), listed again (warm), searched, and seen on the screen.
import type { Page } from "puppeteer";
import { homeUrl, type VaultScope } from "../../e2e/harness/vault.ts";

export interface ListFigures {
  readonly documents: number;
  /** Milliseconds a document, to add it. */
  readonly addMs: number;
  /** From the secret to the first page of the list. */
  readonly coldMs: number;
  readonly warmMs: number;
  /** The first search after opening, which makes the index. */
  readonly firstSearchMs: number;
  readonly searchMs: number;
  readonly typoMs: number;
  /** The documents page: from its opening to the list in it, the vault being open. */
  readonly pageMs: number;
}

/** Small documents with names, tags and organisations as a person might have. */
export async function addMany(page: Page, from: number, to: number): Promise<void> {
  await page.evaluate(
    async (first, last) => {
      const { vault } = globalThis as unknown as VaultScope;
      const words = ["ცნობა", "ქვითარი", "განცხადება", "პასუხი", "ხელშეკრულება", "დასკვნა", "მოწმობა", "ამონაწერი"];
      for (let at = first; at < last; at += 50) {
        await Promise.all(
          Array.from({ length: Math.min(50, last - at) }, (_, more) => {
            const number = at + more;
            const name = `${words[number % 8]} ${number} ${((number * 7919) % 100_003).toString(36)}.pdf`;
            return vault("documents", "add", new Blob([`${number}`]), { name, organisation: `ორგანიზაცია ${number % 40}`, tags: [`ჭდე${number % 25}`] });
          }),
        );
      }
    },
    from,
    to,
  );
}

async function figuresOf(page: Page, documents: number, addMs: number, secret: string): Promise<ListFigures> {
  const figures = await page.evaluate(async (code) => {
    const { vault } = globalThis as unknown as VaultScope;
    const once = async (search: object): Promise<number> => {
      const before = performance.now();
      await vault("documents", "search", search);
      return performance.now() - before;
    };
    const median = async (search: object): Promise<number> => {
      const times: number[] = [];
      for (let round = 0; round < 9; round += 1) times.push(await once(search));
      return times.toSorted((a, b) => a - b)[4] ?? 0;
    };
    const start = performance.now();
    await vault("lock", "unlock", { kind: "recovery", code: new TextEncoder().encode(code) });
    await vault("documents", "search", { limit: 200 });
    const coldMs = performance.now() - start;
    const firstSearchMs = await once({ text: "ამონ 7", limit: 200 });
    return { coldMs, firstSearchMs, warmMs: await median({ limit: 200 }), searchMs: await median({ text: "ხელშ 12", limit: 200 }), typoMs: await median({ text: "დასკმნა", limit: 200 }) };
  }, secret);
  const seen = await page.browser().newPage();
  const before = performance.now();
  await seen.goto(`${homeUrl}#documents`);
  await seen.waitForSelector(".vault-name", { timeout: 60_000 });
  const pageMs = performance.now() - before;
  await seen.close();
  return { documents, addMs, ...figures, pageMs };
}

/** @param counts how many documents, ascending. */
export async function listsOf(page: Page, reopen: () => Promise<Page>, code: string, counts: readonly number[]): Promise<readonly ListFigures[]> {
  const listed: ListFigures[] = [];
  let [open, filled] = [page, 0];
  for (const count of counts) {
    const before = performance.now();
    await addMany(open, filled, count);
    const addMs = (performance.now() - before) / (count - filled);
    filled = count;
    open = await reopen();
    listed.push(await figuresOf(open, count, addMs, code));
  }
  return listed;
}
