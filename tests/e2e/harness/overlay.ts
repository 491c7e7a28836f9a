// The extension's parts in a page: a closed shadow root, which a page's script can't enter but the debugging protocol can.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { CDPSession, Frame, Page } from "puppeteer";
import { systemTimer } from "../../../src/async/systemTimer.ts";
import { late, within } from "../../../src/async/within.ts";
import { extensionId } from "../../virtual/browser/launch.ts";
import { until } from "./until.ts";

interface Node {
  readonly nodeId: number;
  readonly nodeValue?: string;
  readonly nodeName: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly Node[];
}

const sessions = new WeakMap<Page, CDPSession>();

async function session(page: Page): Promise<CDPSession> {
  const known = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, known);
  return known;
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) yield* walk(child);
}

const attribute = (node: Node, name: string): string | null => {
  const at = node.attributes?.findIndex((one, i) => i % 2 === 0 && one === name) ?? -1;
  return at < 0 ? null : (node.attributes?.[at + 1] ?? null);
};

/** A page that is just going does not answer; the one that comes in its place does when it is asked again. */
const mostAsked = 4;

/**
 * The overlays' hosts, with what is in their closed roots; null: there is none.
 * @throws where the page stays silent: of that nothing follows, and least of all that something is not in it
 */
async function hostOf(page: Page): Promise<Node | null> {
  const client = await session(page);
  for (let times = 0; times < mostAsked; times += 1) {
    const asked = client.send("DOM.getDocument", { depth: -1, pierce: true }) as unknown as Promise<{ readonly root: Node }>;
    const answer = await within(asked, 5_000, systemTimer);
    if (answer === late) continue;
    const hosts = [...walk(answer.root)].filter((node) => node.nodeName === "MOQALAQE-OVERLAY");
    return hosts.length > 0 ? { nodeId: 0, nodeName: "", children: hosts } : null;
  }
  throw new Error("the page does not say what is in it");
}

/** Calls a function, given as its source, of which `this` is the overlay's closed root. */
export async function shadowOf(page: Page, source: string): Promise<void> {
  const root = (await hostOf(page))?.children?.[0]?.shadowRoots?.[0];
  if (!root) throw new Error("no overlay");
  const client = await session(page);
  const { object } = await client.send("DOM.resolveNode", { nodeId: root.nodeId });
  const { exceptionDetails } = await client.send("Runtime.callFunctionOn", { ...(object.objectId ? { objectId: object.objectId } : {}), functionDeclaration: source });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
}

/** An element of the overlay. */
export interface OverlayElement {
  readonly label: string | null;
  /** What it says to whoever rests on it. */
  readonly title: string | null;
  readonly pressed: string | null;
  readonly hidden: boolean;
  readonly nodeId: number;
}

/** The overlay's elements of a class. */
export async function overlayElements(page: Page, className: string): Promise<readonly OverlayElement[]> {
  const host = await hostOf(page);
  if (!host) return [];
  return [...walk(host)]
    .filter((node) => attribute(node, "class")?.split(" ").includes(className))
    .map((node) => ({ nodeId: node.nodeId, label: attribute(node, "aria-label"), title: attribute(node, "title"), pressed: attribute(node, "aria-pressed"), hidden: attribute(node, "hidden") !== null }));
}

/** What the overlay's elements of a class say. */
export async function overlayTexts(page: Page, className: string): Promise<readonly string[]> {
  const host = await hostOf(page);
  if (!host) return [];
  return [...walk(host)].filter((node) => attribute(node, "class")?.split(" ").includes(className)).map((node) => [...walk(node)].map(({ nodeValue }) => nodeValue ?? "").join(""));
}

