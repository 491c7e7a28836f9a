// What the tools in the portal's pages cost, as rows of the table.
import { button, none, ours } from "./extensions.ts";
import { type Span, spans } from "./loadTrace.ts";
import { bareFrameMs, type MenuFigures, menuFigures, type Way, ways } from "./menu.ts";
import { type MemoryStep, wholeMemory } from "./wholeMemory.ts";
import { type LoadCost, pageLoads } from "./pageLoads.ts";

type Add = (what: string, value: number, unit: string, aim?: number | null, note?: string) => void;

/** With a browser for each extension this takes more than three minutes on two cores. */
const rounds = 5;

/** The tab's next page: the form of a service, which brings the tools for forms. */
const other = "/services/extract/apply";

/** What the main thread works more than without an extension. */
const above = (one: LoadCost, bare: LoadCost, which: "first" | "next", span: Span): number => one[which].mainMs[span] - bare[which].mainMs[span];

const pages = { first: "a new tab", next: "the next page, a form" } as const;
const until = {
  loaded: "until it is loaded and shown",
  quiet: "until it is quiet for the first time",
  after: "until 1.5 s after its load event",
  alone: "until somebody does something (2.7 s)",
  gesture: "with somebody's first movement",
} as const satisfies Readonly<Record<Span, string>>;

/** The aim of the issue is held to what is worked until the page is loaded and shown. */
const aimed: Span = "loaded";

function pageRows(add: Add, of: string, one: LoadCost, bare: LoadCost, aim: number | null): void {
  for (const which of ["first", "next"] as const) {
    for (const span of spans) {
      add(`${of}, ${pages[which]}: main thread above no extension, ${until[span]}`, above(one, bare, which, span), "ms", span === aimed ? aim : null, `its scripts ${one[which].scriptMs[span].toFixed(1)} ms; without one ${bare[which].mainMs[span].toFixed(0)} ms`);
    }
    const { longestMs, forced, loadMs, paintMs } = one[which];
    add(`${of}, ${pages[which]}: its longest script`, longestMs, "ms", null, `${forced} layouts before their turn; load event ${(loadMs - bare[which].loadMs).toFixed(0)} ms later, first content ${(paintMs - bare[which].paintMs).toFixed(0)} ms`);
  }
  add(`${of}: heap of scripts above no extension`, one.heapKb - bare.heapKb, "kB");
}

/** The page with 30 services and then a form, with each extension beside none. */
export async function loadRows(add: Add, peers: string | null): Promise<void> {
  const costs = await pageLoads({ address: "/services", other, rounds }, peers);
  const bare = costs.find(({ name }) => name === none);
  if (!bare) return;
  for (const one of costs) {
    if (one === bare) continue;
    pageRows(add, `portal page, ${one.name}`, one, bare, one.name === ours ? 10 : null);
    if (one.name === ours) add("portal page, Moqalaqe: layout shift", Math.max(one.first.layoutShift, one.next.layoutShift), "", 0);
  }
  const { least, page } = await wholeMemory();
  memoryRow(add, `a portal page, ${button}`, least);
  memoryRow(add, "a portal page that is left alone, Moqalaqe", page);
}

function memoryRow(add: Add, when: string, { aboveMb, pageMb, extensionMb }: MemoryStep): void {
  add(`memory of everything, ${when}: above no extension`, aboveMb, "MB", null, `all processes; of it the page's ${pageMb.toFixed(1)}, those of the extension alone ${extensionMb.toFixed(1)}, the browser's own the rest`);
}

const isOurs = (name: string): boolean => name === none || name === ours;

/** A page with a thousand services. */
export async function longPageRows(add: Add): Promise<void> {
  const costs = await pageLoads({ address: "/services?count=1000&markup=app", other, rounds }, null, isOurs);
  const [bare, one] = [costs.find(({ name }) => name === none), costs.find(({ name }) => name === ours)];
  if (!bare || !one) return;
  pageRows(add, "page of 1,000 services", one, bare, null);
  add("page of 1,000 services: layout shift", one.first.layoutShift, "", 0);
}

const opened: Readonly<Record<Way, string>> = {
  hover: "a click, the pointer rested on the handle before",
  present: "a straight click, its person moved in the page a second before",
  shortcutPresent: "the shortcut, its person moved in the page a second before",
  shortcut: "the shortcut is the first that is done in the page, its first key 0.1 s before the last",
  touch: "a finger's tap of 0.1 s is the first that is done in the page",
  press: "a click, its button held 0.06 s, is the first that is done in the page",
  first: "a click of no length is the first that is done in the page",
};

function menuFigureRows(add: Add, what: string, { of }: MenuFigures, aim: number | null): void {
  for (const [way, { shownMs, longestMs, ready }] of of) {
    add(`${what}, ${opened[way]}`, shownMs, "ms", aim, `until page and menu are drawn; longest ${longestMs.toFixed(0)} ms; its frame was ready in ${ready} of ${rounds}`);
  }
}

export async function menuRows(add: Add): Promise<void> {
  const what = "favourites menu, 1,000 services";
  const figures = await menuFigures({ ways, rounds });
  menuFigureRows(add, what, figures, 50);
  add(`${what}, ${opened.first}: a panel is there`, figures.shellMs, "ms", null, "still empty, and can be closed");
  add(`${what}, ${opened.first}: one line of text in place of the menu`, await bareFrameMs(rounds), "ms", null, "what the browser takes for a frame of an extension");
  const { ready, menu, vault } = await wholeMemory();
  memoryRow(add, "somebody moved in it, the menu is made ready", ready);
  memoryRow(add, "the menu opened in it", menu);
  memoryRow(add, "a panel that asks the vault instead, the menu kept", vault);
}

/** As on a slow machine: the main threads of page and frame four times as slow, the browser's own work as fast as it is. */
const slower = 4;

export async function slowRows(add: Add): Promise<void> {
  menuFigureRows(add, `favourites menu, 1,000 services, main threads ${slower} times slower`, await menuFigures({ ways: ["present", "shortcut", "press", "first"], rounds, slower }), null);
  const costs = await pageLoads({ address: "/services", other, rounds: 3, slower }, null, isOurs);
  const [bare, one] = [costs.find(({ name }) => name === none), costs.find(({ name }) => name === ours)];
  if (bare && one) pageRows(add, `portal page, main thread ${slower} times slower, Moqalaqe`, one, bare, null);
}
