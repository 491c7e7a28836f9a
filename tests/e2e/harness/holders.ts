// Who has a reader: what stands behind a prompt that says another window uses it.
import type { Page } from "puppeteer";
import { extensionId } from "../../virtual/browser/launch.ts";
import type { Stage } from "./stage.ts";

const isLease = (name: string | undefined): boolean => name?.startsWith("moqalaqe-reader-lease:") ?? false;

/** The leases that are held and waited for in an origin. */
async function leasesIn(page: Page): Promise<{ readonly held: readonly string[]; readonly wanted: readonly string[] }> {
  const { held = [], pending = [] } = await page.evaluate(async () => {
    const all = await navigator.locks.query();
    return { held: all.held?.map(({ name }) => name ?? ""), pending: all.pending?.map(({ name }) => name ?? "") };
  });
  return { held: held.filter(isLease), wanted: pending.filter(isLease) };
}

/** `act` on a page of the extension that looks at no reader itself. */
async function onBarePage<T>(stage: Stage, act: (page: Page) => Promise<T>): Promise<T> {
  const page = await stage.browser.newPage();
  try {
    await page.goto(`chrome-extension://${extensionId}/manifest.json`);
    return await act(page);
  } finally {
    await page.close();
  }
}

const late = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), ms));
/** A page that no longer answers must not keep a test from ending. */
const answerMs = 10_000;

/** Leases held in the extension's windows, and in the app. @throws Error when one of them does not answer */
export async function heldLeases(stage: Stage, app: Page | null): Promise<readonly string[]> {
  const asked = Promise.all([onBarePage(stage, leasesIn), ...(app && !app.isClosed() ? [leasesIn(app)] : [])]);
  asked.catch(() => {});
  const found = await Promise.race([asked, late(answerMs)]);
  if (!found) throw new Error("a page does not say which leases are held");
  return found.flatMap(({ held }) => held);
}

/** For people: each lease by its origin, what the app's window shows, which windows are open. Never throws. */
export async function whoHoldsWhat(stage: Stage, app: Page | null): Promise<string> {
  const ask = async <T>(what: () => Promise<T>): Promise<string> => {
    const answer = await Promise.race([what().then((said) => (typeof said === "string" ? said : JSON.stringify(said)), (error: unknown) => String(error)), late(answerMs)]);
    return answer ?? "no answer";
  };
  const lines = [
    `leases of the extension: ${await ask(() => onBarePage(stage, leasesIn))}`,
    ...(app ? [`leases of the app: ${await ask(() => leasesIn(app))}`, `the app shows: ${await ask(() => app.evaluate(() => document.body.innerText.replaceAll(/\s*\n\s*/g, " | ")))}`] : []),
    `open: ${await ask(async () => stage.browser.targets().map((one) => `${one.type()} ${one.url()}`).filter((one) => !/ (about:|chrome:|$)/.test(one)))}`,
  ];
  return lines.join("\n");
}