/** The middle of an element of the overlay, in the window. */
export async function placeOf(page: Page, { nodeId }: OverlayElement): Promise<{ readonly x: number; readonly y: number }> {
  const { model } = await (await session(page)).send("DOM.getBoxModel", { nodeId });
  const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = model.content;
  return { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
}

/** The upper left corner of an element of the overlay, with its border, in the window. */
export async function cornerOf(page: Page, { nodeId }: OverlayElement): Promise<{ readonly x: number; readonly y: number }> {
  const { model } = await (await session(page)).send("DOM.getBoxModel", { nodeId });
  const [x = 0, y = 0] = model.border;
  return { x, y };
}

/** Clicks an element of the overlay with the mouse, once it stands still: others that come beside it, and a window that becomes another size, move it. */
export async function clickOverlay(page: Page, className: string, label: string | null = null, nth = 0): Promise<void> {
  let before = { x: NaN, y: NaN };
  await until(async () => {
    const found = (await overlayElements(page, className)).filter((one) => (label === null || one.label === label) && !one.hidden)[nth];
    // It may go again before it was asked where it is.
    const now = found ? await placeOf(page, found).catch(() => null) : null;
    const still = now !== null && now.x === before.x && now.y === before.y;
    before = now ?? { x: NaN, y: NaN };
    return still;
  }, `.${className} ${label ?? ""} is in the page, and stands still`);
  await page.mouse.click(before.x, before.y);
}

/** What the element of the overlay with the keyboard's focus says; null: the focus is elsewhere. By the accessibility tree: no script looks into it. */
export async function focusedText(page: Page): Promise<string | null> {
  const { nodes } = await (await session(page)).send("Accessibility.getFullAXTree");
  const focused = nodes.filter(({ properties, role }) => role?.value === "button" && properties?.some(({ name, value }) => name === "focused" && value.value === true));
  const name: unknown = focused.at(-1)?.name?.value;
  return typeof name === "string" ? name : null;
}

/** Whether a frame shows a panel. A frame that is taken away while it is asked may never answer: that is a no. */
export async function showsPanel(frame: Frame): Promise<boolean> {
  const asked = frame.$(".panel-head").then((found) => found !== null, () => false);
  return Promise.race([asked, new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 500))]);
}

/** Whether the keyboard is in a frame, on an element of this name; asked as above. */
export function hasKeyboard(frame: Frame, name: string): Promise<boolean> {
  const asked = frame.evaluate((wanted) => document.hasFocus() && document.activeElement?.localName === wanted, name).catch(() => false);
  return Promise.race([asked, new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 2_000))]);
}

/** Whether a panel is open: others may have been made ready out of sight, by somebody who moves in the page or comes near a handle. */
export function inSight(frame: Frame): Promise<boolean> {
  const asked = frame.frameElement().then(async (element) => element !== null && (await element.evaluate((one) => !(one as HTMLElement).hidden))).catch(() => false);
  return Promise.race([asked, new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 2_000))]);
}

/** What can be seen where a panel did not come, and a picture of it: whether it is the page, the frame or the debugging protocol that stays silent. */
async function instead(page: Page): Promise<string> {
  const folder = new URL("../../../node_modules/.cache/failures/", import.meta.url);
  await mkdir(folder, { recursive: true });
  const path = fileURLToPath(new URL(`${Date.now()}.png`, folder)) as `${string}.png`;
  const asked = async (what: string, answer: () => Promise<unknown>): Promise<string> => `${what}: ${JSON.stringify(await within(answer().catch(String), 10_000, systemTimer).then((one) => (one === late ? "no answer" : one)))}`;
  const client = await session(page);
  // A browser that has crashed takes every page with it: three did, each in its own code, in some thousand starts.
  return [
    `browser: ${page.browser().connected ? "there" : "gone"}`,
    await asked("picture", async () => ((await page.screenshot({ path })), path)),
    await asked("frames", async () => Promise.all(page.frames().map(async (one) => ({ url: one.url().slice(0, 90), head: await showsPanel(one), inSight: await inSight(one) })))),
    await asked("targets", async () => (await client.send("Target.getTargets")).targetInfos.map(({ type, url, attached }) => `${type} ${String(attached)} ${url.slice(0, 90)}`)),
    await asked("panels", () => overlayElements(page, "panel")),
    await asked("pills", async () => [await overlayTexts(page, "pill-text"), await overlayElements(page, "pill-act")]),
    await asked("page", () => page.evaluate(() => ({ visible: document.visibilityState, focus: document.hasFocus(), url: location.href, back: performance.getEntriesByType("navigation").map((one) => (one as PerformanceNavigationTiming).type) }))),
  ].join("\n");
}

/** The panel's frame, once it shows something. The hidden frame that keeps drafts never does. */
export async function panelFrame(page: Page): Promise<Frame> {
  let frame: Frame | undefined;
  await until(async () => {
    for (const one of page.frames()) {
      if (!one.url().startsWith(`chrome-extension://${extensionId}/src/frame/frame.html`)) continue;
      if ((await showsPanel(one)) && (await inSight(one))) frame = one;
    }
    return frame !== undefined;
  }, "the panel's frame is there").catch(async (error: unknown) => {
    throw new Error(`${String(error)}\n${await instead(page)}`, { cause: error });
  });
  if (!frame) throw new Error("no frame");
  return frame;
}
