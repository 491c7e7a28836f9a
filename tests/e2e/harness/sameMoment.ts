// The favourites changed in several windows in the same moment.
import { services } from "../../virtual/portal/content.ts";
import { add, remove } from "./favouriteActs.ts";
import { inFront, openPanel, pressIn, titles } from "./favourites.ts";
import { clickOverlay, overlayElements } from "./overlay.ts";
import { pause } from "./panels.ts";
import type { Stage } from "./stage.ts";
import { until } from "./until.ts";
import { bareUrl } from "./vault.ts";

interface Menu {
  readonly entries: readonly { readonly title: string }[];
}

interface Elsewhere {
  /** Ends the turn of that window. */
  endTurn: () => void;
}

/** While another window has its turn a star is clicked in a page, and a favourite taken out in the menu: what that window writes meanwhile stays, and so do these. */
export async function changeTogether(stage: Stage): Promise<void> {
  const [, , star, goes, comes] = services;
  if (!star || !goes || !comes) throw new Error("no services");
  const other = await stage.browser.newPage();
  await other.goto(bareUrl);
  const stored = async (): Promise<Menu> => (await other.evaluate(async () => (await chrome.storage.local.get("favourites"))["favourites"] as Menu | undefined)) ?? { entries: [] };
  const before = await stored();
  const page = await stage.openPortal("/services?markup=classic");
  await inFront(page);
  await clickOverlay(page, "star", add(goes.title));
  await until(async () => (await overlayElements(page, "star")).some(({ label, pressed }) => label === remove(goes.title) && pressed === "true"), "it is a favourite");

  await other.evaluate(() => new Promise<void>((begun) => void navigator.locks.request("moqalaqe-favourites", () => {
    begun();
    return new Promise<void>((resolve) => ((globalThis as unknown as Elsewhere).endTurn = resolve));
  })));
  const read = await stored();
  await clickOverlay(page, "star", add(star.title));
  const frame = await openPanel(page);
  await pressIn(frame, remove(goes.title));
  // Whoever did not wait for the other window has written by then.
  await pause(1_000);
  await other.evaluate(async (menu, title) => {
    const entry = { url: "https://www.my.gov.ge/services/elsewhere", title, category: null, needsCard: false, group: "" };
    await chrome.storage.local.set({ favourites: { ...menu, entries: [...menu.entries, entry] } });
    (globalThis as unknown as Elsewhere).endTurn();
  }, read, comes.title);
  const wanted = [...before.entries.map(({ title }) => title), comes.title, star.title].toSorted().join();
  await until(async () => (await stored()).entries.map(({ title }) => title).toSorted().join() === wanted, "all three changes are there", 20_000);
  await until(async () => (await titles(frame)).toSorted().join() === wanted, "and in the menu");
  await other.evaluate((menu) => chrome.storage.local.set({ favourites: menu }), before);
  await Promise.all([page.close(), other.close()]);
}
