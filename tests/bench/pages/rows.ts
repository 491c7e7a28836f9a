// What the tools in the portal's pages cost, as rows of the table.
import { button, none, ours } from "./extensions.ts";
import { menuFigures } from "./menu.ts";
import { type LoadCost, pageLoads } from "./pageLoads.ts";

type Add = (what: string, value: number, unit: string, aim?: number | null, note?: string) => void;

/** With a browser for each extension this takes more than three minutes on two cores. */
const rounds = 5;

const added = (one: LoadCost, bare: LoadCost | undefined, which: "first" | "next"): number => one[which].mainMs - (bare?.[which].mainMs ?? 0);

/** The tab's next page: the form of a service, which brings the tools for forms. */
const other = "/services/extract/apply";

/** The page with 30 services and then a form, with each extension beside none. */
export async function loadRows(add: Add, peers: string | null): Promise<void> {
  const costs = await pageLoads("/services", other, rounds, peers);
  const bare = costs.find(({ name }) => name === none);
  const least = costs.find(({ name }) => name === button);
  for (const one of costs) {
    const aim = one.name === ours ? 10 : null;
    if (one === bare) {
      add("portal page, no extension: main thread, a new tab", one.first.mainMs, "ms", null, `the next page in it ${one.next.mainMs.toFixed(1)} ms`);
      continue;
    }
    const [first, next] = [added(one, bare, "first"), added(one, bare, "next")];
    const ratio = least && one.name === ours ? `; ${(one.first.scriptMs / least.first.scriptMs).toFixed(1)} × the scripts of ${button}` : "";
    add(`portal page, ${one.name}: its scripts, a new tab`, one.first.scriptMs, "ms", null, `longest ${one.first.longestMs.toFixed(1)} ms; ${one.forced} layouts before their turn${ratio}`);
    add(`portal page, ${one.name}: its scripts, the next page (a form)`, one.next.scriptMs, "ms");
    add(`portal page, ${one.name}: main thread above no extension, a new tab`, first, "ms", aim, "with what the browser does for it: worlds, messages, style, layout, drawing");
    add(`portal page, ${one.name}: main thread above no extension, the next page (a form)`, next, "ms", aim);
    if (one.name === ours) add("portal page, Moqalaqe: layout shift", one.layoutShift, "", 0);
    add(`portal page, ${one.name}: heap of scripts above no extension`, one.heapKb - (bare?.heapKb ?? 0), "kB");
  }
}

/** A page with a thousand services. */
export async function longPageRows(add: Add): Promise<void> {
  const costs = await pageLoads("/services?count=1000&markup=app", other, rounds, null, (name) => name === none || name === ours);
  const [bare, one] = [costs.find(({ name }) => name === none), costs.find(({ name }) => name === ours)];
  if (!bare || !one) return;
  add("page of 1,000 services: our scripts, a new tab", one.first.scriptMs, "ms", null, `longest ${one.first.longestMs.toFixed(1)} ms; the next page ${one.next.scriptMs.toFixed(1)} ms`);
  add("page of 1,000 services: main thread above no extension", added(one, bare, "first"), "ms", null, `no extension ${bare.first.mainMs.toFixed(0)} ms`);
  add("page of 1,000 services: layout shift", one.layoutShift, "", 0);
  add("page of 1,000 services: heap of scripts above no extension", one.heapKb - bare.heapKb, "kB");
}

export async function menuRows(add: Add): Promise<void> {
  const { warmMs, coldMs, shellMs } = await menuFigures();
  add("favourites menu, 1,000 services, pointer came near before", warmMs, "ms", 50, "click to the panel's next frame");
  add("favourites menu, 1,000 services, straight click: a panel is there", shellMs, "ms", 50, "still empty");
  add("favourites menu, 1,000 services, straight click: the menu is in it", coldMs, "ms", null, "a frame of another process is loaded");
}
